import assert from 'node:assert/strict';
import { complaintsBut } from '../lib/browser.mjs';
import { desktop, goPlain, modes, PROOF, smallPdf, toPapers } from '../lib/filing.mjs';

export const name = 'the focus goes to the heading of a new screen, to what is wrong, and back to where a thing was';
export const ways = ['page', 'keyboard', 'firefox'];

const focused = (page) => page.evaluate(() => {
  const { activeElement: e } = document;
  return `${e.tagName.toLowerCase()} ${e.getAttribute('role') ?? ''} ${(e.ariaLabel ?? e.labels?.[0]?.textContent ?? e.textContent).trim().slice(0, 40)}`.replace(/ +/g, ' ');
});

export async function run(t) {
  const here = await desktop(t);
  const { page, person, hands, paper } = here;
  for (const plain of modes()) {
    await person.start(here.gateway.url, 'khai sinh', /^Đăng ký khai sinh/);
    await person.title('Em bé');
    assert.equal(await focused(page), 'h1 Em bé', 'a new step');
    await hands.press(person.button('Tiếp tục'));
    await page.getByRole('alert').getByRole('link').first().waitFor();
    assert.match(await focused(page), /^div alert Có chỗ cần bạn xem lại/, 'the list of what is wrong');
    await page.goBack();
    await person.title(/^Đăng ký khai sinh/);
    assert.match(await focused(page), /^h1 Đăng ký khai sinh/, 'after Back');
    await hands.press(person.link('motcua'));
    await person.title('Xin chào, bạn cần làm việc gì?');
    // Asking before something is deleted, and thinking better of it.
    await hands.press(page.getByRole('button', { name: /^Xóa hồ sơ dở/ }).first());
    await person.button('Giữ lại').first().waitFor();
    assert.match(await focused(page), /Xóa hồ sơ làm dở này/, 'the question has the focus');
    await hands.press(person.button('Giữ lại'));
    await person.button('Giữ lại').waitFor({ state: 'detached' });
    assert.match(await focused(page), /^button Xóa hồ sơ dở/, 'and the button again that asked it');
    await hands.press(page.getByRole('button', { name: /^Xóa hồ sơ dở/ }).first());
    await hands.press(page.getByRole('button', { name: 'Xóa', exact: true }));
    await page.getByText('Hồ sơ đang làm dở').waitFor({ state: 'detached' });
    assert.match(await focused(page), /^h1 Xin chào/, 'when it is gone, the heading');
    if (!plain) await goPlain(page, hands);
  }
  await toPapers(here);
  assert.equal(await focused(page), 'h1 Thêm giấy tờ');
  const { name: file, bytes } = smallPdf();
  await person.attach(PROOF, [await paper(file, bytes)]);
  await hands.press(person.button(`Bỏ “${file}”`));
  await person.button(`Bỏ “${file}”`).waitFor({ state: 'detached' });
  assert.match(await focused(page), /^input Giấy chứng sinh/, 'a paper removed: its box');
  await person.attach(PROOF, [await paper(file, bytes)]);
  await hands.press(person.button('Tiếp tục'));
  await person.title('Kiểm tra lại');
  await hands.press(person.link('Sửa: Họ, chữ đệm và tên của bé').or(page.getByRole('link', { name: /^Sửa.*tên của bé/ })).first());
  await person.title('Em bé');
  assert.match(await focused(page), /^input Họ, chữ đệm và tên của bé/, 'to the answer that is to be changed');
  assert.deepEqual(complaintsBut(page), [], 'the console stays empty');
}
