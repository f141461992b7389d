// The page's end of the sealing worker: numbered calls, progress, and restart after a crash.
//
//   const worker = createWorkerClient();
//   const result = await worker.call("keep", {file, draft, key}, {progress: (p) => …, signal});
//
// The worker is started by the first call. A call fails with {code, message, hint}; never with
// anything else. When the worker itself dies, or falls silent over a keep or seal, every open call fails
// with code "worker" and the next call starts a new one. An aborted signal stops the call in the worker;
// it then fails "stopped".

import { createHelpers } from "./helpers.js";
import { createSilence } from "./silence.js";
import { scriptUrl } from "./trusted.js";

/** Operations that report their progress several times a second. */
const LIVELY = new Set(["keep", "seal"]);
/**
 * Longer than the worker itself needs to notice that its second one hangs (team.js), and than a slow line
 * takes for its code. Counted from its first word on: while it loads, only the browser knows.
 */
const SILENCE_S = 120;

export function createWorkerClient() {
  let worker = null;
  let helpers = null;
  let last = 0;
  const open = new Map();
  const silence = createSilence(SILENCE_S, giveUp);
  let spoke = false; // the worker has loaded

  function start() {
    worker = new Worker(scriptUrl(new URL("./worker.js", import.meta.url).href), { type: "module" });
    helpers = createHelpers(worker);
    spoke = false;
    worker.onmessage = ({ data }) => {
      spoke = true;
      if (data.helper) helpers.obey(data.helper);
      else settle(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      giveUp();
    };
  }

  function giveUp() {
    worker?.terminate();
    helpers?.endAll();
    worker = null;
    silence.rest();
    const failure = {
      code: "worker",
      message: "The part that seals your dossier stopped.",
      hint: "Try again; if it happens again, reload the page. Nothing you entered is lost.",
    };
    for (const call of open.values()) call.reject(failure);
    open.clear();
  }

  function settle({ id, progress, ok, error }) {
    const call = open.get(id);
    if (call && !progress) open.delete(id);
    if ([...open.values()].some(({ lively }) => lively)) silence.heard();
    else silence.rest();
    if (!call) return;
    if (progress) return call.progress?.(progress);
    if (error) call.reject(error);
    else call.resolve(ok);
  }

  return {
    call(op, args, { progress, signal } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject({ code: "stopped", message: "Stopped.", hint: "" });
        if (!worker) start();
        const id = ++last;
        const lively = LIVELY.has(op);
        open.set(id, { resolve, reject, progress, lively });
        if (lively && spoke) silence.heard();
        signal?.addEventListener("abort", () => worker?.postMessage({ id: ++last, op: "stop", call: id }), {
          once: true,
        });
        worker.postMessage({ ...args, id, op });
      });
    },
  };
}
