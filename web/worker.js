// The sealing worker: everything that encrypts, hashes, signs, verifies or sends, off the page's
// thread and with the only synchronous file handles a browser has.
//
//   page -> worker  {id, op, …}      worker -> page  {id, progress} …, then {id, ok} or {id, error}
//   {helper: …} and {helper_failed} are between web/helpers.js and worker/helper.js
//   {op: "stop", call: id} ends a running call; it then fails with code "stopped".
//
// Calls run side by side; keep and seal take turns, so that memory holds one job at a time.

import { startCore } from "./worker/core.js";
import { directory, filed, openMessage, verifyEvent } from "./worker/checks.js";
import { asFailure, stopped } from "./worker/failure.js";
import { say, verifyAnswer, verifyMark, verifySaid } from "./worker/feedback.js";
import { keep } from "./worker/keep.js";
import { observe, stated, witnessed } from "./worker/log.js";
import { suggestPlaces } from "./worker/places.js";
import { seal } from "./worker/seal.js";
import { openSecret, sealSecret, secretCost } from "./worker/secrets.js";
import { send } from "./worker/send.js";
import { eraseAll, list, remove } from "./worker/vault.js";

const running = new Map(); // id -> AbortController
let core = null;
let jobs = Promise.resolve();

/** Started once; after a failure the next call tries again (the code may not have loaded). */
function ready() {
  core ??= startCore({
    simd: new URL("./motcua-worker.simd.wasm", import.meta.url),
    scalar: new URL("./motcua-worker.scalar.wasm", import.meta.url),
  }).catch((e) => {
    core = null;
    throw e;
  });
  return core;
}

function inTurn(work) {
  const mine = jobs.then(work);
  jobs = mine.catch(() => {});
  return mine;
}

/** Removes all that is stored for one local draft. */
async function forget({ draft }) {
  for (const where of ["kept", "sealed"]) {
    for (const { name } of await list(where, draft + ".")) await remove(where, name);
  }
}

const operations = {
  keep: (request, tools) =>
    inTurn(async () => {
      if (tools.signal.aborted) throw stopped();
      return keep(await ready(), request, tools);
    }),
  drop: ({ key }) => inTurn(() => remove("kept", key)),
  seal: (request, tools) => inTurn(async () => seal(await ready(), request, tools)),
  send: async (request, tools) => send(await ready(), request, tools),
  drop_sealed: async ({ file }) => {
    await remove("sealed", file);
    await remove("sealed", file.replace(/\.age$/, ".json"));
  },
  forget: (request) => inTurn(() => forget(request)),
  verify_event: async (request) => verifyEvent(await ready(), request),
  filed: async (request) => filed(await ready(), request),
  observe: async (request) => observe(await ready(), request),
  witnessed: async (request) => witnessed(await ready(), request),
  stated: async (request) => stated(await ready(), request),
  say: async (request) => say(await ready(), request),
  verify_said: async (request) => verifySaid(await ready(), request),
  verify_answer: async (request) => verifyAnswer(await ready(), request),
  verify_mark: async (request) => verifyMark(await ready(), request),
  open_message: async (request) => openMessage(await ready(), request),
  dossier_keys: async (request) => (await ready()).json("dossier_keys", request),
  recovery_sheet: async (request) => (await ready()).json("recovery_sheet", request),
  recovery_read: async (request) => (await ready()).json("recovery_read", request),
  passphrase_new: async () => (await ready()).json("passphrase_new"),
  secret_cost: async (request) => secretCost(await ready(), request),
  secret_seal: async (request) => sealSecret(await ready(), request),
  secret_open: async (request, tools) => openSecret(await ready(), request, tools),
  slip_sheet: async (request) => (await ready()).json("slip_sheet", request),
  code_check: async (request) => (await ready()).json("code_check", request),
  places: async (request) => suggestPlaces(await ready(), request),
  directory: async (request) => directory(await ready(), request),
  version: async () => {
    const { json, simd, exports } = await ready();
    return { ...json("version"), simd, memory: exports.memory.buffer.byteLength };
  },
  erase: () => {
    for (const stop of running.values()) stop.abort();
    return inTurn(eraseAll);
  },
};

postMessage({ here: true });
addEventListener("message", async ({ data }) => {
  if ("helper_failed" in data) return;
  const { id, op, ...request } = data;
  if (op === "stop") return running.get(request.call)?.abort();
  const stop = new AbortController();
  try {
    if (!Object.hasOwn(operations, op)) throw new TypeError("no such operation");
    const tools = { signal: stop.signal, progress: (progress) => postMessage({ id, progress }) };
    const answer = operations[op](request, tools);
    running.set(id, stop);
    postMessage({ id, ok: (await answer) ?? {} });
  } catch (e) {
    if (e instanceof WebAssembly.RuntimeError) core = null; // a trap: give the instance up
    postMessage({ id, error: asFailure(e) });
  } finally {
    running.delete(id);
  }
});
