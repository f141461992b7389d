#!/usr/bin/env node
// How heavy and how fast the first screen is: `tests/bench/run screen [--runs N]`. Prints a table, writes build/bench/screen.json.
// Every run is a fresh browser context (nothing cached) against a real gateway on loopback; the browser's own
// first launch is left out. Milliseconds are reported, never judged: bytes, long tasks and idle frames are the bounds.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../browser/lib/parts.mjs';
import { Gateway } from '../browser/lib/gateway.mjs';
import { launch, SIZES, axeFindings } from '../browser/lib/browser.mjs';
import { Citizen } from '../browser/lib/citizen.mjs';
import { loadForm } from '../browser/lib/form.mjs';
import { mouse } from '../browser/lib/hands.mjs';

const at = process.argv.indexOf('--runs');
const RUNS = at > 0 ? Number(process.argv[at + 1]) : 9;
const IDLE_MS = 5_000;

// Runs before any script of the page: counts frames asked for and tasks over 50 ms.
function instrument() {
  window.benchFrames = 0;
  window.benchLong = [];
  const request = window.requestAnimationFrame.bind(window);
  window.benchKeys = []; // ms of each input event's handlers and of each frame
  const timed = (f) => (now) => {
    const began = performance.now();
    f(now);
    window.benchKeys.push({ what: 'frame', ms: performance.now() - began });
  };
  window.requestAnimationFrame = (f) => { window.benchFrames += 1; return request(timed(f)); };
  let began = 0;
  addEventListener('input', () => { began = performance.now(); }, true);
  addEventListener('input', () => window.benchKeys.push({ what: 'input', ms: performance.now() - began }));
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.benchLong.push({ at: entry.startTime, ms: entry.duration });
  }).observe({ type: 'longtask', buffered: true });
}

