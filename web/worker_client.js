// The page's end of the sealing worker: numbered calls, progress, and restart after a crash.
//
//   const worker = createWorkerClient();
//   const result = await worker.call("keep", {file, draft, key}, {progress: (p) => …, signal});
//
// The worker is started by the first call. A call fails with {code, message, hint}; never with
// anything else. When the worker itself dies, every open call fails with code "worker" and the next
// call starts a new one. An aborted signal stops the call in the worker; it then fails "stopped".

import { scriptUrl } from "./trusted.js";

export function createWorkerClient() {
  let worker = null;
  let last = 0;
  const open = new Map();

  function start() {
    worker = new Worker(scriptUrl(new URL("./worker.js", import.meta.url).href), { type: "module" });
    worker.onmessage = ({ data }) => settle(data);
    worker.onerror = (event) => {
      event.preventDefault();
      worker?.terminate();
      worker = null;
      const failure = {
        code: "worker",
        message: "The part that seals your dossier stopped.",
        hint: "Try again; if it happens again, reload the page. Nothing you entered is lost.",
      };
      for (const call of open.values()) call.reject(failure);
      open.clear();
    };
  }

  function settle({ id, progress, ok, error }) {
    const call = open.get(id);
    if (!call) return;
    if (progress) return call.progress?.(progress);
    open.delete(id);
    if (error) call.reject(error);
    else call.resolve(ok);
  }

  return {
    call(op, args, { progress, signal } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject({ code: "stopped", message: "Stopped.", hint: "" });
        if (!worker) start();
        const id = ++last;
        open.set(id, { resolve, reject, progress });
        signal?.addEventListener("abort", () => worker?.postMessage({ id: ++last, op: "stop", call: id }), {
          once: true,
        });
        worker.postMessage({ ...args, id, op });
      });
    },
  };
}
