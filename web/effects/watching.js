// Watches the log for this device: each checkpoint that comes, with an event or by itself, must continue
// the ones before. A log that shows two people two stories has to sign both.

import { fetchText } from "../network.js";
import { passing } from "./failure.js";

const PROOF_LIMIT = 16 << 10;
const CHECKPOINT_LIMIT = 64 << 10;

export function createWatching({ post, api, worker, directory }) {
  const fetchJson = async (path) => JSON.parse(await fetchText(new URL(path, api).href, { limit: PROOF_LIMIT }));

  async function compare(checkpoint, latest) {
    const { log } = await directory();
    let found = await worker.call("observe", { checkpoint, log: log.key, latest });
    for (let tries = 0; found.needs && tries < 3; tries++) {
      // Another tab may keep a newer one meanwhile: then other sizes are needed.
      const { old, size } = found.needs;
      const hashes = await proof(old, size);
      found = await worker.call("observe", { checkpoint, log: log.key, latest, hashes });
    }
    return found;
  }

  /** A log that has no proof between two of its own checkpoints is treated as one that has a wrong one. */
  async function proof(old, size) {
    try {
      const { hashes } = await fetchJson(`log/consistency/${old}/${size}`);
      return Array.isArray(hashes) ? hashes : [];
    } catch (e) {
      if (e?.code !== "http" || passing(e)) throw e;
      return [];
    }
  }

  /** Fails with "fork" when the checkpoint contradicts what this device has seen; the alarm is posted. */
  async function observe(checkpoint) {
    alarmed(await compare(checkpoint, false));
  }

  function alarmed(found) {
    if (!found.alarm) return;
    post({ on: "log_alarm", code: found.alarm, kept: found.kept, seen: found.seen, evidence: found.evidence ?? "" });
    throw { code: found.alarm, message: "the log contradicts itself", hint: "keep the evidence and ask the operator" };
  }

  /** The log's newest checkpoint, and the newest that witnesses signed; either may be null. */
  async function told({ checkpoint, witnessed }) {
    if (typeof checkpoint === "string") {
      let found = await compare(checkpoint, true);
      if (found.alarm === "rollback") {
        // It may have been on its way while a newer one came elsewhere: only a fresh one counts.
        const fresh = await fetchText(new URL("log/checkpoint", api).href, { limit: CHECKPOINT_LIMIT });
        found = await compare(fresh, true);
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

  return { observe, told };
}
