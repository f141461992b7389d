import assert from 'node:assert/strict';
import { complaintsBut } from '../lib/browser.mjs';
import { CARD, FILLED, SCAN, WHO, empty, filled, toPerson } from '../lib/card.mjs';
import { goPlain, modes } from '../lib/filing.mjs';

export const name = 'a citizen card by a scanner that types: into no box that an input method could spoil';
export const ways = ['page', 'keyboard'];

const DIGITS = { '|': ['Backslash', 8], ',': ['Comma', 0], ' ': ['Space', 0] };

/** Real key events through the debugger, as a scanner and what stands behind it make them. */
class Scanner {
  constructor(session) { this.session = session; }

  async send(type, event) { await this.session.send('Input.dispatchKeyEvent', { type, ...event }); }

  async press(event) {
    await this.send(event.text ? 'keyDown' : 'rawKeyDown', event);
    await this.send('keyUp', { ...event, text: undefined });
  }

  /** A sign as its key, with what that key types; `hidden` where an input method keeps it to itself. */
  async sign(sign, hidden) {
    const letter = /^[a-z]$/i.test(sign);
    const [code, modifiers] = letter ? [`Key${sign.toUpperCase()}`, /[A-Z]/.test(sign) ? 8 : 0]
      : /\d/.test(sign) ? [`Digit${sign}`, 0] : DIGITS[sign] ?? ['', 0]; // no key: put in by a program
    if (hidden && code) await this.press({ key: 'Process', code, modifiers, windowsVirtualKeyCode: 229 });
    else await this.press({ key: sign, code, modifiers, text: sign });
  }

  async altNumber(point) {
    await this.send('rawKeyDown', { key: 'Alt', code: 'AltLeft', modifiers: 1 });
    for (const digit of String(point)) {
      await this.press({ key: digit, code: `Numpad${digit}`, modifiers: 1, isKeypad: true });
    }
    await this.send('keyUp', { key: 'Alt', code: 'AltLeft' });
  }

  async types(text, { hidden = false, alt = false } = {}) {
    for (const sign of text) {
      if (alt && sign.codePointAt() > 127) await this.altNumber(sign.codePointAt());
      else await this.sign(sign, hidden);
    }
  }

  async enter() { await this.press({ key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }); }
  async backspace() { await this.press({ key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 }); }
}

/** Without marks: what a scanner can type on a keyboard. */
const bare = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd');
/** An address whose every marked letter has a number above 255. */
const ABOVE = 'Số 8, Tổ 3, Thị trấn Bưởi';
const LETTERS_LOST = 'bị bộ gõ tiếng Việt làm sai';

const focusOn = async (target, what) => assert.ok(await target.evaluate((e) => e === document.activeElement), `${what}: the focus`);

export async function run(t) {
  const here = await toPerson(t);
  const { page, context, hands, person } = here;
  const scanner = new Scanner(await context.newCDPSession(page));
  const dialog = page.getByRole('dialog', { name: 'Quét thẻ căn cước' });
  const scan = page.getByRole('button', { name: SCAN });
  const ready = async () => {
    await hands.press(scan);
    // Nobody has a camera here: the sentence about it comes with what listens to the scanner.
    await dialog.getByRole('alert').first().waitFor();
  };
  const tabToClose = async () => {
    const close = dialog.getByRole('button', { name: 'Đóng' });
    for (let n = 0; n < 5 && !(await close.evaluate((e) => e === document.activeElement)); n += 1) await page.keyboard.press('Tab');
    await focusOn(close, 'Tab leads to Close');
  };
  const takes = async (what, wanted, type) => {
    await ready();
    await type();
    await dialog.waitFor({ state: 'detached' });
    const now = await filled(page);
    for (const [field, value] of Object.entries(wanted)) assert.equal(now[field], value, `${what}: ${field}`);
    await person.title(WHO); // an Enter at the end leads nowhere
    await empty(page);
  };

  for (const plain of modes()) {
    await takes('plain', FILLED, async () => {
      await scanner.types(CARD);
      await scanner.enter();
    });
    await takes('without Enter', FILLED, () => scanner.types(CARD));
    await takes('an input method that hides the keys', { ...FILLED, name: 'Tran Thi Huong Giang', address: bare(FILLED.address) }, async () => {
      await scanner.types(bare(CARD).replace('|Nu|', '|Nữ|'), { hidden: true });
      await scanner.enter();
    });
    await takes('Alt and numbers', { ...FILLED, address: ABOVE }, async () => {
      await scanner.types(CARD.replace(FILLED.address, ABOVE), { alt: true });
      await scanner.enter();
    });
    await takes('Alt and numbers that another machine reads otherwise', { ...FILLED, name: '', address: '' }, async () => {
      await scanner.types(CARD, { alt: true });
      await scanner.enter();
    });
    await page.getByText(LETTERS_LOST).first().waitFor();
    await takes('backspaces, and letters that no key typed', FILLED, async () => {
      for (const sign of CARD) {
        if (bare(sign) !== sign) {
          await scanner.types(bare(sign));
          await scanner.backspace();
        }
        await scanner.types(sign);
      }
      await scanner.enter();
    });
    await takes('keys of Telex', { ...FILLED, name: '', address: '' }, async () => {
      await scanner.types('999196000012||Traanf Thij Huowng Giang|15031996|Nữ|Thoon DDas Bacj|25122021');
      await scanner.enter();
    });
    await takes('while Close has the focus', FILLED, async () => {
      await tabToClose();
      await scanner.types(CARD);
      await scanner.enter();
    });

    // What is no card is told, and nothing else happens.
    await ready();
    await scanner.types('https://sample.example/khong phai the');
    await scanner.enter();
    await dialog.getByRole('alert').getByText('Mã này không phải của thẻ căn cước').waitFor();
    await scanner.types(CARD.replaceAll('|', '~'));
    await scanner.enter();
    await dialog.getByRole('alert').getByText('Bộ gõ tiếng Việt làm sai mã vừa quét').waitFor();
    assert.equal((await filled(page)).number, '');

    // No box has the focus, so nothing that composes has a place to.
    await page.keyboard.press('Shift+Tab');
    assert.ok(await page.evaluate(() => !document.activeElement.matches('input, textarea, [contenteditable]')));
    await page.keyboard.insertText('999196000012');
    assert.equal((await filled(page)).number, '');

    // And by hand the dialog is operated as any other.
    for (const key of ['Enter', 'Space']) {
      if (!(await dialog.count())) await ready();
      await tabToClose();
      await page.keyboard.press(key);
      await dialog.waitFor({ state: 'detached' });
      await focusOn(scan, `after ${key}`);
    }
    if (!plain && modes().length > 1) await goPlain(page, hands);
  }
  assert.deepEqual(complaintsBut(page), [], 'the console stays empty');
}
