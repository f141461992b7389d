// The ways in which Vietnamese reaches a field. Each types TEXT into the field that has the focus.

export const TEXT = 'Nguyễn Đặng Phước';

/** What stands in the field after each key of Telex, word by word: N g u y e e x n, D d a w n g j, P h u o w c s. */
const WORDS = [
  ['N', 'Ng', 'Ngu', 'Nguy', 'Nguye', 'Nguyê', 'Nguyễ', 'Nguyễn'],
  ['D', 'Đ', 'Đa', 'Đă', 'Đăn', 'Đăng', 'Đặng'],
  ['P', 'Ph', 'Phu', 'Phuo', 'Phươ', 'Phươc', 'Phước'],
];

/** From one state to the next: how many letters go, what comes. */
function difference(before, after) {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return { gone: before.length - same, come: after.slice(same) };
}

/** One letter as an input method sends it: a key that bears the letter. */
async function letter(cdp, text) {
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text, unmodifiedText: text });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text });
}

async function back(page, times) {
  for (let i = 0; i < times; i += 1) await page.keyboard.press('Backspace');
}

/** Types every word; `replace` carries out one step of it. */
async function wordByWord(page, replace, { after = async () => {} } = {}) {
  for (const [i, states] of WORDS.entries()) {
    if (i) await page.keyboard.press('Space');
    let before = '';
    for (const state of states) {
      await replace(difference(before, state), state);
      before = state;
    }
    await after(before);
  }
}

async function paste(page, text) {
  await page.evaluate((t) => navigator.clipboard.writeText(t), text);
  await page.keyboard.press('Control+V');
}

export const WAYS = {
  'composition of the system': (page, cdp) =>
    wordByWord(
      page,
      (_, state) => cdp.send('Input.imeSetComposition', { text: state, selectionStart: state.length, selectionEnd: state.length }),
      { after: (word) => cdp.send('Input.insertText', { text: word }) },
    ),
  'backspaces and letters': (page, cdp) =>
    wordByWord(page, async ({ gone, come }) => {
      await back(page, gone);
      for (const one of come) await letter(cdp, one);
    }),
  'the same after a narrow space that fends off suggestions': (page, cdp) =>
    wordByWord(page, async ({ gone, come }) => {
      if (gone) {
        await letter(cdp, '\u202f');
        await back(page, gone + 1);
      }
      for (const one of come) await letter(cdp, one);
    }),
  'backspaces and the clipboard': (page, cdp) =>
    wordByWord(page, async ({ gone, come }) => {
      await back(page, gone);
      if (gone) await paste(page, come);
      else await letter(cdp, come);
    }),
  'letters and compound marks': async (page, cdp) => {
    for (const one of TEXT.normalize('NFD')) await letter(cdp, one);
  },
  'a paste in NFD': (page) => paste(page, TEXT.normalize('NFD')),
  'a phone keyboard that replaces whole words': (page, cdp) =>
    wordByWord(page, (_, state) => cdp.send('Input.imeSetComposition', { text: state, selectionStart: 0, selectionEnd: state.length }), {
      after: (word) => cdp.send('Input.insertText', { text: word }),
    }),
};
