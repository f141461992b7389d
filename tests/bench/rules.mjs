#!/usr/bin/env node
// How long judging a form of 500 fields takes: `tests/bench/run rules [--runs N]`, natively and in the
// browser. Prints a table, writes build/bench/rules.json.
import { execFileSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
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
  execFileSync('c++', [...common, '-isystem', path.join(native, 'include'), SOURCE, path.join(native, 'libmotcua_core.a'),
    path.join(native, 'libsodium.a'), '-o', path.join(out, 'judge')], quiet);
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
    const { bench_fields: fields, bench_judge: judge, _initialize: initialize } = instance.exports;
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

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

await mkdir(out, { recursive: true });
build();
const served = (_, response) => {
  response.setHeader('Content-Type', 'application/wasm');
  createReadStream(path.join(out, 'judge.wasm')).pipe(response);
};
const { url } = await workbench(t, { 'GET /bench/judge.wasm': served });
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
  const result = {
    fields: one.fields,
    defects: one.defects,
    judge_500_us: median(native.map((each) => each.us)),
    judge_500_p95_us: median(native.map((each) => each.p95_us)),
    judge_500_browser_us: Math.round(median(web.map((each) => each.us))),
    judge_500_browser_p95_us: Math.round(median(web.map((each) => each.p95_us))),
  };
  for (const [name, value] of Object.entries(result)) console.log(name.padEnd(28), value);
  await writeFile(path.join(out, 'rules.json'), JSON.stringify(result, null, 1) + '\n');
} finally {
  await browser.close();
  for (const cleanup of cleanups) await cleanup();
}
