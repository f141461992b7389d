#!/usr/bin/env node
// How long judging a form of 500 fields takes, natively and in the browser, and finding a place among all names
// of the country: `tests/bench/run rules [--runs N]`. Prints a table, writes build/bench/rules.json. The national
// tables stand beside the project (../shared); where they do not, the figures of places are null.
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../browser/lib/parts.mjs';
import { launch } from '../browser/lib/browser.mjs';
import { workbench } from '../browser/lib/workbench.mjs';

const at = process.argv.indexOf('--runs');
const RUNS = at > 0 ? Number(process.argv[at + 1]) : 5;
const SOURCE = path.join(root, 'tests/bench/rules/judge.cpp');
const out = path.join(root, 'build/bench');
const cleanups = [];
const t = { cleanup: (f) => cleanups.unshift(f) };

function build() {
  const native = path.join(root, 'build/native');
  const wasm = path.join(root, 'build/wasm');
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_PATH: '/usr/share/nodejs' } };
  const common = ['-std=c++20', '-O2', '-DJSON_NOEXCEPTION', '-I', root];
  for (const [name, source] of [['judge', SOURCE], ['places', path.join(root, 'tests/bench/rules/places.cpp')]]) {
    execFileSync('c++', [...common, '-isystem', path.join(native, 'include'), source, path.join(native, 'libmotcua_core.a'),
      path.join(native, 'libsodium.a'), '-o', path.join(out, name)], quiet);
  }
  execFileSync('em++', [...common, '-fno-exceptions', '-fno-rtti', '-isystem', path.join(wasm, 'include'), SOURCE,
    path.join(wasm, 'libmotcua_core.a'), path.join(wasm, 'libsodium.a'), '-o', path.join(out, 'judge.wasm'), '--no-entry',
    '-sSTANDALONE_WASM', '-sFILESYSTEM=0', '-sALLOW_MEMORY_GROWTH', '-sERROR_ON_UNDEFINED_SYMBOLS=0'], quiet);
}

/** In the page's own thread, where people type; a clock of a browser is coarse, so ten at a time. */
async function inBrowser(page) {
  return page.evaluate(async () => {
    const none = new Proxy({}, { get: () => () => 0 });
    const imports = new Proxy({}, { get: () => none });
    const { instance } = await WebAssembly.instantiateStreaming(fetch('/bench/judge.wasm'), imports);
    const { bench_fields: fields, bench_rejudge: judge, _initialize: initialize } = instance.exports;
    initialize?.();
    const many = fields();
    let round = 0;
    let defects = 0;
    const times = [];
    for (let sample = 0; sample < 220; sample += 1) {
      const began = performance.now();
      for (let i = 0; i < 10; i += 1) defects = judge(round++);
      if (sample >= 20) times.push((performance.now() - began) * 100);
    }
    times.sort((a, b) => a - b);
    return { fields: many, defects, us: times[100], p95_us: times[190] };
  });
}

/** What the whole country's list costs; null where its tables are not there. */
function measurePlaces() {
  const tables = path.join(root, '../shared/domain/places');
  if (!existsSync(tables)) return null;
  const pack = path.join(out, 'places.pack');
  const seen = JSON.parse(execFileSync(path.join(out, 'places'), [tables, pack]));
  const size = 'import sys, brotli; print(len(brotli.compress(open(sys.argv[1], "rb").read(), quality=11)))';
  return { ...seen, brotli: Number(execFileSync('/usr/bin/python3', ['-c', size, pack])) };
}

/** From the page to the worker and back, as while an address is typed: its ends grow letter by letter. */
async function addressesInBrowser(page, hash) {
  return page.evaluate(async (wanted) => {
    const { createWorkerClient } = await import('/worker_client.js');
    const worker = createWorkerClient();
    const ask = async (text, more = {}) => worker.call('places', { hash: wanted, text, most: 8, ...more });
    const pack = new Uint8Array(await (await fetch('/bench/places.pack')).arrayBuffer());
    await ask('a', { pack });
    const took = [];
    for (const whole of ['12 Lê Lai, phường Hạc Thành, Thanh Hoá', 'tổ 2 trúc bạch ba đình hà nội', 'thôn 5, ea h\'leo']) {
      for (let size = 2; size <= whole.length; size += 1) {
        const begun = performance.now();
        await ask(whole.slice(0, size));
        took.push(performance.now() - begun);
      }
    }
    took.sort((a, b) => a - b);
    const at = (share) => Math.round(took[Math.floor(took.length * share)] * 1000);
    return { median: at(0.5), p95: at(0.95), asked: took.length };
  }, hash);
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

await mkdir(out, { recursive: true });
build();
const served = (_, response) => {
  response.setHeader('Content-Type', 'application/wasm');
  createReadStream(path.join(out, 'judge.wasm')).pipe(response);
};
const packed = (_, response) => {
  response.setHeader('Content-Type', 'application/octet-stream');
  createReadStream(path.join(out, 'places.pack')).pipe(response);
};
const { url } = await workbench(t, { 'GET /bench/judge.wasm': served, 'GET /bench/places.pack': packed });
const browser = await launch();
try {
  const page = await browser.newPage();
  await page.goto(url);
  const native = [];
  const web = [];
  for (let i = 0; i < RUNS; i += 1) {
    native.push(JSON.parse(execFileSync(path.join(out, 'judge'))));
    web.push(await inBrowser(page));
  }
  const [one] = native;
  if (one.fields !== 500 || web.some((each) => each.defects !== one.defects)) throw new Error('the engines do not agree');
  const places = measurePlaces();
  const hash = places && execFileSync('b2sum', ['-l', '256', path.join(out, 'places.pack')], { encoding: 'utf8' }).slice(0, 64);
  const typed = places && (await addressesInBrowser(page, hash));
  const result = {
    fields: one.fields,
    defects: one.defects,
    judge_500_us: median(native.map((each) => each.us)),
    judge_500_p95_us: median(native.map((each) => each.p95_us)),
    judge_500_whole_us: median(native.map((each) => each.whole_us)),
    judge_500_browser_us: Math.round(median(web.map((each) => each.us))),
    judge_500_browser_p95_us: Math.round(median(web.map((each) => each.p95_us))),
    search_us: places?.search_us_median ?? null,
    search_p95_us: places?.search_us_p95 ?? null,
    address_browser_us: typed?.median ?? null,
    address_browser_p95_us: typed?.p95 ?? null,
    places_load_ms: places?.load_ms ?? null,
    places_pack_bytes: places?.pack_bytes ?? null,
    places_pack_brotli_bytes: places?.brotli ?? null,
  };
  for (const [name, value] of Object.entries(result)) console.log(name.padEnd(28), value);
  await writeFile(path.join(out, 'rules.json'), JSON.stringify(result, null, 1) + '\n');
} finally {
  await browser.close();
  for (const cleanup of cleanups) await cleanup();
}
