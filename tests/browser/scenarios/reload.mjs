import assert from 'node:assert/strict';
import { desktop, PROOF, smallPdf, toPapers } from '../lib/filing.mjs';
import { openDossier } from '../lib/officer.mjs';

export const name = 'a form half filled and its papers survive a reload, Back and a change of language';
export const ways = ['page', 'keyboard', 'firefox'];

export async function run(t) {
  const here = await desktop(t);
  const { gateway, page, person, hands, paper } = here;
  await toPapers(here);
  const { name: file, bytes } = smallPdf();
  await person.attach(PROOF, [await paper(file, bytes)]);
  await page.getByText(/Đã lưu trên máy này lúc/).first().waitFor();

  await page.reload();
  await person.title('Thêm giấy tờ');
  await person.button(`Bỏ “${file}”`).waitFor();

  await page.goBack();
  await page.goBack();
  await page.goForward();
  await page.goForward();
  await person.title('Thêm giấy tờ');
  await person.button(`Bỏ “${file}”`).waitFor();

  await hands.press(person.link('Quay lại'));
  await page.getByRole('textbox', { name: /^Số bản sao/ }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: /^Số bản sao/ }).inputValue(), '2');
  await hands.type(page.getByRole('textbox', { name: /^Số bản sao/ }), '3');
  await hands.press(person.button('English'));
  await person.button('Continue').waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.getByRole('textbox', { name: /copies/i }).inputValue(), '3', 'what was typed stayed');
  await hands.press(person.button('Tiếng Việt'));
  await hands.press(person.button('Tiếp tục'));
  await person.title('Thêm giấy tờ');

  await person.review();
  await person.confirm();
  const number = await person.receipt();
  const dossier = await openDossier(t, gateway, '99901', number);
  assert.deepEqual(dossier.form.values, { ...person.form.values, 'filing.copies': 3 });
  assert.ok(bytes.equals(await dossier.read(dossier.manifest.attachments[0].name)));
}
