import assert from 'node:assert/strict';
import { tour } from '../lib/tour.mjs';

export const name = 'at 400 % zoom, twice the text size and any pixel density nothing is cut and nothing scrolls sideways';

const SIZES = {
  'zoom 400 %': { width: 320, height: 225, deviceScaleFactor: 4 },
  'a small phone': { width: 320, height: 568, deviceScaleFactor: 3 },
  'text 200 %': { width: 1280, height: 900, deviceScaleFactor: 1, text: '200%' },
  'text 200 % on 640 px': { width: 640, height: 900, deviceScaleFactor: 1, text: '200%' },
  'density 1.5': { width: 1280, height: 900, deviceScaleFactor: 1.5 },
  'density 2, 700 px': { width: 700, height: 900, deviceScaleFactor: 2 },
};

/** Runs in the page: everything that is cut or lies beside the page, a line each. */
function cutOff(width) {
  const found = [];
  const { clientWidth, scrollWidth } = document.documentElement;
  if (clientWidth !== width) found.push(`the page is ${clientWidth} px wide, not ${width}`);
  if (scrollWidth > clientWidth) found.push(`the page scrolls sideways: ${scrollWidth} > ${clientWidth}`);
  const painted = document.documentElement.classList.contains('overlay');
  for (const element of document.querySelectorAll('#mirror .leaf')) {
    if (!element.checkVisibility() || element.matches('.v-skip:not(:focus), .v-printed')) continue;
    const what = `<${element.className}> ${(element.textContent || element.getAttribute('aria-label') || '').slice(0, 50)}`;
    const { left, right, height } = element.getBoundingClientRect();
    if (left < -1 || right > clientWidth + 1) found.push(`beside the page (${left.toFixed(0)} to ${right.toFixed(0)}): ${what}`);
    if (painted || element.matches('input, select, textarea, progress')) continue;
    if (height < 8) found.push(`without height: ${what}`);
    if (getComputedStyle(element).overflow !== 'visible' &&
        (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) found.push(`cut: ${what}`);
    for (const part of element.querySelectorAll(':scope > :not(.spoken, .cover)')) {
      const inside = part.getBoundingClientRect();
      if (inside.right > right + 1) found.push(`sticks out: ${what}`);
    }
  }
  return found;
}

export async function run(t) {
  const found = [];
  let looks = 0;
  await tour(t, async (screen, page) => {
    const cdp = await page.context().newCDPSession(page);
    const mode = await page.evaluate(() => (document.documentElement.classList.contains('overlay') ? 'overlay' : 'page'));
    assert.equal(mode, 'overlay');
    for (const plain of [false, true]) {
      // Colours that are forced make the page mode without a press, so that nothing else changes.
      await page.emulateMedia({ forcedColors: plain ? 'active' : 'none' });
      for (const [size, { text = '', ...metrics }] of Object.entries(SIZES)) {
        await cdp.send('Emulation.setDeviceMetricsOverride', { mobile: false, ...metrics });
        await page.evaluate((value) => document.documentElement.style.setProperty('font-size', value), text);
        await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30))); }));
        for (const line of await page.evaluate(cutOff, metrics.width)) found.push(`${screen}, ${size}, ${plain ? 'page' : 'overlay'}: ${line}`);
        looks += 1;
      }
      await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    }
    await page.emulateMedia({ forcedColors: 'none' });
    await cdp.send('Emulation.setDeviceMetricsOverride', { mobile: false, width: 1280, height: 900, deviceScaleFactor: 1 });
    await cdp.detach();
  });
  t.note(`${looks} looks`);
  assert.deepEqual([...new Set(found)].slice(0, 60), [], 'nothing is cut off');
}
