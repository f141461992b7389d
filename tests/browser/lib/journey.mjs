// The main job once, from the first page to the second event: shared by the scenarios that differ in hands and mode.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { axeFindings, complaintsBut, launch, SIZES, watchedPage } from './browser.mjs';
import { Citizen } from './citizen.mjs';
import { loadForm } from './form.mjs';
import { Gateway } from './gateway.mjs';
import { checkDossier, openDossier } from './officer.mjs';
import { makeJpeg, makePdf, writePaper } from './papers.mjs';

const SECOND = 1_000;

/** `hands`: mouse or keyboard; `plain`: in page mode. Throws at the first thing that is not as it must be. */
export async function journey(t, { hands, plain = false, inspectAll = false }) {
  const gateway = await Gateway.start();
  t.cleanup(() => gateway.close());
  const browser = await launch();
  t.cleanup(() => browser.close());
  const context = await browser.newContext({ viewport: SIZES.desktop, locale: 'vi-VN' });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'motcua-papers-'));
  t.cleanup(() => rm(folder, { recursive: true, force: true }));
  const pdf = makePdf('BAN THU - Giay chung sinh', 300_000);
  const jpeg = await makeJpeg(context);
  const files = [
    { name: 'giay-chung-sinh.pdf', path: await writePaper(path.join(folder, 'giay-chung-sinh.pdf'), pdf), bytes: pdf },
    { name: 'anh mat sau.jpg', path: await writePaper(path.join(folder, 'anh mat sau.jpg'), jpeg), bytes: jpeg },
  ];

  const page = await watchedPage(context);
  t.page = page;
  const findings = [];
  const inspect = async (screen) => {
    if (inspectAll) for (const finding of await axeFindings(page, { painted: !plain })) findings.push(`${screen}: ${finding}`);
  };
  const form = await loadForm('birth');
  const person = new Citizen(page, hands, form);

  if (plain) {
    await page.goto(gateway.url);
    await hands.press(person.button('Xem trang đơn giản'));
    await person.button('Xem trang thường').waitFor();
  }
  await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/, inspect);
  await person.fill(inspect);
  await inspect('papers-empty');
  await person.attach(/Giấy chứng sinh/, files);
  await inspect('papers');
  await person.review(inspect);
  await person.confirm();
  const number = await person.receipt();
  await inspect('receipt');
  await person.follow();
  await inspect('follow');

  // The officer: standard tools only, then our own check.
  const listed = await gateway.desk('99901', 'list');
  assert.match(listed.replaceAll(' ', ''), new RegExp(number), 'the dossier lies at the competent unit');
  const dossier = await openDossier(t, gateway, '99901', number);
  assert.deepEqual(dossier.form.values, form.values, 'every answer arrived as it was typed');
  assert.equal(dossier.manifest.attachments.length, files.length);
  for (const [i, file] of files.entries()) {
    assert.equal(dossier.manifest.attachments[i].title, file.name);
    assert.ok(file.bytes.equals(await dossier.read(dossier.manifest.attachments[i].name)), `${file.name} arrived byte for byte`);
  }
  await openDossier(t, gateway, '99001', number); // the receiving unit can open it, too
  await checkDossier(gateway, '99901', dossier.sealed);

  // Two events, seen without a reload.
  await page.evaluate(() => { window.sameDocument = true; });
  for (const [state, words] of [['received', 'Đã tiếp nhận'], ['in-process', 'Đang xử lý']]) {
    await gateway.desk('99901', 'post', '--number', number, '--state', state);
    const posted = Date.now();
    await page.getByRole('main').getByText(words).first().waitFor({ timeout: 5 * SECOND });
    const took = Date.now() - posted;
    t.note(`"${words}" on the screen ${took} ms after the desk's command had ended`);
    assert.ok(took < SECOND, `"${words}" appeared within a second`);
  }
  await gateway.desk('99901', 'post', '--number', number, '--state', 'supplement-wanted', '--message', 'Bạn chụp lại Giấy chứng sinh, ảnh bị mờ');
  await page.getByText('Bạn chụp lại Giấy chứng sinh, ảnh bị mờ').first().waitFor({ timeout: 5 * SECOND });
  await inspect('follow-message');
  assert.ok(await page.evaluate(() => window.sameDocument), 'the page was never reloaded');
  assert.deepEqual(findings, [], 'axe finds nothing');
  assert.deepEqual(complaintsBut(page), [], 'the console stays empty');
  return { gateway, page, number };
}
