#!/usr/bin/env node
// How fast a dossier is sealed in Chromium, beside what others offer: `tests/bench/run seal
// [--rounds N] [--mib N]`. Every round measures every variant in turn; the table has the medians.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, createReadStream, existsSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { profile } from '../browser/lib/browser.mjs';
import { root } from '../browser/lib/parts.mjs';
import { fileOf, workbench } from '../browser/lib/workbench.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? Number(process.argv[at + 1]) : otherwise;
};
const ROUNDS = option('rounds', 5);
const MIB = option('mib', 128); // twice as much can fill the room that the browser gives to Blobs: it then refuses to read them
const JOB_FILES = 4; // of 48 MiB: near the most that a dossier may hold
const out = path.join(root, 'build/bench');
/** The workers' own code, but for where the sealed bytes go: into a buffer that is used again, as the peers' do. */
const HANDING = `
export * from "/worker/vault.js";
export async function openWhole(where, name, size) {
  const buffer = new Uint8Array(2 << 20);
  return {
    write: (bytes) => (buffer.set(bytes), bytes.length),
    flush() {}, close() {}, getSize: () => size,
  };
}`;
const cleanups = [];
const t = { cleanup: (f) => cleanups.unshift(f) };
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

await mkdir(out, { recursive: true });
const folder = await mkdtemp(path.join(os.tmpdir(), 'motcua-bench-'));
t.cleanup(() => rm(folder, { recursive: true, force: true }));

function buildCipher() {
  const wasm = path.join(root, 'build/wasm');
  execFileSync(
    'emcc',
    ['-std=c++20', '-O3', '-fno-exceptions', '-fno-rtti', '-I', root,
      '-I', path.join(wasm, 'sodium/include'), '-DSODIUM_STATIC', path.join(root, 'tests/bench/seal/parts.cpp'),
      path.join(wasm, 'libmotcua_core.a'), path.join(wasm, 'libsodium.a'), '-o', path.join(out, 'parts.wasm'),
      '--no-entry', '-sSTANDALONE_WASM', '-sFILESYSTEM=0', '-sERROR_ON_UNDEFINED_SYMBOLS=0'],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_PATH: '/usr/share/nodejs' } },
  );
}

async function bundlePeers() {
  const require = createRequire(path.join(root, 'build/npm/package.json'));
  const esbuild = require('esbuild');
  for (const [name, from] of [['typage', 'age-encryption'], ['libsodium', 'libsodium-wrappers']]) {
    await esbuild.build({
      stdin: {
        contents: name === 'typage' ? `export * from '${from}'` : `export { default } from '${from}'`,
        resolveDir: path.join(root, 'build/npm'),
      },
      bundle: true, format: 'esm', platform: 'browser', external: ['crypto', 'fs', 'path', 'node:*'],
      minify: true, outfile: path.join(out, `${name}.mjs`), logLevel: 'error',
    });
  }
}

/** MB/s of the native command on the same bytes, its start included. */
function nativeAge(file, recipient) {
  const own = path.join(root, 'build/deps/age13/usr/bin/age');
  const input = openSync(file, 'r');
  const sink = openSync('/dev/null', 'w');
  const began = process.hrtime.bigint();
  const ended = spawnSync(existsSync(own) ? own : 'age', ['-r', recipient], { stdio: [input, sink, 'inherit'] });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  closeSync(input);
  closeSync(sink);
  if (ended.status !== 0) throw new Error('native age failed');
  return (MIB * 1.048576) / seconds;
}

/** Resident bytes of a process and its shared memory, as the kernel counts them. */
function resident(pid) {
  const line = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return line ? Number(line[1]) * 1024 : 0;
}

