import assert from 'node:assert/strict';
import { launch, watchedPage } from '../lib/browser.mjs';
import { Gateway } from '../lib/gateway.mjs';
import { distances, markedForm } from '../lib/ruler.mjs';

export const name = 'two fingers make the page larger: paint and document stay together, and a tap finds its field';

const MOST = 1.5; // CSS px, as everywhere
const WIDTH = 900;

/** Two fingers that move apart until they are `times` as far from each other. */
async function pinch(cdp, times) {
  const middle = { x: WIDTH / 2, y: 350 };
  const [from, to] = [60, 60 * times];
  const fingers = (apart) => [{ x: middle.x - apart, y: middle.y, id: 0 }, { x: middle.x + apart, y: middle.y, id: 1 }];
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(from) });
  for (let i = 1; i <= 20; i += 1) {
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(from + ((to - from) * i) / 20) });
    await new Promise((next) => { setTimeout(next, 16); });
  }
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

export async function run(t) {
  const gateway = await Gateway.start();
  t.cleanup(() => gateway.close());
  const browser = await launch();
  t.cleanup(() => browser.close());
  const reader = await (await browser.newContext()).newPage();
  // Only such a page can be pinched here; it begins plain, as phones do, and is asked to be painted.
  const context = await browser.newContext({ viewport: { width: WIDTH, height: 700 }, hasTouch: true, isMobile: true, locale: 'vi-VN' });
  const page = await watchedPage(context);
  t.page = page;
  const cdp = await context.newCDPSession(page);
  const field = await markedForm(page, gateway);
  const inSight = () => page.evaluate(() => {
    const { offsetLeft, offsetTop, width, height, scale } = visualViewport;
    return { offsetLeft, offsetTop, width, height, scale };
  });
  let usual = 0; // px from the painted edge to the line
  let scale = 1;
  for (const times of [1, 1.4, 1.3]) {
    if (times > 1) await pinch(cdp, times);
    await field.evaluate((e) => e.scrollIntoView({ block: 'center', inline: 'center' }));
    await page.waitForTimeout(400);
    const sight = await inSight();
    assert.ok(times === 1 ? sight.scale === 1 : sight.scale > scale * 1.15, `the page is ${sight.scale} times as large now`);
    scale = sight.scale;
    const { data } = await cdp.send('Page.captureScreenshot', { format: 'png' });
    const found = await reader.evaluate(distances, { data, scale: sight.width, x: WIDTH / 2 - sight.offsetLeft });
    t.note(`${scale.toFixed(2)} times: ${found.map((d) => d.toFixed(2)).join(' ')} px from the painted edge to the document's line`);
    assert.ok(found.length, `a field is seen at ${scale}`);
    usual ||= found[0];
    for (const d of found) assert.ok(Math.abs(d - usual) <= MOST, `paint and document are ${Math.abs(d - usual).toFixed(2)} px apart at ${scale}`);
  }
  await page.waitForTimeout(500); // a tap too soon after the fingers would be half of a double tap
  const sight = await inSight();
  const box = await field.evaluate((e) => e.getBoundingClientRect().toJSON());
  const at = { x: Math.max(box.x, sight.offsetLeft) + 40 - sight.offsetLeft, y: box.y + box.height / 2 - sight.offsetTop };
  // Right after two fingers the browser may take a tap for a part of their gesture: a person taps again.
  const focused = () => field.evaluate((e) => e === document.activeElement);
  for (let taps = 0; taps < 3 && !(await focused()); taps += 1) {
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
    await page.waitForTimeout(60);
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.waitForTimeout(1_000);
  }
  assert.ok(await focused(), 'the tap found its field');
  await page.keyboard.type('Xã Mây Trắng');
  assert.equal(await field.inputValue(), 'Xã Mây Trắng');
}
