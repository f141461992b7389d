// A person in front of a gateway, with papers at hand: what most scenarios begin with.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launch, SIZES, watchedPage } from './browser.mjs';
import { Citizen } from './citizen.mjs';
import { loadForm } from './form.mjs';
import { Gateway } from './gateway.mjs';
import { mouse } from './hands.mjs';
import { makePdf, writePaper } from './papers.mjs';

/** Resolves with {gateway, browser, context, page, person, paper}; everything ends with the scenario. */
export async function desktop(t, { size = SIZES.desktop, touch = false, hands = mouse, extra = [], start = launch } = {}) {
  const gateway = await Gateway.start(extra);
  t.cleanup(() => gateway.close());
  const browser = await start();
  t.cleanup(() => browser.close());
  const context = await browser.newContext({ viewport: size, hasTouch: touch, locale: 'vi-VN' });
  const page = await watchedPage(context);
  t.page = page;
  const person = new Citizen(page, hands, await loadForm('birth'));
  const folder = await mkdtemp(path.join(os.tmpdir(), 'motcua-papers-'));
  t.cleanup(() => rm(folder, { recursive: true, force: true }));
  /** A paper on the disk with this name and content. */
  const paper = async (name, bytes) => ({ name, bytes, path: await writePaper(path.join(folder, name), bytes) });
  return { gateway, browser, context, page, person, paper };
}

/** Up to the question of papers. */
export async function toPapers({ person, gateway }) {
  await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/);
  await person.fill();
}

export const PROOF = /Giấy chứng sinh/;

export const smallPdf = (name = 'giay-chung-sinh.pdf') => ({ name, bytes: makePdf('BAN THU', 20_000) });
