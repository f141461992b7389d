import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { recordTasks } from '../lib/main_thread.mjs';
import { desktop, PROOF, toPapers } from '../lib/filing.mjs';
import { makePdf } from '../lib/papers.mjs';

export const name = 'a dossier of 190 MB is kept, sealed and sent in constant memory, the main thread free';

const MB = 1e6;

/** Resident memory of all renderer processes in bytes: page and worker live in one of them. */
async function rendererBytes(cdp) {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  let sum = 0;
  for (const { type, id } of processInfo) {
    if (type !== 'renderer') continue;
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    // Anonymous memory only: pages of mapped files come and go with the page cache.
    sum += Number(status.match(/RssAnon:\s+(\d+)/)?.[1] ?? 0) * 1024;
  }
  return sum;
}

/** Runs in the page: the moments at which another screen was shown. */
function watchScreens() {
  window.screens = [];
  let title = '';
  new MutationObserver(() => {
    const now = document.querySelector('h1')?.textContent ?? '';
    if (now !== title) window.screens.push(performance.now());
    title = now;
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Laying out and painting a new screen in software is not sealing's doing; everything else here is. */
function ofSealing(tasks, screens) {
  const near = 400; // ms on either side of a change of screen
  return tasks.filter(({ at, ms }) => !screens.some((s) => s > at - near && s < at + ms + near)).map(({ ms }) => ms);
}

export async function run(t) {
  const here = await desktop(t);
  const { browser, page, person, paper } = here;
  await page.addInitScript(watchScreens);
  await toPapers(here);
  const files = [];
  for (let i = 1; i <= 4; i += 1) files.push(await paper(`ban-quet-${i}.pdf`, makePdf(`BAN THU ${i}`, 47_500_000)));

  const cdp = await browser.newBrowserCDPSession();
  const start = await rendererBytes(cdp);
  let peak = start;
  const watch = setInterval(() => rendererBytes(cdp).then((b) => { peak = Math.max(peak, b); }, () => {}), 50);
  t.cleanup(async () => clearInterval(watch));
  const recording = await recordTasks(browser, page);
  const begin = Date.now();
  await person.attach(PROOF, files);
  const kept = Date.now();
  const peakKept = peak;
  await person.review();
  await person.confirm();
  await page.getByText('Việc 2/2: Gửi').first().waitFor({ timeout: 120_000 });
  const sealed = Date.now();
  const peakSealed = peak;
  await person.receipt(180_000);
  const done = Date.now();
  clearInterval(watch);
  const long = ofSealing(await recording.stop(), await page.evaluate(() => window.screens));
  const grown = [peakKept, peakSealed, peak].map((p) => `+${((p - start) / MB).toFixed(0)} MB`);
  t.note(`kept in ${kept - begin} ms (${grown[0]}), sealed in ${sealed - kept} ms (${grown[1]}), sent in ${done - sealed} ms (${grown[2]})`);
  t.note(`tasks over 50 ms on the main thread, changes of screen apart: ${long.join(' ') || 'none'}`);
  assert.ok(peak - start < 128 * MB, `page and worker grew by ${((peak - start) / MB).toFixed(0)} MB`);
  assert.deepEqual(long, [], 'no task over 50 ms on the main thread');
}
