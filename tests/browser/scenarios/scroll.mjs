import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launch, watchedPage } from '../lib/browser.mjs';
import { Gateway } from '../lib/gateway.mjs';
import { root } from '../lib/parts.mjs';
import { distances, markedForm } from '../lib/ruler.mjs';

export const name = 'paint and document stay together in every frame of wheel, keyboard, touch and programmed scrolling';

const MOST = 1.5; // CSS px
const WIDTH = 900;
const HEIGHT = 700;

const SCROLLS = {
  wheel: async (page) => {
    await page.mouse.move(WIDTH / 2, HEIGHT / 2);
    for (let i = 0; i < 24; i += 1) {
      await page.mouse.wheel(0, i < 16 ? 170 : -220);
      await page.waitForTimeout(35);
    }
  },
  keyboard: async (page) => {
    await page.locator('#mirror h1').focus();
    for (const key of ['PageDown', 'PageDown', 'Space', 'End', 'PageUp', 'Home', 'ArrowDown', 'ArrowDown']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(180);
    }
  },
  touch: async (page, cdp) => {
    // A finger that moves fast and is lifted in its movement: what follows is the browser's momentum.
    for (const [from, step] of [[600, -28], [600, -40], [100, 34]]) {
      const touch = (type, y) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: WIDTH / 2, y }] });
      await touch('touchStart', from);
      for (let i = 1; i <= 14; i += 1) {
        await touch('touchMove', from + i * step);
        await page.waitForTimeout(14);
      }
      await touch('touchEnd');
      await page.waitForTimeout(450);
    }
  },
  programmed: async (page) => {
    await page.evaluate(() => scrollTo({ top: 1e6, behavior: 'smooth' }));
    await page.waitForTimeout(700);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'smooth' }));
    await page.waitForTimeout(700);
    for (const top of [700, 90, 1300, 400]) {
      await page.evaluate((y) => scrollTo(0, y), top);
      await page.waitForTimeout(60);
    }
  },
};

async function keepPictures(t, name, frames) {
  for (const [end, { data }] of Object.entries(frames)) {
    const file = `build/tests/pictures/${name}-${end}.png`;
    await writeFile(path.join(root, file), Buffer.from(data, 'base64'));
    t.note(`picture: ${file}`);
  }
}

export async function run(t) {
  const gateway = await Gateway.start();
  t.cleanup(() => gateway.close());
  const browser = await launch();
  t.cleanup(() => browser.close());
  const reader = await (await browser.newContext()).newPage();
  for (const density of [1, 1.5, 2]) {
    const context = await browser.newContext({ viewport: { width: WIDTH, height: HEIGHT }, deviceScaleFactor: density, locale: 'vi-VN' });
    const page = await watchedPage(context);
    t.page = page;
    const cdp = await context.newCDPSession(page);
    // Errors make the step long, and every field's element gets a line that only the document draws.
    const { x, width } = await (await markedForm(page, gateway)).boundingBox();
    const frames = [];
    cdp.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
      frames.push({ data, scale: metadata.deviceWidth });
      cdp.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
    });
    for (const [how, scroll] of Object.entries(SCROLLS)) {
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForTimeout(250);
      frames.length = 0;
      await cdp.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
      await scroll(page, cdp);
      await page.waitForTimeout(300);
      await cdp.send('Page.stopScreencast');
      let [least, most, seen] = [Infinity, -Infinity, 0];
      const extremes = {};
      for (const frame of frames) {
        const found = await reader.evaluate(distances, { ...frame, x: x + width / 2 });
        if (found.length) seen += 1;
        for (const d of found) {
          if (d < least) [least, extremes.least] = [d, frame];
          if (d > most) [most, extremes.most] = [d, frame];
        }
      }
      if (most - least > MOST) await keepPictures(t, `scroll-${how}-${density}`, extremes);
      t.note(`${how}, density ${density}: ${frames.length} frames, fields in ${seen}, apart by ${(most - least).toFixed(2)} px at most`);
      assert.ok(seen >= 2, `${how}: the scrolling was seen`);
      assert.ok(most - least <= MOST, `${how}, density ${density}: paint and document ${(most - least).toFixed(2)} px apart`);
    }
    await context.close();
  }
}
