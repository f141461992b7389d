// The main job once, from the first page to the second event: shared by the scenarios that differ in hands and mode.
import assert from 'node:assert/strict';
import { axeFindings, complaintsBut } from './browser.mjs';
import { desktop } from './filing.mjs';
import { checkDossier, openDossier } from './officer.mjs';
import { makeJpeg, makePdf } from './papers.mjs';

const SECOND = 1_000;

/** `hands`: mouse or keyboard; `plain`: in page mode.
 * Throws at the first thing that is not as it must be. */
export async function journey(t, { hands, plain = false, inspectAll = false }) {
  const { gateway, context, page, person, paper } = await desktop(t, { hands });
  const pdf = makePdf('BAN THU - Giay chung sinh', 300_000);
  const jpeg = await makeJpeg(context);
  const files = [await paper('giay-chung-sinh.pdf', pdf), await paper('anh mat sau.jpg', jpeg)];
  const findings = [];
  const inspect = async (screen) => {
    if (inspectAll) for (const finding of await axeFindings(page, { painted: !plain })) findings.push(`${screen}: ${finding}`);
  };
  const { form } = person;

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
}
