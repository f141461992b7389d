// A person in front of a gateway, with papers at hand: what most scenarios begin with.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launch, SIZES, watchedPage, way } from './browser.mjs';
import { Citizen } from './citizen.mjs';
import { loadForm } from './form.mjs';
import { Gateway } from './gateway.mjs';
import * as everyHands from './hands.mjs';
import { makePdf, writePaper } from './papers.mjs';

/** Asks for the plain page, which the browser then remembers. */
export async function choosePlain(page, url, hands) {
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await goPlain(page, hands);
  await page.waitForFunction(() => !document.documentElement.classList.contains('overlay'));
}

/** Whether the page is plain: first painted, then plain, or only plain where the way is. */
export const modes = () => (way.plain || way.engine === 'firefox' ? [true] : [false, true]);

/** From painted to plain, unless it is plain already. */
export async function goPlain(page, hands) {
  if (await page.evaluate(() => document.documentElement.classList.contains('overlay'))) {
    await hands.press(page.getByRole('button', { name: 'Xem trang đơn giản' }));
  }
}

/** `flags` are Chromium's. Resolves with {gateway, browser, context, page, person, hands, paper}; everything ends with the scenario. */
export async function desktop(t, { size = SIZES.desktop, touch = false, hands = everyHands[way.hands], extra = [], flags = [] } = {}) {
  const gateway = await Gateway.start(extra);
  t.cleanup(() => gateway.close());
  const browser = await launch(flags.length ? { args: flags } : undefined);
  t.cleanup(() => browser.close());
  const context = await browser.newContext({ viewport: size, hasTouch: touch, locale: 'vi-VN' });
  const page = await watchedPage(context);
  t.page = page;
  const person = new Citizen(page, hands, await loadForm('birth'));
  if (way.plain) await choosePlain(page, gateway.url, hands);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'motcua-papers-'));
  t.cleanup(() => rm(folder, { recursive: true, force: true }));
  /** A paper on the disk with this name and content. */
  const paper = async (name, bytes) => ({ name, bytes, path: await writePaper(path.join(folder, name), bytes) });
  return { gateway, browser, context, page, person, hands, paper };
}

/** Up to the question of papers. */
export async function toPapers({ person, gateway }) {
  await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/);
  await person.fill();
}

export const PROOF = /Giấy chứng sinh/;

export const smallPdf = (name = 'giay-chung-sinh.pdf') => ({ name, bytes: makePdf('BAN THU', 20_000) });
