// What a person does from the first page to the receipt, in their own words: roles and labels, nothing else.
import assert from 'node:assert/strict';
import { answer, fieldsOf, plain } from './form.mjs';

const UNITS = {
  99901: 'Ủy ban nhân dân xã Mây Trắng',
  99001: 'Trung tâm Phục vụ hành chính công tỉnh Sông Xanh',
};

export class Citizen {
  constructor(page, hands, form) {
    this.page = page;
    this.hands = hands;
    this.form = form;
  }

  button(name) { return this.page.getByRole('button', { name, exact: true }); }
  link(name) { return this.page.getByRole('link', { name }).first(); }
  async title(name) { await this.page.getByRole('heading', { level: 1, name }).waitFor(); }

  /** Finds the procedure by typing, opens it and starts. `inspect` sees every screen. */
  async start(url, query, procedure, inspect = async () => {}) {
    await this.page.goto(url);
    await this.title('Xin chào, bạn cần làm việc gì?');
    await inspect('home');
    await this.hands.type(this.page.getByRole('searchbox', { name: 'Tìm thủ tục' }), query);
    await this.page.getByText(/Tìm thấy \d+ thủ tục/).first().waitFor();
    await inspect('search');
    await this.hands.press(this.link(procedure));
    await this.title(procedure);
    await inspect('procedure');
    await this.hands.press(this.button('Bắt đầu điền hồ sơ'));
  }

  /** Answers every step of the form from the fixture. */
  async fill(inspect = async () => {}) {
    const { steps } = this.form.schema;
    for (const [at, step] of steps.entries()) {
      const ahead = [...steps.slice(at).map((s) => s.title.vi), 'Thêm giấy tờ'].map(plain).join('|');
      await this.title(new RegExp(`^(${ahead})$`));
      const here = await this.page.getByRole('heading', { level: 1 }).first().innerText();
      if (here.trim() !== step.title.vi) continue; // not asked in the fixture's case
      for (const field of fieldsOf(step, this.form.values)) {
        await answer(this.page, this.hands, this.form.schema, field, this.form.values[field.id], { unitNames: UNITS });
      }
      await inspect(`step-${step.id}`);
      await this.hands.press(this.button('Tiếp tục'));
    }
    await this.title('Thêm giấy tờ');
  }

  /** Adds files to a component and waits until each is kept. */
  async attach(component, files) {
    const field = this.page.getByLabel(component).and(this.page.locator('input[type=file]')).first();
    await this.hands.attach(field, files.map((f) => f.path));
    for (const file of files) await this.button(`Bỏ “${file.name}”`).waitFor({ timeout: 60_000 });
  }

  async review(inspect = async () => {}) {
    await this.hands.press(this.button('Tiếp tục'));
    await this.title('Kiểm tra lại');
    await inspect('review');
    await this.hands.press(this.button('Đúng rồi, tiếp tục'));
    await this.title('Xác nhận và niêm phong');
    await inspect('seal');
  }

  async confirm() {
    await this.hands.tick(this.page.getByRole('checkbox', { name: /^Tôi xác nhận/ }), true);
    await this.hands.press(this.button('Xác nhận và niêm phong'));
  }

  /** Waits for the receipt; resolves with the submission number as 12 digits. */
  async receipt(timeout = 60_000) {
    await this.page.getByRole('heading', { level: 1, name: 'Đã nộp xong' }).waitFor({ timeout });
    const words = await this.page.getByRole('main').innerText();
    const number = words.match(/\d{4} \d{4} \d{4}/)?.[0].replaceAll(' ', '');
    assert.ok(number, 'the receipt shows a number');
    return number;
  }

  async follow() {
    await this.hands.press(this.link('Theo dõi hồ sơ'));
    await this.title('Theo dõi hồ sơ');
    await this.page.getByText('Đang theo dõi trực tiếp').first().waitFor();
  }
}
