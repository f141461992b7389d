import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { axeFindings, complaintsBut, SIZES } from '../lib/browser.mjs';
import { desktop, goPlain, PROOF, smallPdf, toPapers } from '../lib/filing.mjs';
import { MOTCUA } from '../lib/officer.mjs';
import { codeOnPaper, folderOf, readPdf, slipFile } from '../lib/sheets.mjs';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export const name = "a desk's sheets are read, printed on A4 and on a roll, kept as PDF; their codes can be checked";
export const ways = ['page'];

const command = promisify(execFile);
const RECEIPT = 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả';
const SAID = ['Trần Thị Hương Giang', 'Giấy chứng nhận kết hôn của cha mẹ', '17:00, 26/11/2026', '3 ngày làm việc', 'BẢN THỬ'];

/** The other letters of an agency: what opens each, its title, and words of its own. */
const LETTERS = {
  '02': ['Xem và in phiếu bổ sung', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', ['Trong tờ khai: Quê quán của bé', 'Vì sao: Ảnh bị lóa', 'Cần làm: Chụp lại', '17:00, 07/12/2026']],
  '03': ['Xem và in phiếu từ chối', 'Phiếu từ chối tiếp nhận, giải quyết hồ sơ', ['Nơi cư trú ghi trong hồ sơ không thuộc xã', 'Căn cứ: Quy định về nơi đăng ký', 'Hỏi lại hoặc khiếu nại']],
  '04': ['Xem và in thư xin lỗi', 'Thư xin lỗi và đề nghị gia hạn thời gian giải quyết', ['xin lỗi Trần Thị Hương Giang', 'Phải xác minh thêm nơi cư trú', '17:00, 26/11/2026', '17:00, 01/12/2026']],
  '05': ['Xem và in thông báo dừng', 'Thông báo dừng giải quyết hồ sơ', ['Xác minh nơi cư trú', 'không bổ sung giấy tờ trong thời hạn', 'Chưa nộp khoản nào']],
};

async function filed(t) {
  const here = await desktop(t);
  await files(here);
  // A driven browser prints nothing; what would be printed is asked for below.
  await here.page.addInitScript(() => { window.print = () => { window.printed = true; }; });
  await here.page.evaluate(() => { window.print = () => { window.printed = true; }; });
  return here;
}

/** A dossier, with its `number` in `here`; its page is open. */
async function files(here) {
  const { person, paper } = here;
  await toPapers(here);
  const { name: file, bytes } = smallPdf();
  await person.attach(PROOF, [await paper(file, bytes)]);
  await person.review();
  await person.confirm();
  here.number = await person.receipt();
  await person.follow();
}

const printed = async (page, press) => {
  await page.evaluate(() => { window.printed = false; });
  await press();
  await page.waitForFunction(() => window.printed);
};

/** What the printer would get. */
async function onPaper(page, file) {
  await writeFile(file, await page.pdf({ preferCSSPageSize: true, format: 'A4' }));
  return readPdf(file);
}

function says(paper, words, where) {
  for (const word of words) assert.ok(paper.words.includes(word), `${where} says “${word}”: ${paper.words.slice(0, 400)}`);
}

/** A narrow roll: 80 mm wide, one page, as long as what stands on it. */
function isRoll({ pages, width, height }, where) {
  assert.equal(pages, 1, `${where}: one page`);
  assert.ok(Math.abs(width - 80) < 1, `${where}: ${width} mm wide`);
  assert.ok(height > 90 && height < 700, `${where}: ${height} mm long`);
}

async function printsTheSheet({ page, person, hands }, folder) {
  await printed(page, () => hands.press(person.button('In giấy này')));
  const sheet = await onPaper(page, path.join(folder, 'printed-a4.pdf'));
  assert.equal(sheet.pages, 1, 'one sheet');
  assert.ok(Math.abs(sheet.width - 210) < 1 && Math.abs(sheet.height - 297) < 1, 'of A4');
  says(sheet, [RECEIPT, ...SAID], 'the printed sheet');
  assert.ok(!sheet.words.includes('In giấy này'), 'buttons are not printed');
  await hands.tick(page.getByRole('radio', { name: 'Cuộn giấy hẹp 80 mm' }), true);
  await printed(page, () => hands.press(person.button('In giấy này')));
  const roll = await onPaper(page, path.join(folder, 'printed-roll.pdf'));
  isRoll(roll, 'the printed roll');
  says(roll, SAID, 'the printed roll');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.ok(!(await page.evaluate(() => document.documentElement.classList.contains('roll'))), 'the screen is as before');
}

/** Opens a letter from the dossier's page and prints it on both papers. */
async function readsAndPrints({ page, person, hands }, folder, form) {
  const [open, title, words] = LETTERS[form];
  await hands.press(person.link(open));
  await person.title(title);
  for (const word of words) await page.getByText(word).first().waitFor();
  for (const [paper, name] of [['Tờ giấy A4', 'a4'], ['Cuộn giấy hẹp 80 mm', 'roll']]) {
    const where = `${form} on ${name}`;
    await hands.tick(page.getByRole('radio', { name: paper }), true);
    await printed(page, () => hands.press(person.button('In giấy này')));
    const sheet = await onPaper(page, path.join(folder, `printed-${form}-${name}.pdf`));
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    if (name === 'roll') isRoll(sheet, where);
    else assert.ok(sheet.pages === 1 && Math.abs(sheet.width - 210) < 1 && Math.abs(sheet.height - 297) < 1, `${where}: one sheet`);
    says(sheet, [title, 'BẢN THỬ', ...words], where);
    assert.ok(!sheet.words.includes('In giấy này'), `${where}: buttons are not printed`);
  }
}

/** Our own PDF, on both papers; resolves with the code on it. */
async function savesTheSheet({ page, person, hands, number }, folder) {
  const codes = [];
  for (const [paper, name] of [['Cuộn giấy hẹp 80 mm', 'roll'], ['Tờ giấy A4', 'a4']]) {
    await hands.tick(page.getByRole('radio', { name: paper }), true);
    const [download] = await Promise.all([page.waitForEvent('download'), hands.press(person.button('Tải PDF'))]);
    assert.equal(download.suggestedFilename(), `giay-tiep-nhan-${number}.pdf`);
    const file = path.join(folder, `saved-${name}.pdf`);
    await download.saveAs(file);
    const read = await readPdf(file);
    says(read, SAID, `the saved ${name}`);
    assert.ok(read.title.startsWith(RECEIPT), 'it has a title');
    assert.match((await readFile(file)).toString('latin1'), /\/Lang \(vi-VN\)|\/Lang <FEFF/, 'and a language');
    if (name === 'roll') isRoll(read, 'the saved roll');
    else says(read, ['Trang 1/1'], 'the saved sheet');
    codes.push(await codeOnPaper(file));
  }
  assert.equal(codes[0], codes[1]);
  assert.ok(codes[0].length <= 400, 'the code is short');
  return codes[0];
}

/** The receipt and the sheet with the keys, on a roll: the one without any secret, the other with all of it. */
async function printsReceiptAndKeys({ gateway, page, person, hands, number }, folder) {
  const roll = async (button, file) => {
    await hands.tick(page.getByRole('radio', { name: 'Cuộn giấy hẹp 80 mm' }), true);
    await printed(page, () => hands.press(person.button(button)));
    const paper = await onPaper(page, path.join(folder, file));
    isRoll(paper, file);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    return paper;
  };
  await page.goto(`${gateway.url}/ho-so/${number}/bien-nhan`);
  await person.title('Đã nộp xong');
  await page.getByText('Mã này chứng minh Ủy ban nhân dân xã Mây Trắng đã tiếp nhận hồ sơ.').first().waitFor();
  const receipt = await roll('In biên nhận', 'receipt-roll.pdf');
  says(receipt, [number.replace(/(\d{4})(?=\d)/g, '$1 ')], 'the receipt');
  assert.ok(!/MOTCUA-ROOT|GIỮ KÍN/.test(receipt.words), 'the receipt holds no secret');
  assert.match(await codeOnPaper(path.join(folder, 'receipt-roll.pdf')), /^motcua\.event-code\/1\|/);
  await page.goto(`${gateway.url}/ho-so/${number}/chia-khoa`);
  await hands.press(person.button('Hiện tờ khôi phục'));
  await person.button('In tờ này').waitFor();
  const keys = await roll('In tờ này', 'keys-roll.pdf');
  assert.match(keys.words.replaceAll(' ', ''), /MOTCUA-ROOT-1/, 'the sheet of keys has the code');
  assert.match(keys.words, /GIỮ KÍN/i, 'and says that it is a secret');
  await page.goto(`${gateway.url}/ho-so/${number}`);
  await person.title('Theo dõi hồ sơ');
}

async function check({ page, person, hands }, code) {
  const box = page.getByRole('textbox', { name: /^Hoặc dán/ });
  await box.fill(code);
  await hands.press(person.button('Kiểm tra'));
}

async function checksCodes(here, code) {
  const { gateway, page, person } = here;
  await page.goto(`${gateway.url}/kiem-tra-giay`);
  await person.title('Kiểm tra giấy tờ');
  await check(here, code);
  await page.getByRole('heading', { name: 'Mã này là thật: Ủy ban nhân dân xã Mây Trắng đã ký' }).waitFor();
  const words = await page.getByRole('main').innerText();
  for (const word of ['Đã tiếp nhận', 'H99.01-261123-0001', 'Điều này không chứng minh', 'vừa được tải về']) {
    assert.ok(words.includes(word), `the answer says “${word}”`);
  }
  const damaged = code.replace('|2|2026', '|3|2026');
  assert.notEqual(damaged, code);
  for (const [bad, sentence] of [
    [damaged, 'Chữ ký trong mã không đúng'],
    [code.slice(0, -1), 'Đây không phải mã'],
    ['999196000012|012345678|Trần Thị Hương Giang|15031996|Nữ', 'Đây không phải mã'],
    ['https://sample.example/', 'Đây không phải mã'],
    ['motcua.event-code/1|'.repeat(100), 'nội dung quá dài'],
  ]) {
    await check(here, bad);
    await page.getByText(sentence).first().waitFor();
    assert.equal(await page.getByRole('heading', { name: /^Mã này là thật/ }).count(), 0);
  }
}

/** The same without a browser and without a network. */
async function checksByCommand({ gateway }, folder, code) {
  const file = path.join(folder, 'code.txt');
  const given = ['--directory', path.join(gateway.data, 'directory.note'), '--roots', path.join(gateway.data, 'roots.json')];
  await writeFile(file, code);
  const { stdout } = await command(MOTCUA, ['proof', '--code', file, ...given]);
  assert.match(stdout, /unit 99901 says of submission [\d ]+: 1 received/);
  await writeFile(file, code.replace('99901', '99001'));
  await assert.rejects(command(MOTCUA, ['proof', '--code', file, ...given]), /not signed by a unit/);
}

export async function run(t) {
  const here = await filed(t);
  const { gateway, page, person, hands, number } = here;
  const folder = await folderOf(t);
  const desk = (state, ...more) => gateway.desk('99901', 'post', '--number', number, '--state', state, ...more);

  await assert.rejects(desk('received', '--slip', await slipFile(folder, '02')), /does not go with/);
  await assert.rejects(desk('received', '--slip', await slipFile(folder, '01', { submission: '482177305910' })), /another submission/);
  await assert.rejects(desk('received', '--slip', await slipFile(folder, '01', { sets: 'two' })), /"sets" in the slip/);
  await desk('received', '--slip', await slipFile(folder, '01'), '--code', 'H99.01-261123-0001');
  await hands.press(person.link('Xem và in giấy tiếp nhận'));
  await person.title(RECEIPT);
  assert.equal(new URL(page.url()).pathname, `/ho-so/${number}/phieu/1`);
  const painted = await page.evaluate(() => document.documentElement.classList.contains('overlay'));
  assert.deepEqual(await axeFindings(page, { painted }), []);
  await goPlain(page, hands);
  assert.deepEqual(await axeFindings(page), []);
  await printsTheSheet(here, folder);
  const code = await savesTheSheet(here, folder);

  await printsReceiptAndKeys(here, folder);

  await desk('in-process', '--slip', await slipFile(folder, '04'));
  await readsAndPrints(here, folder, '04');
  await hands.press(person.link('Theo dõi hồ sơ'));
  await desk('supplement-wanted', '--slip', await slipFile(folder, '02'));
  await readsAndPrints(here, folder, '02');
  await desk('stopped', '--slip', await slipFile(folder, '05'));
  await page.reload();
  await person.title('Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ');
  await page.setViewportSize(SIZES.phone);
  await hands.press(person.link('Theo dõi hồ sơ'));
  await readsAndPrints(here, folder, '05');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than a phone');
  assert.deepEqual(await axeFindings(page), []);

  await checksCodes(here, code);
  assert.deepEqual(await axeFindings(page), []);
  await checksByCommand(here, folder, code);

  await page.setViewportSize(SIZES.desktop);
  await files(here);
  await gateway.desk('99901', 'post', '--number', here.number, '--state', 'refused', '--slip', await slipFile(folder, '03'));
  await readsAndPrints(here, folder, '03');
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(complaintsBut(page), [], 'the console stays empty');
}
