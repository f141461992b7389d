// Keys kept elsewhere and records that move: every way from the device that filed to another one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { axeFindings, complaintsBut, watchedPage, way } from '../lib/browser.mjs';
import { Citizen } from '../lib/citizen.mjs';
import { download } from '../lib/download.mjs';
import { desktop, PROOF, smallPdf, toPapers } from '../lib/filing.mjs';
import { openDossier } from '../lib/officer.mjs';
import { AGE } from '../lib/sealing.mjs';

export const name = 'a dossier is followed on another device: moved there, or from its sheet, its code or its key file';
export const ways = ['page', 'keyboard', 'firefox'];

/** A browser that knows nothing yet. */
async function device(t, here) {
  const context = await here.browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'vi-VN' });
  t.cleanup(() => context.close());
  const page = await watchedPage(context);
  t.page = page;
  return { page, person: new Citizen(page, here.hands, here.person.form), context };
}

/** The dossier is there, its events come in live and verified, and it is still there after a reload. */
async function follows({ page, person }, { gateway, number, shown, state, words }) {
  await person.title('Hồ sơ của tôi');
  await page.getByText('Đã đưa về máy này 1 hồ sơ').first().waitFor();
  await person.link(new RegExp(shown)).click();
  await page.getByText('Đang theo dõi trực tiếp').first().waitFor();
  if (state) await gateway.desk('99901', 'post', '--number', number, '--state', state);
  await page.getByRole('main').getByText(words).first().waitFor();
  await page.reload();
  await page.getByRole('main').getByText(words).first().waitFor();
  assert.deepEqual(complaintsBut(page, /status of 4(03|10)/), []);
}

