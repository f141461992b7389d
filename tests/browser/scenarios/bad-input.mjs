import assert from 'node:assert/strict';
import { axeFindings, complaintsBut } from '../lib/browser.mjs';
import { desktop, PROOF, smallPdf } from '../lib/filing.mjs';
import { answer, fieldsOf } from '../lib/form.mjs';

export const name = 'wrong answers and wrong files get a sentence beside them, and nothing is lost';
export const ways = ['page', 'keyboard', 'firefox'];

export async function run(t) {
  const { gateway, page, person, hands, paper } = await desktop(t);
  await person.start(gateway.url, 'khaisinh', /^Đăng ký khai sinh/);

  // Continue with nothing filled: a summary with the focus, whose links lead to the fields.
  await hands.press(person.button('Tiếp tục'));
  const summary = page.getByRole('alert');
  await summary.getByText('Có chỗ cần bạn xem lại').waitFor();
  assert.ok((await summary.getByRole('link').count()) >= 5, 'every empty field is named at once');
  assert.deepEqual(await axeFindings(page, { painted: true }), [], 'axe finds nothing on a step with errors');
  await hands.press(summary.getByRole('link', { name: /tên của bé|Họ, chữ đệm/ }).first());
  const child = page.getByRole('textbox', { name: /^Họ, chữ đệm và tên của bé/ });
  assert.ok(await child.evaluate((e) => e === document.activeElement), 'the link leads to its field');
  assert.equal(await child.getAttribute('aria-invalid'), 'true');

  // A name of 300 characters is kept as typed, and named as too long.
  const long = 'Nguyễn '.repeat(43).trim();
  await hands.type(child, long);
  const [step] = person.form.schema.steps;
  for (const field of fieldsOf(step, person.form.values)) {
    if (field.id !== 'child.name') await answer(page, hands, person.form.schema, field, person.form.values[field.id]);
  }
  await hands.press(person.button('Tiếp tục'));
  await page.getByRole('alert').getByRole('link').nth(1).waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('alert').getByRole('link').count(), 1, 'only the name is wrong now');
  assert.ok((await child.inputValue()).length > 250, 'what was typed is still there');
  await hands.type(child, person.form.values['child.name']);
  await hands.press(person.button('Tiếp tục'));
  await person.title('Mẹ của bé');
  for (const later of person.form.schema.steps.slice(1)) {
    await person.title(later.title.vi);
    for (const field of fieldsOf(later, person.form.values)) {
      await answer(page, hands, person.form.schema, field, person.form.values[field.id], {
        unitNames: { 99901: 'Ủy ban nhân dân xã Mây Trắng', 99001: 'Trung tâm Phục vụ hành chính công tỉnh Sông Xanh' },
      });
    }
    await hands.press(person.button('Tiếp tục'));
  }
  await person.title('Thêm giấy tờ');

  // Without the required paper one cannot go on.
  await hands.press(person.button('Tiếp tục'));
  await page.getByRole('alert').getByRole('link', { name: /Giấy chứng sinh/ }).first().waitFor();

  const input = page.getByLabel(PROOF).and(page.locator('input[type=file]')).first();
  const refused = [
    ['trong.pdf', Buffer.alloc(0), /Tệp này trống/],
    ['gia.pdf', Buffer.from('GIF89a hoặc bất cứ thứ gì khác, không phải PDF'), /Chỉ nhận tệp PDF|bên trong là loại khác/],
    ['doi-ten.jpg', smallPdf().bytes, /bên trong là loại khác/],
    ['van-ban.docx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400)]), /Chỉ nhận tệp PDF/],
    ['qua-lon.pdf', Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(50 * 1024 * 1024 + 1 - 9)]), /Tệp quá lớn/],
  ];
  for (const [file, bytes, words] of refused) {
    const { path } = await paper(file, bytes);
    await input.setInputFiles(path);
    await page.getByText(words).first().waitFor({ timeout: 20_000 });
    assert.equal(await person.button(`Bỏ “${file}”`).count(), 0, `${file} was not taken`);
    await hands.press(person.button('Đã hiểu').first());
  }
  const good = smallPdf();
  await person.attach(PROOF, [await paper(good.name, good.bytes)]);
  await hands.press(person.button(`Bỏ “${good.name}”`));
  await page.getByText(`Đã bỏ “${good.name}”`).first().waitFor();
  await person.attach(PROOF, [await paper(good.name, good.bytes)]);
  await person.review();
  await hands.press(person.button('Xác nhận và niêm phong'));
  await page.getByText('Bạn hãy đánh dấu vào ô xác nhận trước khi niêm phong').first().waitFor();
  await person.confirm();
  await person.receipt();
  assert.deepEqual(complaintsBut(page), [], 'the console stays empty');
}
