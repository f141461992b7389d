// web/card/burst.js: what a scanner's keys come to, whatever stands between them and the page.
import { launch, watchedPage } from '../lib/browser.mjs';
import { same, workbench } from '../lib/workbench.mjs';

export const name = 'keys of a scanner become a text: plain, hidden by an input method, as numbers with Alt, with backspaces';
export const ways = ['firefox'];

const NUMBER = '999196000012';
const PLAIN = `${NUMBER}|012345678|Tran Thi Huong|15031996|Nu|So 8, Thon Da Bac|25122021`;

/** Runs in the page: types strokes [{key, code, …} or "up"] at their times and tells what came of it. */
async function play(strokes) {
  const { createBurst } = await import('/card/burst.js');
  const texts = [];
  const burst = createBurst((text) => texts.push(text));
  const taken = strokes.map(({ ms, kind = 'down', ...key }) => (kind === 'rest' ? burst.rest(ms) : burst[kind](key, ms)));
  return { texts, taken };
}

const US = { '|': ['Backslash', true], ',': ['Comma', false], ' ': ['Space', false] };

/** The key that types this sign on a US keyboard. */
function keyOf(sign) {
  if (/[a-z]/i.test(sign)) return { key: sign, code: `Key${sign.toUpperCase()}`, shift: /[A-Z]/.test(sign) };
  if (/\d/.test(sign)) return { key: sign, code: `Digit${sign}` };
  const [code = '', shift = false] = US[sign] ?? [];
  return { key: sign, code, shift };
}

/** Strokes, one each `gap` ms, with an Enter after them. */
function typed(keys, { gap = 8, from = 1000, suffix = [{ key: 'Enter', code: 'Enter' }] } = {}) {
  return [...keys, ...suffix].map((key, at) => ({ ...key, ms: from + at * gap }));
}

const keysOf = (text) => [...text].map(keyOf);

/** Alt held, the digits of the number pad, Alt released. */
const withAlt = (digits) => [
  { key: 'Alt', code: 'AltLeft', alt: true },
  ...[...String(digits)].map((d) => ({ key: 'End', code: `Numpad${d}`, alt: true })),
  { kind: 'up', key: 'Alt', code: 'AltLeft' },
];