/** Renderers below this process -> clock ticks that they have used. */
function renderers() {
  const parent = new Map();
  const ticks = new Map();
  for (const name of readdirSync('/proc').filter((n) => /^\d+$/.test(n))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1].split(' ');
      parent.set(Number(name), Number(stat[1]));
      if (!readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('--type=renderer')) continue;
      ticks.set(Number(name), Number(stat[11]) + Number(stat[12]));
    } catch {
      continue; // it has ended meanwhile
    }
  }
  const ours = (pid) => pid === process.pid || (parent.has(pid) && ours(parent.get(pid)));
  return new Map([...ticks].filter(([pid]) => ours(pid)));
}

/** The page's renderer: the one that works while the page does. */
async function rendererPid(page) {
  const before = renderers();
  await page.evaluate(() => {
    for (const end = performance.now() + 500; performance.now() < end; );
  });
  const spent = [...renderers()].map(([pid, ticks]) => [pid, ticks - (before.get(pid) ?? 0)]);
  return spent.sort((a, b) => b[1] - a[1])[0][0];
}

/** Runs in the page: seals window.attachments, from the vault or from Blobs; -> seconds. */
async function sealInPage([recipient, from, workers, client = 'sealing']) {
  const hex = (n) => Array.from(crypto.getRandomValues(new Uint8Array(n)), (b) => b.toString(16).padStart(2, '0')).join('');
  const time = new Date().toISOString().slice(0, 19) + 'Z';
  const person = { name: 'Thử Nghiệm', id: '999000000001' };
  const plan = {
    root: hex(32), draft: hex(16), key: hex(16), time, channel: 2,
    procedure: { code: '1.001193', version: '2026-07-01' },
    form_json: JSON.stringify({ form: 'birth/1', values: {} }),
    applicant: person, submitter: person, helper: null, assurance: 'self',
    units: { list: 'demo-1', receiving: '99901', competent: '99901' },
    recipients: [recipient],
    attachments: window.attachments.map(({ file, ...kept }) => (from === 'blobs' ? { ...kept, file } : kept)),
    notices: [{ id: 'privacy', version: 1, shown: time }], consents: [],
  };
  const began = performance.now();
  const { file } = await window[client].call('seal', { draft: 'bench', plan, workers });
  const seconds = (performance.now() - began) / 1000;
  if (client === 'sealing') await window.sealing.call('drop_sealed', { file });
  return seconds;
}

/** The most memory that sealing takes above a page at rest with its worker started. */
async function peakOf(page, recipient) {
  await page.waitForTimeout(500);
  const pid = await rendererPid(page);
  const before = resident(pid);
  let peak = before;
  const watch = setInterval(() => { peak = Math.max(peak, resident(pid)); }, 10);
  await page.evaluate(sealInPage, [recipient, 'vault', 2]);
  clearInterval(watch);
  return peak - before;
}

