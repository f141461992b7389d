import assert from 'node:assert/strict';
import { axeFindings, complaintsBut } from '../lib/browser.mjs';
import { modes } from '../lib/filing.mjs';
import { gallery, plain, THEMES, wear } from '../lib/gallery.mjs';

export const name = 'axe finds nothing in the gallery: two modes, three themes, everything closed and opened';
export const ways = ['firefox'];

async function inspect(page, where, painted) {
  assert.deepEqual(await axeFindings(page, { painted }), [], where);
}

export async function run(t) {
  const { page } = await gallery(t);
  for (const inPage of modes()) {
    if (inPage) await plain(page, true);
    for (const theme of THEMES) {
      await wear(page, theme);
      await inspect(page, `${inPage ? 'page' : 'overlay'} mode, ${theme}`, !inPage);
    }
    // With what can be opened.
    await page.getByRole('button', { name: 'Lưu và báo' }).click();
    await page.getByRole('combobox', { name: 'Nơi đăng ký' }).fill('may');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await inspect(page, 'a list and a toast', !inPage);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Xóa bản nháp…' }).click();
    await page.getByRole('dialog', { name: 'Xóa bản nháp này?' }).waitFor();
    await inspect(page, 'a dialog', !inPage);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Đưa thẻ vào máy ảnh…' }).click();
    await page.getByRole('dialog').getByRole('img', { name: 'Hình máy ảnh đang thấy' }).waitFor();
    await inspect(page, 'a dialog with a camera', !inPage);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  assert.deepEqual(complaintsBut(page), [], 'no console message under the strict CSP');
}
