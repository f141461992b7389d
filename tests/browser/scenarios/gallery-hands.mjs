import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { complaintsBut } from '../lib/browser.mjs';
import { gallery, plain, settled } from '../lib/gallery.mjs';
import { makeJpeg, makePdf, writePaper } from '../lib/papers.mjs';

export const name = 'a signature is drawn with mouse and finger, and images just chosen show themselves, in both modes';

const STROKE = [[0.2, 0.7], [0.3, 0.2], [0.4, 0.7], [0.5, 0.2], [0.6, 0.7], [0.7, 0.4]];

/** Dark pixels in this part of the picture of the page. */
async function ink(context, page, clip) {
  const data = (await page.screenshot({ clip })).toString('base64');
  const reader = await context.newPage();
  const count = await reader.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const on = canvas.getContext('2d');
    on.drawImage(image, 0, 0);
    const { data: px } = on.getImageData(0, 0, image.width, image.height);
    let dark = 0;
    for (let i = 0; i < px.length; i += 4) if (px[i] + px[i + 1] + px[i + 2] < 200) dark += 1;
    return dark;
  }, data);
  await reader.close();
  return count;
}

async function signature(context, page) {
  const pad = page.getByRole('img', { name: /^Chữ ký/ });
  const again = page.getByRole('button', { name: 'Ký lại' });
  await pad.scrollIntoViewIfNeeded();
  await settled(page);
  const box = await pad.boundingBox();
  const clip = { x: box.x + 4, y: box.y + 4, width: box.width - 8, height: box.height - 8 };
  const at = ([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height });
  const empty = await ink(context, page, clip);
  assert.equal(await pad.getAttribute('aria-label'), 'Chữ ký: chưa ký');

  await page.mouse.move(at(STROKE[0]).x, at(STROKE[0]).y);
  await page.mouse.down();
  for (const place of STROKE.slice(1)) await page.mouse.move(at(place).x, at(place).y, { steps: 6 });
  await page.mouse.up();
  await page.getByRole('img', { name: 'Chữ ký: đã ký' }).waitFor();
  await settled(page);
  const signed = await ink(context, page, clip);
  assert.ok(signed > empty + 300, `the signature is seen: ${empty} dark px before, ${signed} after`);

  await again.click();
  await page.getByRole('img', { name: 'Chữ ký: chưa ký' }).waitFor();
  await settled(page);
  assert.equal(await ink(context, page, clip), empty, 'nothing is left of it');

  // With a finger: it draws, and the page stays where it is.
  const cdp = await context.newCDPSession(page);
  const before = await page.evaluate(() => scrollY);
  const touch = (type, points) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const down = [[0.3, 0.1], [0.32, 0.35], [0.3, 0.6], [0.34, 0.9]];
  await touch('touchStart', [at(down[0])]);
  for (const place of down.slice(1)) {
    await touch('touchMove', [at(place)]);
    await page.waitForTimeout(20);
  }
  await touch('touchEnd', []);
  await page.getByRole('img', { name: 'Chữ ký: đã ký' }).waitFor();
  await settled(page);
  assert.ok((await ink(context, page, clip)) > empty + 60, 'what the finger drew is seen');
  assert.equal(await page.evaluate(() => scrollY), before, 'the page did not move under the finger');
  await again.click();
  await page.getByRole('img', { name: 'Chữ ký: chưa ký' }).waitFor();
  await cdp.detach();
}

async function thumbnails(page, files, drawn) {
  await page.getByLabel(/Giấy chứng sinh/).and(page.locator('input[type=file]')).first().setInputFiles(files);
  const item = (name) => page.getByRole('listitem').filter({ hasText: name });
  await item('anh-giay.jpg').waitFor({ state: 'attached' }); // over the paint an item has no size of its own
  const image = item('anh-giay.jpg').locator('img');
  await page.waitForFunction((e) => e.naturalWidth > 0 && !e.hidden, await image.elementHandle());
  const { width, height } = await image.boundingBox();
  assert.ok(width > 20 && height > 20, `the picture has a size: ${width} x ${height}`);
  assert.equal(await image.getAttribute('alt'), '', 'the name beside it says what it is');
  assert.equal(await item('giay.pdf').locator('img:not([hidden])').count(), 0, 'a PDF has no picture here');
  for (const name of drawn) {
    await page.getByRole('button', { name: new RegExp(`^Bỏ.*${name}`) }).click();
    await item(name).waitFor({ state: 'detached' });
  }
}

export async function run(t) {
  const { page, context } = await gallery(t, { hasTouch: true });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'motcua-papers-'));
  t.cleanup(() => rm(folder, { recursive: true, force: true }));
  const files = [
    await writePaper(path.join(folder, 'anh-giay.jpg'), await makeJpeg(context)),
    await writePaper(path.join(folder, 'giay.pdf'), makePdf('BAN THU', 20_000)),
  ];
  for (const on of [false, true]) {
    if (on) await plain(page, true);
    await signature(context, page);
    await thumbnails(page, files, ['anh-giay.jpg', 'giay.pdf']);
  }
  assert.deepEqual(complaintsBut(page), [], 'the console stays empty');
}
