import assert from 'node:assert/strict';
import { complaintsBut } from '../lib/browser.mjs';
import { desktop } from '../lib/filing.mjs';
import { savedAnswer } from '../lib/saved.mjs';

export const name = 'no keystroke and no caret is lost when screen, mode or canvas change in the middle of typing';

const FIELD = 'child.native-place';

/** Takes the canvas its context, as a driver that fails does; give() hands it back. */
const loseContext = (page) => page.evaluate(() => {
  window.lost ??= document.getElementById('paint').getContext('webgl2').getExtension('WEBGL_lose_context');
  window.lost.loseContext();
});
const restoreContext = (page) => page.evaluate(() => window.lost.restoreContext());
const inMode = (page, mode) => page.waitForFunction((m) => document.documentElement.classList.contains(m), mode);

export async function run(t) {
  const { gateway, context, page, person } = await desktop(t);
  const cdp = await context.newCDPSession(page);
  const compose = (text) => cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const commit = (text) => cdp.send('Input.insertText', { text });
  await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/);
  const field = page.getByRole('textbox', { name: /^Quê quán của bé/ });
  const caret = () => field.evaluate((e) => [e === document.activeElement, e.selectionStart]);

  const changes = {
    'the canvas loses its context': [() => loseContext(page), 'page', () => restoreContext(page), 'overlay'],
    'colours are forced': [() => page.emulateMedia({ forcedColors: 'active' }), 'page', () => page.emulateMedia({ forcedColors: 'none' }), 'overlay'],
    'the page is printed': [() => page.emulateMedia({ media: 'print' }), 'page', () => page.emulateMedia({ media: 'screen' }), 'overlay'],
  };
  for (const [what, [there, mode, back, mode2]] of Object.entries(changes)) {
    // Between two letters, the caret in the middle of a word.
    await field.fill('Xã Mng');
    await field.evaluate((e) => e.setSelectionRange(4, 4));
    await page.keyboard.type('â');
    await there();
    await page.keyboard.type('y Tr');
    await inMode(page, mode);
    await page.keyboard.type('ă');
    assert.deepEqual(await caret(), [true, 10], `the caret stays when ${what}`);
    await back();
    await page.keyboard.type('Ắ');
    await inMode(page, mode2);
    await page.keyboard.press('Backspace');
    assert.deepEqual(await caret(), [true, 10], `and when that is over: ${what}`);
    await savedAnswer(page, FIELD, 'Xã Mây Trăng', what);

    // In the middle of a composition.
    await field.fill('Xã ');
    await compose('Mâ');
    await there();
    await inMode(page, mode);
    await compose('Mây');
    await back();
    await inMode(page, mode2);
    await commit('Mây');
    await page.keyboard.type(' Trắng');
    await savedAnswer(page, FIELD, 'Xã Mây Trắng', `composing while ${what}`);
  }

  // Another tree arrives while an input method composes: its text is neither cut nor doubled.
  await field.fill('');
  await compose('Xã');
  await page.getByText(/Đã lưu trên máy này lúc/).first().waitFor();
  await page.setViewportSize({ width: 1100, height: 900 });
  await compose('Xã Mây');
  await commit('Xã Mây');
  await savedAnswer(page, FIELD, 'Xã Mây', 'composing while the page is laid out anew');

  // Back in the middle of a composition, and forward again.
  await field.fill('Xã ');
  await compose('Mây');
  await page.goBack();
  await person.title(/^Đăng ký khai sinh/);
  await page.goForward();
  await person.title('Em bé');
  assert.equal(await field.inputValue(), 'Xã Mây', 'what was composed is there after Back and Forward');

  // Errors of an extension are its own.
  await field.click();
  await page.keyboard.press('End');
  await page.evaluate(() => {
    setTimeout(() => { throw new Error('of an extension'); });
    dispatchEvent(new ErrorEvent('error', { message: 'of an extension' }));
    Promise.reject(new Error('of an extension'));
  });
  await page.keyboard.type(' Trắng');
  await savedAnswer(page, FIELD, 'Xã Mây Trắng', 'typing after an error of an extension');
  assert.equal(await page.locator('#trouble').isVisible(), false, 'no sentence about a start that failed');
  assert.deepEqual(complaintsBut(page, /of an extension|context lost|CONTEXT_LOST/i), [], 'nothing of our own on the console');
}
