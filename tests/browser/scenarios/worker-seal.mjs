// The sealing worker in a browser, judged by age, tar and b2sum: what comes out is what was added.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { profile, watchedPage } from '../lib/browser.mjs';
import { AGE, newUnit, startWorker } from '../lib/sealing.mjs';
import { bodyOf, holds, same, workbench } from '../lib/workbench.mjs';

export const name = 'attachments are kept encrypted, survive a reload, and are sealed for the units';
export const ways = ['firefox'];

const blake2b256 = (file) => execFileSync('b2sum', ['-l', '256', file]).toString().split(' ')[0];

const pdf = (size) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)]);
const png = (size) => Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), randomBytes(size)]);

export async function run(t) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'motcua-seal-'));
  t.cleanup(() => rm(folder, { recursive: true, force: true }));
  const files = { big: pdf(7 * 1048576 + 123), small: png(5), edge: pdf(2 * 1048576 - 9), empty: Buffer.alloc(0), exe: Buffer.from('MZ' + 'x'.repeat(100)) };
  let received = null;
  const bench = await workbench(t, {
    'GET /given/*': (request, response) => response.end(files[request.url.split('/').pop()]),
    'POST /taken': async (request, response) => {
      received = await bodyOf(request);
      response.end();
    },
  });
  const { context, close } = await profile();
  t.cleanup(close);
  const page = await watchedPage(context);
  await page.goto(bench.url);
  await startWorker(page);

  const { identity, recipient } = await newUnit(folder);

  // Adding: hash, type, progress, encrypted copy.
  const kept = [];
  for (const [which, title] of [['big', 'Giấy chứng sinh.pdf'], ['small', 'ảnh.png'], ['edge', 'b.pdf']]) {
    const { steps, ...one } = await page.evaluate(([w, n]) => window.keep(`/given/${w}`, n), [which, title]);
    await writeFile(path.join(folder, which), files[which]);
    holds(!one.failed, `keeping ${which}: ${JSON.stringify(one)}`);
    same(one.hash, blake2b256(path.join(folder, which)), `hash of ${which}`);
    same([one.size, one.title], [files[which].length, title], `size and title of ${which}`);
    same(steps.at(-1), { done: one.size, total: one.size }, `last progress of ${which}`);
    kept.push({ component: 'giay-chung-sinh', ...one });
  }
  same(kept.map((k) => k.type), ['application/pdf', 'image/png', 'application/pdf'], 'types');
  const raw = Buffer.from(await page.evaluate(async (key) => [...new Uint8Array(await (await window.stored('kept', key)).slice(0, 65536).arrayBuffer())], kept[0].key));
  holds(!raw.includes('%PDF') && !raw.includes(files.big.subarray(1000, 1032)), 'the kept copy is not encrypted');

  // Refusals, each with its own code and nothing left behind.
  same((await page.evaluate(() => window.keep('/given/empty', 'a.pdf'))).failed, 'empty', 'an empty file');
  same((await page.evaluate(() => window.keep('/given/exe', 'a.exe'))).failed, 'refused', 'a program');
  same((await page.evaluate(() => window.keep('/given/small', 'a.pdf'))).failed, 'mismatch', 'a picture called .pdf');
  const large = await page.evaluate(() => window.worker.call('keep', { file: new File([new Uint8Array(52428801)], 'a.pdf'), draft: 'd1', key: 'd1.00' }).catch((e) => e.code));
  same(large, 'too_large', 'more than 50 MB');
  const elsewhere = await page.evaluate(() => window.worker.call('drop', { key: '../directory.json' }).catch((e) => e.code));
  same(elsewhere, 'invalid', 'a name that leaves the folder');
  same(await page.evaluate(() => window.names('kept')), kept.map((k) => k.key).sort(), 'kept files');

  // A reload, then sealing from what was kept.
  await page.goto('about:blank');
  await page.goto(bench.url);
  await startWorker(page);
  // By one worker, and by two.
  for (const workers of [1, 2]) {
    const sealed = await page.evaluate(async ([r, a, workers]) => {
      const steps = [];
      const result = await window.worker.call('seal', { draft: 'd1', plan: window.plan(r, a), workers }, { progress: (p) => steps.push(p) });
      await fetch('/taken', { method: 'POST', body: await window.stored('sealed', result.file) });
      return { ...result, steps };
    }, [recipient, kept, workers]);
    const age = path.join(folder, 'dossier.age');
    await writeFile(age, received);
    same([received.length, sealed.file], [sealed.size, 'd1.age'], 'size of the sealed file');
    same(sealed.steps.at(-1).done, sealed.size, 'last progress of sealing');
    const tar = path.join(folder, 'dossier.tar');
    execFileSync(path.join(AGE, 'age'), ['-d', '-i', identity, '-o', tar, age]);
    execFileSync('tar', ['-x', '-f', tar, '-C', folder]);
    const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'));
    same(manifest.attachments.map((a) => a.title), kept.map((k) => k.title), 'titles in the manifest');
    for (const [n, which] of ['big', 'small', 'edge'].entries()) {
      holds((await readFile(path.join(folder, manifest.attachments[n].name))).equals(files[which]), `${which} differs`);
    }
    const envelope = JSON.parse(sealed.envelope);
    const header = received.indexOf('\n--- ');
    const end = received.indexOf('\n', header + 1) + 1;
    await writeFile(path.join(folder, 'body'), received.subarray(end));
    same(envelope.body, blake2b256(path.join(folder, 'body')), 'body hash in the envelope');
    await writeFile(path.join(folder, 'envelope'), sealed.envelope);
    await writeFile(path.join(folder, 'envelope.minisig'), sealed.signature);
    execFileSync('minisign', ['-V', '-q', '-P', envelope.sign, '-m', path.join(folder, 'envelope')]);
    await page.evaluate(() => window.worker.call('drop_sealed', { file: 'd1.age' }));
  }

  // A copy altered on the disk stops the sealing; so does the person. Neither leaves a file.
  const stopped = await page.evaluate(async ([r, a]) => {
    const stop = new AbortController();
    const doing = window.worker.call('seal', { draft: 'd1', plan: window.plan(r, a) }, { signal: stop.signal });
    stop.abort();
    return doing.catch((e) => e.code);
  }, [recipient, kept]);
  same(stopped, 'stopped', 'stopping');
  const altered = await page.evaluate(async ([r, a]) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('motcua');
    const handle = await (await folder.getDirectoryHandle('kept')).getFileHandle(a[0].key);
    const writer = await handle.createWritable({ keepExistingData: true });
    await writer.write({ type: 'write', position: 3_000_000, data: new Uint8Array([1, 2, 3, 4]) });
    await writer.close();
    return window.worker.call('seal', { draft: 'd1', plan: window.plan(r, a) }).catch((e) => e);
  }, [recipient, kept]);
  holds(['payload', 'mismatch'].includes(altered.code), `an altered copy was sealed: ${JSON.stringify(altered)}`);
  same((await page.evaluate(() => window.names('sealed'))).filter((n) => n.endsWith('.age')), [], 'sealed files after a failure');
  const lost = await page.evaluate(([r, a]) => window.worker.call('seal', { draft: 'd1', plan: window.plan(r, [{ ...a[1], key: 'd1.gone' }]) }).catch((e) => e.code), [recipient, kept]);
  same(lost, 'not_found', 'a kept file that is gone');

  // Memory does not grow with the file.
  const grown = await page.evaluate(async (r) => {
    const before = (await window.worker.call('version', {})).memory;
    const file = new File(['%PDF-1.7\n', new Uint8Array(40 << 20)], 'lớn.pdf');
    const kept = await window.worker.call('keep', { file, draft: 'd1', key: 'd1.40' });
    await window.worker.call('seal', { draft: 'd1', plan: window.plan(r, [{ component: 'x', ...kept }]) });
    return (await window.worker.call('version', {})).memory - before;
  }, recipient);
  holds(grown <= 1 << 20, `the core's memory grew by ${grown} bytes`);

  // Both builds pass their known answers and agree; without entropy nothing is kept.
  const builds = await page.evaluate(async () => {
    const { startCore, hasSimd } = await import('/worker/core.js');
    const sources = { simd: '/motcua-worker.simd.wasm', scalar: '/motcua-worker.scalar.wasm' };
    const keys = { root: '11'.repeat(32), draft: '22'.repeat(16) };
    const cores = [await startCore(sources, { simd: true }), await startCore(sources, { simd: false })];
    const passed = cores.map((core) => core.json('selftest').passed);
    const agree = new Set(cores.map((core) => JSON.stringify(core.json('dossier_keys', keys)))).size === 1;
    let fails = true;
    const entropy = (to) => {
      if (fails) throw new Error('none');
      crypto.getRandomValues(to);
    };
    const dry = await startCore(sources, { entropy }).then(() => 'started', (e) => e.code);
    fails = false;
    const core = await startCore(sources, { entropy });
    fails = true;
    const job = core.withRequest({ name: 'a.pdf', size: 20 }, core.exports.motcua_keep_open);
    core.view(core.exports.motcua_keep_input_buffer(job), 20).fill(37);
    return { simd: hasSimd(), passed, agree, dry, later: core.exports.motcua_keep_input(job, 20) };
  });
  holds(builds.simd && builds.agree && builds.passed.every((n) => n > 0), `builds: ${JSON.stringify(builds)}`);
  same([builds.dry, builds.later], ['selftest', -1], 'without entropy at the start, and later');

  await page.evaluate(() => window.worker.call('forget', { draft: 'd1' }));
  same([await page.evaluate(() => window.names('kept')), await page.evaluate(() => window.names('sealed'))], [[], []], 'after forgetting the draft');
  same(page.complaints, [], 'console');
}