export async function run(t) {
  const here = await desktop(t);
  const { gateway, page, person, hands, paper } = here;
  const painted = () => page.evaluate(() => document.documentElement.classList.contains('overlay'));
  const looksFine = async (screen) => assert.deepEqual(await axeFindings(page, { painted: await painted() }), [], screen);
  await toPapers(here);
  const one = smallPdf();
  await person.attach(PROOF, [await paper(one.name, one.bytes)]);
  await person.review();
  await person.confirm();
  const number = await person.receipt();
  const shown = number.replace(/(\d{4})(?=\d)/g, '$1 ');

  // The sheet: for age as it stands, and the signature with the very command that the page shows.
  await hands.press(person.link('Giữ chìa khóa'));
  await person.title('Giữ chìa khóa hồ sơ');
  await looksFine('keys');
  await hands.press(person.button('Hiện tờ khôi phục'));
  await person.button('In tờ này').waitFor();
  await looksFine('sheet');
  const sheet = await download(page, () => hands.press(person.button('Lưu thành tệp')), paper);
  assert.equal(sheet.name, `GIU-KIN-${number}.txt`);
  const dossier = await openDossier(t, gateway, '99901', number);
  const tar = execFileSync(path.join(AGE, 'age'), ['-d', '-i', sheet.path, dossier.sealed], { maxBuffer: 1 << 26 });
  assert.ok(tar.includes(one.bytes), 'age opens the dossier with the sheet');
  const { path: beside } = await paper('x', Buffer.from('x'));
  const folder = path.dirname(beside);
  for (const what of ['Tải phong bì', 'Tải chữ ký']) {
    const file = await download(page, () => hands.press(person.button(what)), paper);
    await writeFile(path.join(folder, file.name), await readFile(file.path));
  }
  const command = (await page.getByText(/^minisign -V/).first().textContent()).trim().split(' ');
  execFileSync(command[0], command.slice(1), { cwd: folder, stdio: 'ignore' });
  const sealed = await download(page, () => hands.press(person.button('Tạo tệp và mật khẩu')), paper);
  const passphrase = (await page.getByText(/^[a-z0-9]{4}(-[a-z0-9]{4}){4}-[a-z0-9]{6}$/).first().textContent()).trim();
  await looksFine('key file');

  // To the device beside it: the address of the QR code, then the six digits.
  await hands.press(person.link('Mang hồ sơ sang máy khác'));
  await person.title('Mang hồ sơ sang máy khác');
  await hands.press(person.button('Tạo mã để chuyển'));
  await page.getByText('Gõ sáu số này').first().waitFor();
  await looksFine('move');
  const key = (await page.getByText(/^[a-z0-9]{4}(-[a-z0-9]{4}){4}-[a-z0-9]{6}$/).first().textContent()).trim();
  const code = (await page.getByText(/^\d{3} \d{3}$/).first().textContent()).trim();
  const phone = await device(t, here);
  await phone.page.goto(`${gateway.url}/nhan#${key.replaceAll('-', '')}`);
  await phone.page.getByText('Bạn chỉ cần gõ sáu số').first().waitFor();
  assert.equal(new URL(phone.page.url()).hash, '', 'the key leaves the address');
  const digits = phone.page.getByRole('textbox', { name: 'Sáu số trên màn hình máy kia' });
  await hands.type(digits, code === '000 000' ? '111 111' : '000 000');
  await hands.press(phone.person.button('Đưa hồ sơ về'));
  await phone.page.getByRole('alert').getByText('Sáu số chưa đúng').first().waitFor();
  assert.equal(await digits.getAttribute('aria-invalid'), 'true');
  await hands.type(digits, code);
  await hands.press(phone.person.button('Đưa hồ sơ về'));
  await follows(phone, { gateway, number, shown, state: 'received', words: 'Đã tiếp nhận' });

  // Once only; typed by hand it says so.
  const late = await device(t, here);
  await late.page.goto(`${gateway.url}/nhan#%E0%A4%`); // what is no key is nothing
  await late.person.title('Đưa hồ sơ về máy này');
  await hands.type(late.page.getByRole('textbox', { name: 'Chìa khóa trên màn hình máy kia' }), key.toUpperCase());
  await hands.type(late.page.getByRole('textbox', { name: 'Sáu số trên màn hình máy kia' }), code);
  await hands.press(late.person.button('Đưa hồ sơ về'));
  await late.page.getByRole('alert').getByText('Mã này không dùng được nữa').first().waitFor();

  // The same device goes on with the sheet, another one with the code of its QR, a third with the key file.
  const file = (where) => where.page.getByLabel('Tệp GIU-KIN').and(where.page.locator('input[type=file]')).first();
  await hands.attach(file(late), [sheet.path]);
  await follows(late, { gateway, number, shown, state: 'in-process', words: 'Đang xử lý' });

  const text = await readFile(sheet.path, 'utf8');
  const scanned = `${/^# code: (.*)$/m.exec(text)[1]} ${/^# filed: (.*)$/m.exec(text)[1].toUpperCase()}`;
  const tablet = await device(t, here);
  await tablet.page.goto(`${gateway.url}/nhan`);
  await tablet.person.title('Đưa hồ sơ về máy này');
  await hands.type(tablet.page.getByRole('textbox', { name: /^Chữ đọc được từ mã QR/ }), scanned.slice(0, 90));
  await hands.press(tablet.person.button('Đọc tờ khôi phục'));
  await tablet.page.getByRole('alert').getByText('hoặc chữ bị thiếu').first().waitFor();
  await tablet.page.goto(`${gateway.url}/nhan#${scanned.replaceAll(' ', '.')}`); // as a phone's camera opens it
  await tablet.page.getByText('Đã nhận tờ khôi phục từ mã bạn quét').first().waitFor();
  assert.equal(new URL(tablet.page.url()).hash, '', 'the sheet leaves the address');
  await hands.press(tablet.person.button('Đọc tờ khôi phục'));
  await follows(tablet, { gateway, number, shown, words: 'Đang xử lý' });

  const home = await device(t, here);
  await home.page.goto(`${gateway.url}/nhan`);
  await home.person.title('Đưa hồ sơ về máy này');
  await hands.attach(file(home), [sealed.path]);
  await home.page.getByRole('alert').getByText('Tệp này có mật khẩu').first().waitFor();
  await home.page.getByText('cần khoảng 64 MB bộ nhớ').first().waitFor();
  const secret = home.page.getByRole('textbox', { name: 'Mật khẩu của tệp' });
  await hands.type(secret, 'qqqq-qqqq-qqqq-qqqq-qqqq-qqqqqq');
  await hands.press(home.person.button('Đọc tờ khôi phục'));
  await home.page.getByRole('alert').getByText('Mật khẩu chưa đúng').first().waitFor();
  await hands.type(secret, ` ${passphrase.toUpperCase().replaceAll('-', ' ')}`); // as phones write
  await hands.press(home.person.button('Đọc tờ khôi phục'));
  await follows(home, { gateway, number, shown, words: 'Đang xử lý' });

  // Nothing of it stayed with the gateway.
  for (const entry of await readdir(gateway.data, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(path.join(entry.parentPath ?? entry.path, entry.name));
    for (const secretText of [key, key.replaceAll('-', ''), passphrase]) assert.ok(!bytes.includes(secretText), entry.name);
  }
  assert.deepEqual(complaintsBut(page), [], 'the console stays empty');
  if (way.engine === 'chromium') t.note('five ways to another device');
}
