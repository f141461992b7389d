// Watches the log for this device: each checkpoint that comes, with an event or by itself, must continue
// the ones before. A log that shows two people two stories has to sign both.

import { fetchText } from "../network.js";
import { hindered } from "./failure.js";

const PROOF_LIMIT = 16 << 10;
const CHECKPOINT_LIMIT = 64 << 10;
const REMEMBERED = 1_000;

export function createWatching({ post, api, worker, directory }) {
  const fetchJson = async (path) => JSON.parse(await fetchText(new URL(path, api).href, { limit: PROOF_LIMIT }));

  let kept = 0; // the size that this device kept last, as far as this page knows
  const fitting = new Set(); // checkpoints that were compared: what is kept goes on from each of them

  async function compare(checkpoint, latest) {
    const { log } = await directory();
    let found = await worker.call("observe", { checkpoint, log: log.key, latest, proof: await ahead(checkpoint) });
    for (let tries = 0; found.needs && tries < 3; tries++) {
      // Another tab may keep a newer one meanwhile: then other sizes are needed.
      const { old, size } = found.needs;
      const hashes = await between(old, size);
      if (!hashes && found.seen === old) {
        const back = await rolledBack(log);
        if (back) return back;
      }
      // A log that has no proof between two of its own checkpoints is treated as one that has a wrong one.
      const proof = { old, size, hashes: hashes ?? [] };
      found = await worker.call("observe", { checkpoint, log: log.key, latest, proof });
    }
    // Other tabs went ahead each time: nothing is proven yet.
    if (found.needs) throw hindered("the log grows too fast to be compared");
    if (found.keeps) kept = found.keeps;
    if (!found.alarm) remember(checkpoint);
    return found;
  }

  function remember(checkpoint) {
    if (fitting.size >= REMEMBERED) fitting.clear();
    fitting.add(checkpoint);
  }

  /** The proof that will most likely be asked for: one turn of the worker less before an event is shown. */
  async function ahead(checkpoint) {
    const size = Number(String(checkpoint).split("\n")[1]); // not verified yet: only what to ask for
    if (!kept || !Number.isSafeInteger(size) || size <= kept) return undefined;
    const old = kept;
    const hashes = await between(old, size);
    return hashes ? { old, size, hashes } : undefined;
  }

  /** null when the log has none. */
  async function between(old, size) {
    try {
      const { hashes } = await fetchJson(`log/consistency/${old}/${size}`);
      return Array.isArray(hashes) ? hashes : null;
    } catch (e) {
      if (e?.code !== "http") throw e;
      if (e.status === 404) return null;
      throw hindered(`the log's proof was answered with ${e.status}`);
    }
  }

  /** The alarm when the log ends before what this device has seen: what lies before has no proof up to there. */
  async function rolledBack(log) {
    const checkpoint = await newest();
    const found = await worker.call("observe", { checkpoint, log: log.key, latest: true });
    return found.alarm === "rollback" ? found : null;
  }

  const newest = () => fetchText(new URL("log/checkpoint", api).href, { limit: CHECKPOINT_LIMIT });

  /**
   * Fails with "fork" when the checkpoint contradicts what this device has seen. A roll-back is only told, and
   * returned: what the log says now may still be true, and be all that can be had. Each posts its alarm.
   */
  async function observe(checkpoint) {
    if (fitting.has(checkpoint)) return {};
    const found = await compare(checkpoint, false);
    if (found.alarm === "rollback") tell(found);
    else alarmed(found);
    return found;
  }

  /** The same for the checkpoint at the end of a proof. */
  const observeProof = (proof) => observe(String(proof).split("\n\n").slice(1).join("\n\n"));

  const tell = ({ alarm, kept, seen, evidence = "" }) => post({ on: "log_alarm", code: alarm, kept, seen, evidence });

  function alarmed(found) {
    if (!found.alarm) return;
    tell(found);
    throw { code: found.alarm, message: "the log contradicts itself", hint: "keep the evidence and ask the operator" };
  }

  /** The log's newest checkpoint, and the newest that witnesses signed; either may be null. */
  async function told({ checkpoint, witnessed }) {
    if (typeof checkpoint === "string") {
      let found = await compare(checkpoint, true);
      if (found.alarm === "rollback") {
        // It may have been on its way while a newer one came elsewhere: only a fresh one counts.
        found = await compare(await newest(), true);
      }
      alarmed(found);
    }
    if (typeof witnessed === "string") await seenByWitnesses(witnessed);
  }

  async function seenByWitnesses(checkpoint) {
    const { log, witnesses } = await directory();
    if (!witnesses) return;
    const { size, time } = await worker.call("witnessed", { checkpoint, log: log.key, policy: witnesses });
    await observe(checkpoint);
    if (time) post({ on: "witnessed", size, at: time });
  }

  return { observe, observeProof, told };
}
