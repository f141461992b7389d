// The gallery of components, opened in a browser of its own.
import { launch, SIZES, watchedPage } from './browser.mjs';
import { Gateway } from './gateway.mjs';

export const THEMES = ['Sáng', 'Tối', 'Tương phản cao'];

/** Resolves with {page, context, url}; everything ends with the scenario. */
export async function gallery(t, { size = SIZES.desktop, ...options } = {}) {
  const gateway = await Gateway.start();
  t.cleanup(() => gateway.close());
  const browser = await launch();
  t.cleanup(() => browser.close());
  const context = await browser.newContext({ viewport: size, locale: 'vi-VN', reducedMotion: 'reduce', ...options });
  const page = await watchedPage(context);
  t.page = page;
  const url = `${gateway.url}/gallery`;
  await page.goto(url);
  await page.getByRole('heading', { level: 1, name: 'Bộ phần tử' }).waitFor();
  await page.waitForFunction(() => document.querySelector('.m-preview img')?.complete && !document.querySelector('.m-preview img').hidden);
  return { page, context, url };
}

/** Into page mode or out of it; where the browser cannot paint it is in page mode from the start. */
export async function plain(page, on) {
  if (await page.evaluate((wanted) => document.documentElement.classList.contains('page') === wanted, on)) return;
  await page.getByRole('button', { name: on ? 'Xem trang đơn giản' : 'Xem trang đầy đủ' }).click();
  await page.waitForFunction((wanted) => document.documentElement.classList.contains('page') === wanted, on);
}

export async function wear(page, theme) {
  await page.getByRole('radio', { name: theme }).check();
  await settled(page);
}

/** Two frames later everything that was asked for is painted. */
export const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
