// Workers that hang: the second one of a sealing, and the sealing worker itself.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { profile, watchedPage } from '../lib/browser.mjs';
import { makePdf } from '../lib/papers.mjs';
import { newUnit, startWorker } from '../lib/sealing.mjs';
import { holds, same, workbench } from '../lib/workbench.mjs';

export const name = 'a worker that hangs is given up: the dossier is sealed by one, or the person reads a sentence';
export const ways = ['firefox'];

const MUTE_SECOND = `addEventListener("message", ({ data: { port } }) => {
  port.onmessage = ({ data }) => {
    if (data.start) port.postMessage({ answer: "ready" });
    if (data.open && data.open.name !== "now.age") port.postMessage({ answer: "open" });
  };
});`;

export async function run(t) {
  let worker = null; // what stands in place of the sealing worker
  const script = (response, text) => response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(text);
  const bench = await workbench(t, {
    'GET /worker/second.js': (_, response) => script(response, MUTE_SECOND),
    'GET /paper': (_, response) => response.end(makePdf('BẢN THỬ', 12 << 20)),
  });
  const silent = await workbench(t, { 'GET /worker.js': (_, response) => script(response, worker) });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'motcua-silent-'));
  t.cleanup(() => rm(folder, { recursive: true, force: true }));
  const { recipient } = await newUnit(folder);
  const { context, close } = await profile();
  t.cleanup(close);
  const page = await watchedPage(context);

  // A second worker that never answers, and one that stops in the middle.
  await page.goto(bench.url);
  await startWorker(page);
  for (const draft of ['now', 'later']) {
    const began = Date.now();
    const sealed = await page.evaluate(async ({ draft, recipient }) => {
      try {
        const kept = await window.keep('/paper', 'quét.pdf', draft);
        const sealed = await window.worker.call('seal', { draft, plan: window.plan(recipient, [{ component: 'giay-chung-sinh', ...kept }]) });
        return { size: (await window.stored('sealed', sealed.file)).size, expected: sealed.size };
      } catch (e) {
        return e;
      }
    }, { draft, recipient });
    holds(sealed.size > 11 << 20, `not sealed: ${JSON.stringify(sealed)}`);
    same(sealed.size, sealed.expected, `sealed by one worker: ${JSON.stringify(sealed)}`);
    t.note(`second worker hangs (${draft}): sealed after ${Math.round((Date.now() - began) / 1000)} s`);
  }

  // The sealing worker itself, seen by the page; its clock is moved by hand.
  worker = 'addEventListener("message", ({ data }) => { if (data.op === "send") postMessage({ id: data.id, progress: { done: 0 } }); });';
  const other = await watchedPage(context);
  await other.clock.install();
  await other.goto(silent.url);
  await other.evaluate(async () => {
    const { createWorkerClient } = await import('/worker_client.js');
    const worker = createWorkerClient();
    window.ended = {};
    const call = (op, told) => worker.call(op, {}, told).catch((e) => (window.ended[op] = e));
    // Silence counts from the worker's first word on.
    await new Promise((progress) => void call('send', { progress }));
    window.seal = () => call('seal');
  });
  await other.clock.runFor(300_000);
  same(await other.evaluate(() => window.ended), {}, 'an upload may be silent for as long as it likes');
  await other.evaluate(() => void window.seal());
  await other.clock.runFor(100_000);
  same(await other.evaluate(() => window.ended), {}, 'a sealing may be silent for a while');
  await other.clock.runFor(30_000);
  const ended = await other.evaluate(() => window.ended);
  same([ended.send?.code, ended.seal?.code], ['worker', 'worker'], 'both calls end with a failure that says what to do');
  holds(/Try again/.test(ended.seal.hint), ended.seal.hint);
  same([page.complaints, other.complaints], [[], []], 'console');
}
