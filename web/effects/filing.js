// Attachments, sealing and sending: the effects that end in the sealing worker.
// Files are taken one after another in the order they were added; each has its own progress.

import { pauseBefore, rest } from "../backoff.js";
import { passing, plain } from "./failure.js";

/** Messages about progress are for people: more than ten a second only cost frames. */
const PROGRESS_MS = 100;

export function createFiling({ host, post, api, worker, directory, watching }) {
  let keeping = Promise.resolve();
  const stopKeeping = new Map(); // key -> AbortController
  const sending = new Map(); // local draft id -> AbortController
  const sealing = new Set();

  function newKey(draft) {
    const bytes = crypto.getRandomValues(new Uint8Array(8));
    return draft + "." + Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
  }

  function keep({ draft, component, node }) {
    // Asks the browser not to evict what is stored here when space gets short; it may say no.
    navigator.storage?.persist?.().catch(() => {});
    for (const file of [...host.filesOf(node)]) {
      const key = newKey(draft);
      const about = { draft, component, key, title: file.name };
      const stop = new AbortController();
      stopKeeping.set(key, stop);
      post({ on: "file_progress", ...about, done: 0, total: file.size });
      const progress = paced((p) => post({ on: "file_progress", ...about, ...p }));
      keeping = keeping.then(() =>
        worker
          .call("keep", { file, draft, key }, { progress, signal: stop.signal })
          .then(
            (kept) => post({ ...about, ...kept, on: "file_kept" }),
            (e) => post({ on: "file_refused", ...about, ...plain(e) }),
          )
          .finally(() => stopKeeping.delete(key)),
      );
    }
  }

  function dropFile({ key }) {
    stopKeeping.get(key)?.abort();
    worker.call("drop", { key }).catch(() => {});
  }

  async function seal({ draft, plan }) {
    if (sealing.has(draft)) return;
    sealing.add(draft);
    const progress = paced((p) => post({ on: "seal_progress", draft, ...p }));
    try {
      const sealed = await worker.call("seal", { draft, plan }, { progress });
      post({ ...sealed, on: "sealed", draft });
    } catch (e) {
      post({ on: "seal_failed", draft, ...plain(e) });
    } finally {
      sealing.delete(draft);
    }
  }

  async function send({ draft, envelope, signature, file }) {
    if (sending.has(draft)) return;
    const stop = new AbortController();
    sending.set(draft, stop);
    const progress = paced((p) => post({ on: "send_progress", draft, ...p }));
    try {
      const log = await logKey(stop.signal, () => progress({ done: 0, total: 0, state: "waiting" }));
      const accepted = await worker.call(
        "send",
        { draft, envelope, signature, file, api, log },
        { progress, signal: stop.signal },
      );
      post({ ...accepted, on: "accepted", draft });
      seen(accepted.proof);
    } catch (e) {
      if (e.code !== "stopped") post({ on: "send_failed", draft, ...plain(e) });
    } finally {
      sending.delete(draft);
    }
  }

  /** What the log signed with the receipt is compared with what this device has seen of it. Where that cannot be
   * done now (no network), the stream's own checkpoints will show it. */
  function seen(proof) {
    watching.observeProof(proof).catch(() => {});
  }

  /** The log's key, from a verified directory: a receipt that nobody can check is not shown. */
  async function logKey(signal, waiting) {
    for (let attempt = 1; ; attempt++) {
      try {
        return (await directory()).log.key;
      } catch (e) {
        if (!passing(e)) throw e;
        waiting();
        await rest(pauseBefore(attempt), signal);
      }
    }
  }

  function dropSealed({ file }) {
    worker.call("drop_sealed", { file }).catch(() => {});
  }

  /** Everything of one local draft leaves the device; a running upload of it stops. */
  function forget(draft) {
    sending.get(draft)?.abort();
    for (const [key, stop] of stopKeeping) if (key.startsWith(draft + ".")) stop.abort();
    return worker.call("forget", { draft });
  }

  return { keep, dropFile, seal, send, dropSealed, forget };
}

/** Lets the first, the last (done = total) and every change of state through, else one in 100 ms. */
function paced(report) {
  let at = -Infinity;
  let state;
  return (p) => {
    const now = performance.now();
    if (now - at < PROGRESS_MS && p.done !== p.total && p.state === state) return;
    at = now;
    state = p.state;
    report(p);
  };
}