async function visit(browser, url, throttle, idle, warm) {
  const context = await browser.newContext({ viewport: SIZES.desktop, locale: 'vi-VN' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  let bytes = 0;
  cdp.on('Network.loadingFinished', (e) => { bytes += e.encodedDataLength; });
  if (throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.addInitScript(instrument);
  const open = async () => {
    bytes = 0;
    await page.goto(url, { waitUntil: 'commit' });
    await page.getByRole('searchbox').first().waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => performance.getEntriesByName('motcua-usable').length > 0, null, { timeout: 60_000 });
    const usable = await page.evaluate(() => performance.getEntriesByName('motcua-usable')[0].startTime);
    await page.waitForTimeout(400);
    return { usable, bytes };
  };
  let seen = await open();
  if (warm) seen = await open();
  const result = { ...seen, long: await page.evaluate(() => window.benchLong) };
  if (idle) {
    await page.waitForTimeout(1_000);
    await page.evaluate(() => { window.benchFrames = 0; });
    await page.waitForTimeout(IDLE_MS);
    result.idle = await page.evaluate(() => window.benchFrames);
    result.settled = bytes;
    result.axe = await axeFindings(page, { painted: true });
  }
  await context.close();
  return result;
}

/** What a typed letter costs on a form step: ms of the input's handlers and of the frame after it, a list each. */
async function keys(browser, url, throttle) {
  const context = await browser.newContext({ viewport: SIZES.desktop, locale: 'vi-VN' });
  const page = await context.newPage();
  await page.addInitScript(instrument);
  const person = new Citizen(page, mouse, await loadForm('birth'));
  await person.start(url, 'khai sinh', /^Đăng ký khai sinh/);
  await person.title('Em bé');
  const field = page.getByRole('textbox', { name: /^Quê quán của bé/ });
  await field.fill('Xã');
  await page.waitForTimeout(1_500);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.evaluate(() => { window.benchKeys = []; });
  for (const letter of ' Mây Trắng, tỉnh Sông Xanh') {
    await page.keyboard.type(letter);
    await page.waitForTimeout(120);
  }
  const seen = await page.evaluate(() => window.benchKeys);
  await context.close();
  const of = (what) => seen.filter((k) => k.what === what).map((k) => k.ms);
  return { input: of('input'), frame: of('frame') };
}

/** The longest frame of each change of screen, in ms: to the procedure, to its form, to the next step. */
async function switches(browser, url, throttle) {
  const context = await browser.newContext({ viewport: SIZES.desktop, locale: 'vi-VN' });
  const page = await context.newPage();
  await page.addInitScript(instrument);
  const form = await loadForm('birth');
  const person = new Citizen(page, mouse, form);
  await page.goto(url);
  await mouse.type(page.getByRole('searchbox'), 'khai sinh');
  const cdp = await context.newCDPSession(page);
  const longest = [];
  const change = async (act, title) => {
    await page.waitForTimeout(2_000); // as somebody reads
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    await page.evaluate(() => { window.benchKeys = []; });
    await act();
    await person.title(title);
    await page.waitForTimeout(500);
    longest.push(Math.max(...(await page.evaluate(() => window.benchKeys)).filter((k) => k.what === 'frame').map((k) => k.ms)));
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  };
  const name = /^Đăng ký khai sinh/;
  await change(() => person.link(name).click(), name);
  await change(() => person.button('Bắt đầu điền hồ sơ').click(), form.schema.steps[0].title.vi);
  await change(() => page.goBack(), name);
  await context.close();
  return longest;
}

const sorted = (list) => [...list].sort((a, b) => a - b);
const median = (list) => sorted(list)[Math.floor(list.length / 2)];
const p95 = (list) => sorted(list)[Math.min(list.length - 1, Math.ceil(list.length * 0.95) - 1)];

const gateway = await Gateway.start();
const browser = await launch();
try {
  await visit(browser, gateway.url, 1, false, false);
  const plain = [];
  const slow = [];
  const warm = [];
  for (let i = 0; i < RUNS; i += 1) {
    plain.push(await visit(browser, gateway.url, 1, i === 0, false));
    slow.push(await visit(browser, gateway.url, 4, false, false));
    warm.push(await visit(browser, gateway.url, 4, false, true));
  }
  const typed = await keys(browser, gateway.url, 4);
  const changes = [];
  for (let i = 0; i < Math.min(RUNS, 5); i += 1) changes.push(await switches(browser, gateway.url, 4));
  const tenth = (ms) => Math.round(ms * 10) / 10;
  const after = (visits) => visits.flatMap((r) => r.long.filter((l) => l.at > r.usable).map((l) => l.ms));
  const figures = {
    runs: RUNS,
    transferred_bytes: median(plain.map((r) => r.bytes)),
    transferred_when_idle_bytes: plain[0].settled, // with what is fetched ahead in a quiet moment
    repeat_bytes: median(warm.map((r) => r.bytes)),
    usable_ms: Math.round(median(plain.map((r) => r.usable))),
    usable_p95_ms: Math.round(p95(plain.map((r) => r.usable))),
    usable_4x_ms: Math.round(median(slow.map((r) => r.usable))),
    usable_4x_p95_ms: Math.round(p95(slow.map((r) => r.usable))),
    repeat_4x_ms: Math.round(median(warm.map((r) => r.usable))),
    idle_frames: plain[0].idle,
    long_tasks: median(plain.map((r) => r.long.length)),
    longest_task_ms: Math.round(Math.max(...plain.flatMap((r) => r.long.map((l) => l.ms)), 0)),
    long_tasks_after_first_frame: after(plain).length,
    long_tasks_after_first_frame_4x: after(slow).length,
    key_frame_4x_ms: tenth(median(typed.frame)),
    key_frame_4x_p95_ms: tenth(p95(typed.frame)),
    key_input_4x_ms: tenth(median(typed.input)),
    screen_change_frame_4x_ms: changes[0].map((_, i) => tenth(median(changes.map((c) => c[i])))).join(' '),
    axe_findings: plain[0].axe.length,
  };
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(34)} ${value}`);
  await mkdir(path.join(root, 'build/bench'), { recursive: true });
  await writeFile(path.join(root, 'build/bench/screen.json'), `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await browser.close();
  await gateway.close();
}
