// Two ways to operate a page. Both find things by role and label; what differs is how they act.
import assert from 'node:assert/strict';

export const mouse = {
  press: (target) => target.click(),
  type: (target, text) => target.fill(text),
  choose: (target, label) => target.selectOption({ label }),
  tick: (target, on) => target.setChecked(on),
  pick: (target) => target.check(),
  attach: (target, files) => target.setInputFiles(files),
};

const MOST_TABS = 200;

/** Tab, or Shift+Tab to what stands before, until `there` holds of the target; never out of the page. */
async function tabTo(target, there) {
  const page = target.page();
  await target.waitFor();
  const back = await target.evaluate(
    (e) => (document.activeElement.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING) !== 0 && document.activeElement !== document.body,
  );
  for (let i = 0; i < MOST_TABS; i += 1) {
    if (await target.evaluate(there)) return;
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  assert.fail(`${target} cannot be reached with the Tab key`);
}

const reach = (target) => tabTo(target, (e) => e === document.activeElement);

export const keyboard = {
  async press(target) {
    await reach(target);
    await target.page().keyboard.press('Enter');
  },
  async type(target, text) {
    await reach(target);
    await target.page().keyboard.press('Control+A');
    if (text) await target.page().keyboard.type(text);
    else await target.page().keyboard.press('Delete');
  },
  async choose(target, label) {
    await reach(target);
    const index = await target.evaluate((e, l) => [...e.options].findIndex((o) => o.label === l), label);
    assert.ok(index >= 0, `there is an option "${label}"`);
    await target.page().keyboard.press('Home');
    for (let i = 0; i < index; i += 1) await target.page().keyboard.press('ArrowDown');
    await target.page().keyboard.press('Tab');
  },
  async tick(target, on) {
    await reach(target);
    if ((await target.isChecked()) !== on) await target.page().keyboard.press('Space');
  },
  async pick(target) {
    // A radio group is one stop of the Tab key; the arrows move inside it.
    const page = target.page();
    await tabTo(target, (e) => document.activeElement.type === 'radio' && document.activeElement.name === e.name);
    for (let i = 0; i < 20; i += 1) {
      if (await target.evaluate((e) => e === document.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    if (!(await target.isChecked())) await page.keyboard.press('Space');
    assert.ok(await target.isChecked(), `${target} is chosen`);
  },
  async attach(target, files) {
    // Asked for first: what opens before the test listens would be a real dialog that nobody answers.
    const chooser = target.page().waitForEvent('filechooser');
    await reach(target);
    await target.page().keyboard.press('Enter');
    await (await chooser).setFiles(files);
  },
};
