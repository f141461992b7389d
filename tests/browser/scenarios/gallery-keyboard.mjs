import assert from 'node:assert/strict';
import { complaintsBut, way } from '../lib/browser.mjs';
import { modes } from '../lib/filing.mjs';
import { gallery, plain, settled } from '../lib/gallery.mjs';
import { keyboard } from '../lib/hands.mjs';

export const name = 'every component of the gallery works by keyboard alone, in both modes';
export const ways = ['firefox'];

/** Over the paint a box has no size of its own. */
const BOX = { state: 'attached' };
const isFocused = (target) => target.evaluate((e) => e === document.activeElement);

/** Until it holds: a few frames, on a busy machine a few seconds. */
async function becomes(question, what) {
  for (let i = 0; i < 250; i += 1) {
    if (await question()) return;
    await new Promise((next) => setTimeout(next, 40));
  }
  assert.fail(what);
}

async function combobox(page) {
  const field = page.getByRole('combobox', { name: 'Nơi đăng ký' });
  await field.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('suoi hoa');
  const option = page.getByRole('option', { name: 'Suối Hoa' });
  await option.waitFor();
  await page.keyboard.press('ArrowDown');
  const id = await option.getAttribute('id');
  await becomes(async () => (await field.getAttribute('aria-activedescendant')) === id, 'the first option is active');
  await page.keyboard.press('Enter');
  await becomes(async () => /Suối Hoa$/.test(await field.inputValue()), 'Enter chooses');
  assert.equal(await field.getAttribute('aria-expanded'), 'false');
  assert.ok(await isFocused(field), 'the focus stays in the field');

  // All names, from the end of the list.
  await page.keyboard.press('ArrowUp');
  const last = page.locator('[role=option][aria-posinset="3321"]');
  await last.waitFor();
  await becomes(() => last.evaluate((e) => {
    const [row, list] = [e.getBoundingClientRect(), e.parentElement.getBoundingClientRect()];
    return row.bottom <= list.bottom + 3 && row.top >= list.top - 3;
  }), 'the active option is in sight');
  assert.ok((await page.getByRole('listbox').getByRole('option').count()) < 60, 'only a part of the list is in the document');
  await page.keyboard.press('Escape');
  await last.waitFor({ state: 'detached' });
}

async function tabs(page) {
  await page.getByRole('tab', { name: 'Cần chuẩn bị' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tabpanel', { name: 'Các bước' }).waitFor(BOX);
  assert.ok(await isFocused(page.getByRole('tab', { name: 'Các bước', selected: true })));
  await page.keyboard.press('End');
  await page.getByRole('tabpanel', { name: 'Lệ phí' }).waitFor(BOX);
  await page.keyboard.press('Home');
  await page.getByRole('tabpanel', { name: 'Cần chuẩn bị' }).waitFor(BOX);
}

async function dialog(page) {
  const opener = page.getByRole('button', { name: 'Xóa bản nháp…' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const box = page.getByRole('dialog', { name: 'Xóa bản nháp này?' });
  await box.waitFor();
  // Three controls, twice round. Firefox goes on to its own bar, and without a window there is no way back.
  for (let i = 0; i < (way.engine === 'firefox' ? 2 : 6); i += 1) {
    await page.keyboard.press('Tab');
    const outside = await page.evaluate(() => document.activeElement !== document.body && !document.activeElement.closest('dialog'));
    assert.ok(!outside, 'the focus stays in the dialog');
  }
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'detached' });
  await becomes(() => isFocused(opener), 'the focus is back where it was');
}

async function details(page) {
  const button = page.getByRole('button', { name: 'Vì sao cần số định danh?' });
  const before = await button.getAttribute('aria-expanded');
  await button.focus();
  await page.keyboard.press('Enter');
  await becomes(async () => (await button.getAttribute('aria-expanded')) !== before, 'it opens and closes');
}

async function repeats(page) {
  const add = page.getByRole('button', { name: 'Thêm một người con' });
  await add.focus();
  await page.keyboard.press('Enter');
  const third = page.getByRole('group', { name: 'Người con thứ 3' });
  await becomes(() => isFocused(third.getByRole('textbox').first()), 'the focus is in the new group');
  await page.getByRole('button', { name: 'Bỏ người con thứ 3' }).focus();
  await page.keyboard.press('Enter');
  await third.waitFor({ state: 'detached' });
  await becomes(() => page.evaluate(() => document.activeElement !== document.body), 'the focus is not lost');
}

async function table(page) {
  const sort = page.getByRole('button', { name: /^Hồ sơ/ });
  await sort.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('columnheader', { name: /Hồ sơ xếp tăng dần/ }).waitFor(BOX);
  assert.ok(await isFocused(sort), 'the focus stays on the column');
  await page.keyboard.press('Enter');
  await page.getByRole('columnheader', { name: /Hồ sơ xếp giảm dần/ }).waitFor(BOX);
  await settled(page);
  // Its rows follow the sight.
  await page.keyboard.press('Control+End');
  await page.locator('tr[aria-rowindex="3322"]').waitFor({ state: 'attached' });
  await page.keyboard.press('Control+Home');
}

async function preview(page) {
  const frame = page.getByRole('group', { name: 'Trang 1 của giấy chứng sinh' });
  await frame.focus();
  await page.keyboard.press('+');
  await becomes(() => frame.evaluate((e) => e.scrollWidth > e.clientWidth), 'the picture is larger than its frame');
  await page.keyboard.press('0');
  await becomes(() => frame.evaluate((e) => e.scrollWidth <= e.clientWidth), 'and whole again');
}

async function fields(page) {
  await keyboard.choose(page.getByRole('combobox', { name: 'Tỉnh, thành phố' }), 'Tỉnh Sông Xanh');
  const commune = page.getByRole('combobox', { name: 'Xã, phường, đặc khu' });
  await becomes(() => commune.isEnabled(), 'the commune opens once a province is chosen');
  const known = page.getByRole('checkbox', { name: 'Tôi không biết cả ngày và tháng' });
  await known.focus();
  await page.keyboard.press('Space');
  const old = page.getByRole('group', { name: 'Ngày sinh của ông nội' });
  await becomes(() => old.getByRole('textbox', { name: 'Tháng' }).isDisabled(), 'what is unknown can not be typed');
  await page.keyboard.press('Space');
  await becomes(() => old.getByRole('textbox', { name: 'Tháng' }).isEnabled(), 'and can again');
  await page.getByRole('textbox', { name: 'Thu nhập mỗi tháng' }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('7500000');
  await page.getByText('Bạn nhập: 7.500.000 đồng').waitFor();
}

export async function run(t) {
  const { page } = await gallery(t);
  for (const inPage of modes()) {
    if (inPage) await plain(page, true);
    for (const part of [combobox, tabs, dialog, details, repeats, preview, fields, table]) await part(page);
  }
  assert.deepEqual(complaintsBut(page), [], 'no console message under the strict CSP');
}
