import assert from 'node:assert/strict';
import { complaintsBut, launch, profile, SIZES, watchedPage, way } from '../lib/browser.mjs';
import { Citizen } from '../lib/citizen.mjs';
import { choosePlain } from '../lib/filing.mjs';
import { answer, fieldsOf, loadForm } from '../lib/form.mjs';
import { Gateway } from '../lib/gateway.mjs';
import { mouse } from '../lib/hands.mjs';

export const name = 'Back, deep links, a reload, a restored tab and the page cache never lose what was typed';
export const ways = ['page', 'keyboard', 'firefox'];

const HOME = /^Quê quán của bé/;

async function fillStep(page, form, step) {
  for (const field of fieldsOf(step, form.values)) await answer(page, mouse, form.schema, field, form.values[field.id]);
}

/** Step by step through the history, a letter typed before each Back without leaving the field. */
async function backAndForward(page, person) {
  const [child, mother] = person.form.schema.steps;
  await fillStep(page, person.form, child);
  await person.button('Tiếp tục').click();
  await person.title(mother.title.vi);
  const length = await page.evaluate(() => history.length);
  await page.getByRole('textbox', { name: /^Họ, chữ đệm và tên của mẹ/ }).pressSequentially('Nguyễn Thị');
  await page.goBack();
  await person.title(child.title.vi);
  assert.equal(await page.getByRole('textbox', { name: HOME }).inputValue(), person.form.values['child.native-place']);
  await page.getByRole('textbox', { name: HOME }).press('End');
  await page.keyboard.type(' X');
  await page.goBack();
  await person.title(/^Đăng ký khai sinh/);
  await page.goForward();
  await person.title(child.title.vi);
  assert.equal(await page.getByRole('textbox', { name: HOME }).inputValue(), `${person.form.values['child.native-place']} X`);
  await page.goForward();
  await person.title(mother.title.vi);
  assert.equal(await page.getByRole('textbox', { name: /^Họ, chữ đệm và tên của mẹ/ }).inputValue(), 'Nguyễn Thị');
  assert.equal(await page.evaluate(() => history.length), length, 'Back and Forward add no entries');
  const { pathname } = new URL(page.url());
  assert.match(pathname, /^\/nop\/[0-9a-f]{16}\/mother$/, 'the address names a draft and a step, nothing personal');
}

/** Goes to another page and comes back from the browser's page cache, typing before and after. The driver knows
 * no page cache, so this speaks to the browser itself. */
async function pageCache(t, gateway, form) {
  const browser = await launch({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  t.cleanup(() => browser.close());
  const context = await browser.newContext({ viewport: SIZES.desktop, locale: 'vi-VN' });
  const page = await watchedPage(context);
  t.page = null;
  const person = new Citizen(page, mouse, form);
  await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/);
  const field = page.getByRole('textbox', { name: HOME });
  await field.fill('trước khi đi');
  await page.getByText(/Đã lưu trên máy này lúc/).first().waitFor();
  const id = await field.getAttribute('id');
  const cdp = await context.newCDPSession(page);
  const ask = async (expression) => {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    assert.ok(!exceptionDetails, exceptionDetails?.exception?.description);
    return result.value;
  };
  const until = async (expression, wanted, what) => {
    let has;
    for (let i = 0; i < 100; i += 1) {
      has = await ask(expression).catch((e) => e.message);
      if (has === wanted) return;
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    assert.equal(has, wanted, what);
  };
  const value = `document.getElementById('${id}')?.value`;
  await ask(`addEventListener('pageshow', ({ persisted }) => { window.cameBack = persisted ? 'from the cache' : 'anew'; });`);
  await ask(`setTimeout(() => { location.href = '${gateway.url}/licences.txt'; }, 0), 1`);
  await until('location.pathname', '/licences.txt', 'away');
  await ask('setTimeout(() => history.back(), 0), 1');
  await until(value, 'trước khi đi', 'what was typed is there');
  const reasons = "JSON.stringify(performance.getEntriesByType('navigation')[0]?.notRestoredReasons)";
  await until(`window.cameBack ?? ${reasons}`, 'from the cache', 'the page may lie in the page cache');
  await ask(`document.getElementById('${id}').focus()`);
  await cdp.send('Input.insertText', { text: ', sau khi về' });
  const typed = await ask(value);
  assert.match(typed, /, sau khi về/);
  await new Promise((resolve) => { setTimeout(resolve, 500); });
  await ask('setTimeout(() => location.reload(), 0), 1');
  await until(`window.cameBack === undefined && ${value}`, typed, 'what was typed after coming back is kept');
}

export async function run(t) {
  const gateway = await Gateway.start();
  t.cleanup(() => gateway.close());
  const form = await loadForm('birth');
  const { context, close } = await profile();
  let closed = false;
  t.cleanup(async () => closed || close());
  const page = await watchedPage(context);
  t.page = page;
  const person = new Citizen(page, mouse, form);
  if (way.plain) await choosePlain(page, gateway.url, mouse);
  await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/);
  await backAndForward(page, person);

  // The last letters before a reload: on the disk, or the browser asks before it goes.
  const field = page.getByRole('textbox', { name: /^Họ, chữ đệm và tên của mẹ/ });
  for (let i = 0; i < 5; i += 1) {
    let asked = false;
    page.once('dialog', (dialog) => { asked = dialog.type() === 'beforeunload'; dialog.accept(); });
    const before = await field.inputValue();
    await field.press('End');
    await page.keyboard.type(String.fromCharCode(97 + i));
    await page.reload();
    await person.title('Mẹ của bé');
    const kept = (await field.inputValue()) === `${before}${String.fromCharCode(97 + i)}`;
    assert.ok(kept || asked, 'a letter typed before a reload is kept, or the browser asked first');
    page.removeAllListeners('dialog');
  }

  // A deep link into the form, in a new tab of the same browser, after the first is closed.
  await field.fill('Nguyễn Thị Thử');
  await page.getByText(/Đã lưu trên máy này lúc/).first().waitFor();
  const deep = page.url();
  await page.waitForTimeout(300);
  await page.close();
  const again = await watchedPage(context);
  t.page = again;
  await again.goto(deep);
  const restored = new Citizen(again, mouse, form);
  await restored.title('Mẹ của bé');
  assert.equal(await again.getByRole('textbox', { name: /^Họ, chữ đệm và tên của mẹ/ }).inputValue(), 'Nguyễn Thị Thử');

  // Addresses that lead nowhere say so; those of steps that do not exist lead to one that does.
  for (const [address, title] of [
    ['/nop/0123456789abcdef/child', 'Không thấy hồ sơ này trên máy'],
    ['/thu-tuc/9.999999', 'Không có trang này'],
    ['/ho-so/123456789012', 'Không có trang này'],
    [new URL(deep).pathname.replace('/mother', '/khong-co'), 'Mẹ của bé'],
  ]) {
    await again.goto(gateway.url + address);
    await restored.title(title);
  }
  assert.deepEqual(complaintsBut(again), [], 'the console stays empty');
  closed = true;
  await close();
  if (way.engine === 'chromium') await pageCache(t, gateway, form);
}
