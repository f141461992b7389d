// web/worker/log.js: what two tabs see of the log in the same moment counts in both.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { launch, watchedPage } from '../lib/browser.mjs';
import { root } from '../lib/parts.mjs';
import { same, workbench } from '../lib/workbench.mjs';

export const name = 'of two tabs that see the log grow at once, neither forgets the larger one';
export const ways = ['firefox'];

const ROUNDS = 30;
const LOG = `
import json, sys
sys.path[:0] = [sys.argv[1], sys.argv[1] + "/tests/gateway"]
from own_log import KEY, Log
log, most = Log(), int(sys.argv[2])
notes = []
for n in range(most):
    log.add(b"%d" % n)
    notes.append(log.checkpoint())
proofs = {f"{old}/{size}": log.proof(old, size) for size in range(2, most + 1) for old in range(max(size - 3, 1), size)}
json.dump({"key": KEY["vkey"], "notes": notes, "proofs": proofs}, sys.stdout)
`;

export async function run(t) {
  const made = execFileSync('/usr/bin/python3', ['-c', LOG, root, String(2 * ROUNDS)], { cwd: path.join(root, 'tests'), maxBuffer: 64 << 20 });
  const bench = await workbench(t);
  const browser = await launch();
  t.cleanup(() => browser.close());
  const page = await watchedPage(await browser.newContext());
  await page.goto(bench.url);
  const kept = await page.evaluate(async ({ key, notes, proofs }) => {
    const { createWorkerClient } = await import('/worker_client.js');
    const tabs = [createWorkerClient(), createWorkerClient()];
    async function sees(tab, size) {
      const checkpoint = notes[size - 1];
      let found = await tab.call('observe', { checkpoint, log: key });
      while (found.needs) {
        const { old, size: larger } = found.needs;
        const proof = { old, size: larger, hashes: proofs[`${old}/${larger}`] };
        found = await tab.call('observe', { checkpoint, log: key, proof });
      }
      if (found.alarm) throw new Error(found.alarm);
    }
    async function newest() {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('motcua');
      return JSON.parse(await (await (await folder.getFileHandle('log.json')).getFile()).text()).kept.size;
    }
    const all = [];
    for (let size = 1; size < notes.length; size += 2) {
      const two = size % 4 === 1 ? [size, size + 1] : [size + 1, size];
      await Promise.all(tabs.map((tab, n) => sees(tab, two[n])));
      all.push(await newest());
    }
    return all;
  }, JSON.parse(made));
  // What a version before kept did not say under which roots: it counts all the same.
  const older = await page.evaluate(async ({ key, notes }) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('motcua');
    const file = async (name) => folder.getFileHandle(name, { create: true });
    const { log, kept } = JSON.parse(await (await (await file('log.json')).getFile()).text());
    for (const [name, record] of [['directory.json', { roots: 'some' }], ['log.json', { log, kept }]]) {
      const out = await (await file(name)).createWritable();
      await out.write(JSON.stringify(record));
      await out.close();
    }
    const { createWorkerClient } = await import('/worker_client.js');
    return createWorkerClient().call('observe', { checkpoint: notes[3], log: key, latest: true });
  }, JSON.parse(made));
  same(older.alarm, 'rollback', 'against a record of the version before');
  same(kept, Array.from({ length: ROUNDS }, (_, n) => 2 * n + 2), 'the larger of two, each time');
}
