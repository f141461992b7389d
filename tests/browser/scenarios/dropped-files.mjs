import assert from 'node:assert/strict';
import { complaintsBut } from '../lib/browser.mjs';
import { desktop, PROOF, smallPdf, toPapers } from '../lib/filing.mjs';

export const name = 'a file dropped on its box is taken; dropped anywhere else it is told, and the page stays';

/** Drags files from outside the browser over this place and lets them go. */
async function drop(cdp, { x, y }, files) {
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) await cdp.send('Input.dispatchDragEvent', { type, x, y, data });
}

async function middle(target) {
  await target.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await target.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

export async function run(t) {
  const here = await desktop(t);
  const { context, page, person, paper } = here;
  const cdp = await context.newCDPSession(page);
  const { name: file, bytes } = smallPdf();
  const { path } = await paper(file, bytes);
  await toPapers(here);
  const address = page.url();
  const box = page.getByLabel(PROOF).and(page.locator('input[type=file]')).first();
  await page.evaluate(() => { window.sameDocument = true; });

  for (const plain of [false, true]) {
    if (plain) await person.button('Xem trang đơn giản').click();
    for (const place of [page.getByRole('heading', { level: 1 }), page.getByText(/Nhận tệp PDF/).first()]) {
      await drop(cdp, await middle(place), [path]);
      await page.getByRole('alert').getByText('Bạn thả tệp vào đúng ô').waitFor();
      assert.ok(await page.getByRole('alert').evaluate((e) => e === document.activeElement), 'the sentence has the focus');
      assert.ok(await page.evaluate(() => window.sameDocument), 'the browser did not open the file');
      assert.equal(page.url(), address);
    }
    await drop(cdp, await middle(box), [path]);
    await person.button(`Bỏ “${file}”`).waitFor();
    assert.equal(await page.getByText('Tệp chưa được thêm').count(), 0, 'the sentence has gone');
    await person.button(`Bỏ “${file}”`).click();
    await page.getByText(`Đã bỏ “${file}”`).first().waitFor();
  }

  // On a page without boxes, over a text field: what stands there stays.
  await person.link('Quay lại').click();
  const copies = page.getByRole('textbox', { name: /^Số bản sao/ });
  await copies.fill('3');
  await drop(cdp, await middle(copies), [path]);
  await page.getByRole('alert').getByText('Trang này không nhận tệp').waitFor();
  assert.equal(await copies.inputValue(), '3');
  assert.ok(await page.evaluate(() => window.sameDocument));
  assert.deepEqual(complaintsBut(page), [], 'the console stays empty');
}
