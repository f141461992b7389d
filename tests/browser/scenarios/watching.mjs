// web/effects/watching.js: a checkpoint counts once it is proven to fit, never because the proof did not come. It runs
// with the worker's own code in the page, where nothing can be stored: as in a private window.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { launch, watchedPage } from '../lib/browser.mjs';
import { root } from '../lib/parts.mjs';
import { same, workbench } from '../lib/workbench.mjs';

export const name = 'the log is watched although nothing can be stored, other tabs are faster, or a proof is refused';
export const ways = ['firefox'];

const SIZE = 9;
const LOG = `
import json, sys
sys.path[:0] = [sys.argv[1], sys.argv[1] + "/tests/gateway"]
from own_log import KEY, Log, core
most = int(sys.argv[2])
def notes(second):
    log = Log(b"0")
    told = [log.checkpoint()]
    for n in range(1, most):
        log.add(b"%d" % n + (b"" if n < 4 else second))
        told.append(log.checkpoint())
    return log, told
log, told = notes(b"")
proofs = {f"{old}/{size}": log.proof(old, size) for size in range(2, most + 1) for old in range(1, size)}
other = core.unit_keygen(unit="test.example/log", random="6" * 64)
new = core.checkpoint_sign(origin="test.example/log", size=20, root="ab" * 32, key=other["sign"])["checkpoint"]
json.dump({"new": new, "newKey": other["vkey"], "key": KEY["vkey"], "notes": told, "others": notes(b" other")[1], "proofs": proofs}, sys.stdout)
`;

export async function run(t) {
  const log = JSON.parse(execFileSync('/usr/bin/python3', ['-c', LOG, root, String(SIZE)], { cwd: path.join(root, 'tests') }));
  let refusal = 0; // the status that proofs are refused with
  const bench = await workbench(t, {
    'GET /log/consistency/*': (request, response) => {
      const proof = log.proofs[request.url.split('/').slice(3).join('/')];
      if (refusal || !proof) return response.writeHead(refusal || 404).end();
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ hashes: proof }));
    },
    'GET /log/checkpoint': (request, response) => response.end(log.notes.at(-1)),
  });
  const browser = await launch();
  t.cleanup(() => browser.close());
  const page = await watchedPage(await browser.newContext());
  await page.goto(bench.url);
  await page.evaluate(async ({ key, newKey }) => {
    const { createWatching } = await import('/effects/watching.js');
    const worker = await import('/worker/log.js');
    const { startCore } = await import('/worker/core.js');
    const core = await startCore({ simd: '/motcua-worker.simd.wasm', scalar: '/motcua-worker.scalar.wasm' });
    const post = (message) => window.alarms.push(message.code);
    const watching = (call, named = key) =>
      createWatching({ post, api: location.href, directory: async () => ({ log: { key: named } }), worker: { call } });
    const mine = watching((_, wish) => (window.calls++, worker.observe(core, wish)));
    const swapped = watching((_, wish) => worker.observe(core, wish), newKey);
    const overtaken = watching(async () => ({ needs: { old: 1, size: 2 }, seen: 2 }));
    /** -> what it ended with, the alarms that were posted, and how often the worker was asked */
    window.sees = async (checkpoint, { others, key } = {}) => {
      [window.alarms, window.calls] = [[], 0];
      const ended = await (others ? overtaken : key ? swapped : mine).observe(checkpoint).then(
        (found) => found.alarm ?? 'fits',
        (e) => e.code ?? String(e),
      );
      return [ended, window.alarms, window.calls];
    };
  }, log);
  const sees = (checkpoint, options) => page.evaluate(([c, o]) => window.sees(c, o), [checkpoint, options]);
  const [ended, alarms] = [0, 1];

  same((await sees(log.notes[4]))[ended], 'fits', 'the first one');
  same((await sees(log.notes[6]))[ended], 'fits', 'a later one');
  same(await sees(log.notes[4]), ['fits', [], 0], 'one that was compared is not compared again');
  same((await sees(log.notes[2]))[ended], 'fits', 'an earlier one');
  for (refusal of [403, 407, 500, 503]) {
    same((await sees(log.notes[7])).slice(0, 2), ['network', []], `${refusal} says nothing about the log`);
  }
  refusal = 404;
  same((await sees(log.notes[7])).slice(0, 2), ['fork', ['fork']], 'a log without a proof');
  refusal = 0;
  same((await sees(log.notes[7]))[ended], 'fits', 'the proof came after all');
  same((await sees(log.others[6])).slice(0, 2), ['fork', ['fork']], 'another log: of a size between');
  same((await sees(log.others[7])).slice(0, 2), ['fork', ['fork']], 'of the same size');
  same((await sees(log.others[8])).slice(0, 2), ['fork', ['fork']], 'a larger one');
  same((await sees(log.notes[3]))[ended], 'fits', 'both have this one');
  same((await sees(log.notes[8], { others: true }))[ended], 'network', 'never proven: other tabs were faster each time');
  same((await sees(log.new, { key: 'new' })).slice(0, 2), ['log-key', ['log-key']], 'a log with another key');
  same((await sees(log.notes[8]))[ended], 'fits', 'the one that was known goes on');
  same((await sees('nothing'))[alarms], [], 'what is no checkpoint is no alarm');
}
