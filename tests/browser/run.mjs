// Browser scenarios: tests/browser/run [--full] [NAME…]. Each file in scenarios/ exports `name` and `run(t)`, and
// `ways`: how --full runs it once more, of "page", "keyboard" and "firefox"; `how`: what it needs every time. One
// that cannot run here returns {skipped: why}. Prints a line a scenario and 'N passed, N failed' at the end.
import { readdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';
import { firefoxTooOld, way } from './lib/browser.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);
const unknown = args.filter((a) => a.startsWith('--') && a !== '--full');
if (unknown.length) {
  console.log(`usage: tests/browser/run [--full] [PART-OF-A-NAME…]   (unknown: ${unknown.join(' ')})`);
  process.exit(2);
}
const full = args.includes('--full');
const wanted = args.filter((a) => !a.startsWith('--'));
const LIMIT_MS = 240_000;
const USUAL = { engine: 'chromium', plain: false, hands: 'mouse' };
const WAYS = { page: { plain: true }, keyboard: { hands: 'keyboard' }, firefox: { engine: 'firefox' } };

/** What the person saw when it failed: a picture and the words, and what the console said. */
async function lastSight(id, page) {
  const file = path.join(here, '../../build/tests/pictures', `${id}.png`);
  await page.screenshot({ path: file, timeout: 10_000 });
  console.log(`    picture: build/tests/pictures/${id}.png`);
  console.log((await page.locator('body').innerText()).replace(/^/gm, '    | '));
  for (const line of page.complaints ?? []) console.log(`    console: ${line}`);
}

let passed = 0;
let failed = 0;
let skipped = 0;
const troubles = []; // told once more at the end, where a long log is read first

async function runOne(id, scenario, how) {
  const cleanups = [];
  Object.assign(way, how);
  const t = { full, cleanup: (f) => cleanups.unshift(f), note: (text) => console.log(`    ${text}`) };
  const begin = Date.now();
  let timer;
  try {
    const limit = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`not finished within ${LIMIT_MS / 1000} s`)), LIMIT_MS);
    });
    const absent = how.engine === 'firefox' ? firefoxTooOld() : '';
    const outcome = absent ? { skipped: absent } : await Promise.race([scenario.run(t), limit]);
    if (outcome?.skipped) {
      skipped += 1;
      console.log(`skipped ${id}: ${outcome.skipped}`);
      return;
    }
    passed += 1;
    console.log(`ok      ${id}: ${scenario.name} (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    const said = `FAILED  ${id}: ${scenario.name}\n${error.stack || error}`;
    troubles.push(said);
    console.log(said);
    if (t.page) await lastSight(id, t.page).catch((e) => console.log(`    no picture: ${e.message}`));
  } finally {
    clearTimeout(timer);
    for (const cleanup of cleanups) await cleanup().catch((e) => console.log(`    while cleaning up: ${e.message}`));
  }
}

for (const file of (await readdir(path.join(here, 'scenarios'))).sort()) {
  if (!file.endsWith('.mjs')) continue;
  const id = file.replace(/\.mjs$/, '');
  if (wanted.length && !wanted.some((w) => id.includes(w))) continue;
  const scenario = await import(pathToFileURL(path.join(here, 'scenarios', file)));
  await runOne(id, scenario, { ...USUAL, ...scenario.how });
  for (const other of full ? scenario.ways ?? [] : []) await runOne(`${id}, ${other}`, scenario, { ...USUAL, ...WAYS[other] });
}
for (const trouble of troubles) console.log(trouble);
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed || !passed ? 1 : 0);
