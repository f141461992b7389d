import assert from 'node:assert/strict';
import { complaintsBut, way } from '../lib/browser.mjs';
import { desktop } from '../lib/filing.mjs';
import { savedAnswer, savedDraft } from '../lib/saved.mjs';

export const name = 'huge, right-to-left, invisible and unknown text is kept as typed, and told where it cannot stay';
export const ways = ['page', 'keyboard', 'firefox'];

const TEXTS = [
  'שלום Mây Trắng مرحبا',
  'Nhà 🏠 của 👨‍👩‍👧 Thử',
  'ភូមិ ខ្មែរ',
  "H'Hen Niê, Y Kpă, Nguyễn Hoàng Phương Thảo Nguyên",
  '<b onmouseover=alert(1)>&amp; {query} "x"</b>',
];

/** Firefox's driver would type it letter by letter. */
async function pasted(page, text) {
  if (way.engine === 'firefox') await page.evaluate((t) => document.execCommand('insertText', false, t), text);
  else await page.keyboard.insertText(text);
}

export async function run(t) {
  const { gateway, page, person } = await desktop(t);
  await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/);
  const field = page.getByRole('textbox', { name: /^Quê quán của bé/ });
  for (const text of TEXTS) {
    await field.fill('');
    await field.click();
    await page.keyboard.insertText(text);
    await field.blur();
    // Marks that nobody sees go, also those that join picture signs into one; nothing else does.
    const kept = text.replaceAll('\u200d', '');
    await savedAnswer(page, 'child.native-place', kept, text);
    await page.waitForFunction(([e, wanted]) => e.value === wanted, [await field.elementHandle(), kept], { timeout: 3_000 });
  }

  // 100,000 characters: kept, named as too long, and typing goes on.
  const huge = 'Xã Mây Trắng. '.repeat(7_143).slice(0, 100_000);
  await field.fill('');
  await field.click();
  const begin = Date.now();
  await pasted(page, huge);
  await page.keyboard.type('X');
  t.note(`100,000 characters pasted and one typed in ${Date.now() - begin} ms`);
  await field.blur();
  await savedAnswer(page, 'child.native-place', `${huge}X`, 'all of it is kept');
  assert.equal(await field.inputValue(), `${huge}X`);
  await person.button('Tiếp tục').click();
  const sentence = page.getByRole('alert').getByRole('link', { name: /dài/ });
  await sentence.first().waitFor();
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  await page.reload();
  await person.title('Em bé');
  assert.equal(await field.inputValue(), `${huge}X`, 'also after a reload');

  // A name takes no picture signs: told beside the field, with the name still there.
  await field.fill('Xã Mây Trắng');
  const child = page.getByRole('textbox', { name: /^Họ, chữ đệm và tên của bé/ });
  await child.fill('Trần Thử 🏠');
  await person.button('Tiếp tục').click();
  await page.getByRole('alert').getByRole('link').first().waitFor();
  assert.equal(await child.getAttribute('aria-invalid'), 'true', 'the name is named');
  assert.equal(await child.inputValue(), 'Trần Thử 🏠');
  assert.equal((await savedDraft(page)).values['child.name'], 'Trần Thử 🏠');

  // Letters that the painter's font lacks: the page shows itself, and is painted again without them.
  for (const text of ['ភូមិ ខ្មែរ', 'Nhà 🏠', 'שלום']) {
    await field.fill(text);
    await page.getByText(/Đã lưu trên máy này lúc/).first().waitFor();
    await page.goto(page.url().replace(/child$/, 'kiem-tra'));
    await person.title('Kiểm tra lại');
    await page.waitForFunction(() => document.documentElement.classList.contains('page'), null, { timeout: 3_000 });
    await page.getByText(text).first().waitFor();
    await page.getByRole('link', { name: /^Sửa.*Quê quán/ }).click();
    await person.title('Em bé');
    if (way.engine === 'chromium' && !way.plain) await page.waitForFunction(() => document.documentElement.classList.contains('overlay'), null, { timeout: 3_000 });
    assert.equal(await field.inputValue(), text);
  }

  // The search takes anything, too.
  await page.goto(gateway.url);
  const search = page.getByRole('searchbox');
  await search.fill('🏠 zq'.repeat(200));
  await page.getByText(/Chưa tìm thấy thủ tục nào/).first().waitFor();
  await search.fill('khai sinh');
  await page.getByText(/Tìm thấy \d+ thủ tục/).first().waitFor();
  assert.deepEqual(complaintsBut(page), [], 'the console stays empty');
}