export async function run(t) {
  const bench = await workbench(t);
  const browser = await launch();
  t.cleanup(() => browser.close());
  const page = await watchedPage(await browser.newContext());
  await page.goto(bench.url);
  const read = async (strokes) => (await page.evaluate(play, strokes)).texts;
  const taken = async (strokes) => (await page.evaluate(play, strokes)).taken;

  same(await read(typed(keysOf(PLAIN))), [PLAIN], 'plain');
  same(await read(typed(keysOf(PLAIN), { suffix: [{ key: 'Tab', code: 'Tab' }] })), [PLAIN], 'with Tab at the end');
  same(await read(typed(keysOf(PLAIN), { suffix: [{ key: 'j', code: 'KeyJ', ctrl: true }] })), [PLAIN], 'with Ctrl+J');
  const twice = [...typed(keysOf(PLAIN)), ...typed(keysOf(PLAIN), { from: 9000 })];
  same(await read(twice), [PLAIN, PLAIN], 'and again');

  // No key at the end: silence.
  const silent = typed(keysOf(PLAIN), { suffix: [] });
  const end = silent.at(-1).ms;
  same(await read([...silent, { kind: 'rest', ms: end + 100 }]), [], 'too early');
  same(await read([...silent, { kind: 'rest', ms: end + 125 }]), [PLAIN], 'after silence');
  const cut = typed(keysOf(PLAIN.slice(0, 30)), { suffix: [] });
  const rest = typed(keysOf(PLAIN.slice(30)), { from: cut.at(-1).ms + 300 });
  same(await read([...cut, { kind: 'rest', ms: cut.at(-1).ms + 125 }, ...rest]), [PLAIN], 'a pause in the middle');

  // An input method hides what was typed, or the whole key.
  for (const hidden of ['Process', 'Unidentified', 'Dead']) {
    same(await read(typed(keysOf(PLAIN).map((k) => ({ ...k, key: hidden })), { suffix: [{ key: hidden, code: 'Enter' }] })), [PLAIN], hidden);
  }
  const shifts = keysOf('|').concat({ key: 'Process', code: 'ShiftLeft', shift: true }, { key: 'Shift', code: 'ShiftLeft' });
  same(await read(typed([...keysOf(NUMBER), ...shifts, ...keysOf('x')])), [`${NUMBER}|x`], 'Shift types nothing');
  same(await read(typed([...keysOf(NUMBER), { key: 'Process', code: 'KeyN', caps: true }, { key: 'Process', code: 'KeyU', caps: true, shift: true }])), [`${NUMBER}Nu`], 'Caps Lock');
  same(await read(typed([...keysOf(NUMBER), { key: 'Unidentified', code: '' }])), [`${NUMBER}\uFFFD`], 'a key that cannot be known');

  // Numbers with Alt: letters above 255, plain signs below 127; what lies between depends on the machine.
  const numbered = [...keysOf(`${NUMBER}||Tr`), ...withAlt(7847), ...keysOf('n Th'), ...withAlt('0234'), ...withAlt('0124')];
  same(await read(typed(numbered)), [`${NUMBER}||Trần Th\uFFFD|`], 'Alt and a number');
  same(await read(typed([...NUMBER].flatMap((d) => withAlt(d.charCodeAt())).concat(withAlt(124), keysOf('a'), withAlt(13)), { suffix: [] })), [`${NUMBER}|a`], 'everything with Alt');
  same(await read(typed([...keysOf(NUMBER), ...withAlt(55296), ...withAlt(99999999), ...withAlt(0)])), [`${NUMBER}\uFFFD\uFFFD\uFFFD`], 'numbers that are no letter');

  // As an input method works that replaces what it thinks was typed: Backspace, then letters without a key.
  const backspace = { key: 'Backspace', code: 'Backspace' };
  const replaced = [...keysOf(`${NUMBER}||Le`), backspace, { key: 'ê', code: '' }, ...keysOf(' Thi'), backspace, { key: 'ị', code: '' }];
  same(await read(typed(replaced)), [`${NUMBER}||Lê Thị`], 'backspaces');

  // Whoever is no scanner has the keys for themselves.
  const tab = { key: 'Tab', code: 'Tab' };
  const slow = typed([...keysOf('a'), tab, { key: ' ', code: 'Space' }, { key: 'Enter', code: 'Enter' }, backspace], { gap: 400, suffix: [] });
  same(await taken(slow), [true, false, false, false, false], 'slow keys operate the dialog');
  same(await read(typed(keysOf(PLAIN), { gap: 200 })), [], 'a person who types it all is no scanner');
  same(await taken(typed([tab, { ...tab, shift: true }, { key: 'Escape', code: 'Escape' }], { suffix: [] })), [false, false, false], 'fast Tabs, and Escape');
  same((await taken(typed(keysOf('9991'))))[4], true, 'Enter at the end of a burst is the scanner\'s');
  same(await taken(typed([{ key: 'v', code: 'KeyV', ctrl: true }, { key: 'r', code: 'KeyR', meta: true }], { suffix: [] })), [false, false], 'shortcuts');
  same(await read(typed([{ key: '|', code: 'Digit7', ctrl: true, alt: true, graph: true }, ...keysOf(PLAIN)])), [`|${PLAIN}`], 'AltGr types');

  // Nothing grows without end, and nothing short is a code.
  const [long] = await read(typed(keysOf('9'.repeat(6000)), { gap: 2 }));
  same(long.length, 2049, 'bounded');
  same(await read(typed(keysOf(NUMBER))), [], 'a number is no code');
  same(await read([...typed(keysOf(`${NUMBER}~~abc~01011990~x`), { suffix: [] }), { kind: 'rest', ms: 5000 }]), [`${NUMBER}~~abc~01011990~x`], 'bars lost, without Enter');
  same(page.complaints, [], 'the console stays empty');
}
