import assert from 'node:assert/strict';
import { complaintsBut } from '../lib/browser.mjs';
import { desktop } from '../lib/filing.mjs';
import { savedAnswer } from '../lib/saved.mjs';
import { TEXT, WAYS } from '../lib/typists.mjs';

export const name = 'Vietnamese arrives whole by every input method, in both modes';

export async function run(t) {
  const { gateway, context, page, person } = await desktop(t);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const cdp = await context.newCDPSession(page);
  await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/);
  const field = page.getByRole('textbox', { name: /^Quê quán của bé/ });
  for (const plain of [false, true]) {
    if (plain) await person.button('Xem trang đơn giản').click();
    for (const [way, type] of Object.entries(WAYS)) {
      const where = `${way}, ${plain ? 'page' : 'overlay'}`;
      await field.fill('x');
      await field.fill('');
      await savedAnswer(page, 'child.native-place', '', `empty before ${where}`);
      await field.click();
      await type(page, cdp);
      await savedAnswer(page, 'child.native-place', TEXT, where);
      assert.equal((await field.inputValue()).normalize('NFC'), TEXT, where);
      // In the middle of what is there, as somebody mends a word.
      await page.keyboard.press('Home');
      await page.keyboard.type('Ba');
      await page.keyboard.press('Space');
      await savedAnswer(page, 'child.native-place', `Ba ${TEXT}`, `${where}, mended at its start`);
      assert.equal(await field.evaluate((e) => e.selectionStart), 3, `the caret stays, ${where}`);
    }
    // What an input method left behind goes when the field is left.
    await field.fill('\u200b\u202fXã Mây\u00a0Trắng \u200e');
    await field.blur();
    await savedAnswer(page, 'child.native-place', 'Xã Mây Trắng', 'stray marks');
    await page.waitForFunction((e) => e.value === 'Xã Mây Trắng', await field.elementHandle(), { timeout: 3_000 });
  }
  // Undo and cut are the browser's own.
  await field.fill('');
  await field.pressSequentially('một cửa');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+X');
  await savedAnswer(page, 'child.native-place', '', 'cut');
  await page.keyboard.press('Control+V');
  await savedAnswer(page, 'child.native-place', 'một cửa', 'pasted');
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await savedAnswer(page, 'child.native-place', 'một cửa', 'undone');
  assert.deepEqual(complaintsBut(page), [], 'the console stays empty');
}