async function main() {
  buildCipher();
  await bundlePeers();
  const file = path.join(folder, 'input');
  const piece = randomBytes(1 << 20);
  await writeFile(file, Buffer.concat(Array.from({ length: MIB }, () => piece)));
  const keygen = path.join(root, 'build/deps/age13/usr/bin/age-keygen');
  const classical = /age1\S+/.exec(execFileSync(keygen, { stdio: ['ignore', 'pipe', 'pipe'] }).toString())[0];
  const unit = /age1pq\S+/.exec(execFileSync(keygen, ['-pq'], { stdio: ['ignore', 'pipe', 'pipe'] }).toString())[0];

  const served = (name, type) => (_, response) => {
    response.setHeader('Content-Type', type);
    createReadStream(path.join(out, name)).pipe(response);
  };
  const bench = await workbench(t, {
    'GET /handing/worker/vault.js': (_, response) => response.setHeader('Content-Type', 'text/javascript').end(HANDING),
    'GET /handing/trusted.js': (_, response) =>
      response.setHeader('Content-Type', 'text/javascript').end('export * from "/trusted.js";'),
    'GET /handing/*': (request, response) => {
      const file = fileOf(new URL(request.url, 'http://x').pathname.slice('/handing'.length));
      response.setHeader('Content-Type', file.endsWith('.wasm') ? 'application/wasm' : 'text/javascript');
      createReadStream(file).pipe(response);
    },
    'GET /bench/parts.wasm': served('parts.wasm', 'application/wasm'),
    'GET /bench/typage.mjs': served('typage.mjs', 'text/javascript'),
    'GET /bench/libsodium.mjs': served('libsodium.mjs', 'text/javascript'),
  });
  // A profile on disk: in a private window the private file system is memory behind another process.
  const { context, close } = await profile();
  t.cleanup(close);
  const page = await context.newPage();
  await page.goto(bench.url);
  await page.evaluate(async (mib) => {
    const { scriptUrl } = await import('/trusted.js');
    const { createWorkerClient } = await import('/worker_client.js');
    const piece = new Uint8Array(1 << 20);
    for (let at = 0; at < piece.length; at += 65536) crypto.getRandomValues(piece.subarray(at, at + 65536));
    window.blob = new Blob(Array.from({ length: mib }, () => piece));
    const worker = new Worker(scriptUrl('/tests/bench/seal/worker.js'), { type: 'module' });
    window.measure = (what, blob = window.blob) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.seconds));
        worker.postMessage({ what, blob });
      });
    await window.measure('warm', window.blob.slice(0, 8 << 20));
    window.sealing = createWorkerClient();
    window.handing = (await import('/handing/worker_client.js')).createWorkerClient();
  }, MIB);

  const job = await page.evaluate(async (count) => {
    const hex = (n) => Array.from(crypto.getRandomValues(new Uint8Array(n)), (b) => b.toString(16).padStart(2, '0')).join('');
    const attachments = [];
    const began = performance.now();
    for (let n = 0; n < count; n++) {
      const file = new File(['%PDF-1.4\n', window.blob.slice(0, 48 << 20)], `anh-${n}.pdf`);
      const kept = await window.sealing.call('keep', { file, draft: 'bench', key: `bench.${hex(8)}` });
      attachments.push({ component: 'giay-to', ...kept, file });
    }
    window.attachments = attachments;
    const bytes = attachments.reduce((sum, a) => sum + a.size, 0);
    return { bytes, keep_mbs: bytes / 1e6 / ((performance.now() - began) / 1000) };
  }, JOB_FILES);

  // Memory in a page of its own, where nothing else has run.
  const quiet = await context.newPage();
  await quiet.goto(bench.url);
  await quiet.evaluate(async (list) => {
    window.attachments = list;
    window.sealing = (await import('/worker_client.js')).createWorkerClient();
    await window.sealing.call('version', {});
  }, await page.evaluate(() => window.attachments.map(({ file, ...kept }) => kept)));
  const peak = await peakOf(quiet, unit);
  await quiet.close();

  const megabytes = MIB * 1.048576;
  const timed = (what) => async () => megabytes / (await page.evaluate((w) => window.measure(w), what));
  const jobOf = (...how) => async () => job.bytes / 1e6 / (await page.evaluate(sealInPage, [unit, ...how]));
  await page.evaluate(() => window.measure('open')); // makes the sealed bytes that it opens
  const variants = {
    ours_aead_mbs: timed('ours_aead'),
    libsodiumjs_mbs: timed('libsodiumjs'),
    typage_mbs: timed('typage'),
    webcrypto_mbs: timed('webcrypto'),
    native_age_mbs: async () => nativeAge(file, classical),
    open_mbs: timed('open'),
    read_mbs: timed('read'),
    hash_mbs: timed('hash'),
    job_1_worker_mbs: jobOf('blobs', 1),
    job_2_workers_mbs: jobOf('blobs', 2),
    handed_job_1_worker_mbs: jobOf('blobs', 1, 'handing'),
    handed_job_2_workers_mbs: jobOf('blobs', 2, 'handing'),
    stored_job_1_worker_mbs: jobOf('vault', 1),
    stored_job_2_workers_mbs: jobOf('vault', 2),
  };
  const runs = Object.fromEntries(Object.keys(variants).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(variants)) runs[name].push(await run());
  }
  const result = Object.fromEntries(Object.entries(runs).map(([name, list]) => [name, Math.round(median(list))]));
  result.peak_bytes = peak;
  result.keep_mbs = Math.round(job.keep_mbs);
  result.rounds = ROUNDS;
  result.blob_mib = MIB;
  result.job_bytes = job.bytes;
  result.simd = (await page.evaluate(() => window.sealing.call('version', {}))).simd;

  const label = {
    ours_aead_mbs: 'our cipher', libsodiumjs_mbs: 'libsodium.js AEAD', typage_mbs: 'age-encryption (npm)',
    webcrypto_mbs: 'WebCrypto AES-GCM, 16 in flight', native_age_mbs: 'native age', open_mbs: 'our cipher, opening',
    read_mbs: 'reading the Blob, nothing else', hash_mbs: 'BLAKE2b of the Blob, nothing else',
    job_1_worker_mbs: 'whole job from Blobs, one worker',
    job_2_workers_mbs: 'whole job from Blobs, two workers',
    handed_job_1_worker_mbs: 'whole job from Blobs, handed over, one worker',
    handed_job_2_workers_mbs: 'whole job from Blobs, handed over, two workers',
    stored_job_1_worker_mbs: 'whole job from the vault, one worker',
    stored_job_2_workers_mbs: 'whole job from the vault, two workers',
  };
  // The machine's speed wanders: ratios are taken within a round, then their median.
  const ratio = (name, peer) => median(runs[name].map((mbs, round) => mbs / runs[peer][round]));
  result.ratios = {};
  console.log(`seal: ${MIB} MiB, median of ${ROUNDS} rounds, MB/s; times libsodium.js and age-encryption in the same round`);
  for (const [name, words] of Object.entries(label)) {
    const spread = `${Math.round(Math.min(...runs[name]))}-${Math.round(Math.max(...runs[name]))}`;
    const [sodium, typage] = [ratio(name, 'libsodiumjs_mbs'), ratio(name, 'typage_mbs')];
    result.ratios[name.replace(/_mbs$/, '')] = { libsodiumjs: Number(sodium.toFixed(2)), typage: Number(typage.toFixed(2)) };
    console.log(`  ${words.padEnd(50)}${String(result[name]).padStart(6)}  ${`(${spread})`.padEnd(12)}${sodium.toFixed(2).padStart(6)}${typage.toFixed(2).padStart(7)}`);
  }
  console.log(`  ${'memory above the page at rest'.padEnd(50)}${String((result.peak_bytes / 1e6).toFixed(1)).padStart(6)}  MB`);
  // Where the time goes, in ns a byte: what each part of the job costs alone, and what two workers could reach
  // if they shared exactly that work and nothing came between them.
  const ns = (name) => 1000 / result[name];
  const cost = { read: ns('read_mbs'), hash: ns('hash_mbs') - ns('read_mbs'), seal: ns('ours_aead_mbs') - ns('read_mbs') };
  const sum = cost.read + 2 * cost.hash + cost.seal;
  result.ns_per_byte = Object.fromEntries(Object.entries(cost).map(([name, value]) => [name, Number(value.toFixed(2))]));
  result.ceiling_2_workers_mbs = Math.round(2000 / sum);
  console.log(`  a byte costs ${cost.read.toFixed(2)} ns to read, ${cost.hash.toFixed(2)} to hash (twice), ${cost.seal.toFixed(2)} to seal: ` +
    `two workers could reach ${result.ceiling_2_workers_mbs} MB/s, and reached ${result.handed_job_2_workers_mbs}`);
  await writeFile(path.join(out, 'seal.json'), JSON.stringify(result, null, 2) + '\n');
}

try {
  await main();
} finally {
  for (const cleanup of cleanups) await cleanup().catch(() => {});
}
