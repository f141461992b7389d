// The log as this device has seen it: the newest checkpoint is kept, and every other one must be proven to
// continue it, or to be continued by it. What does not fit is evidence, and is kept as well.

import { failure } from "./failure.js";
import { readRecord, writeRecord } from "./vault.js";

const FILE = "log.json";
const LOCK = "motcua.log";
const DIRECTORY = "directory.json"; // as checks.js keeps it

let own = null; // what this page has kept: all that there is where nothing can be stored, as in a private window

/**
 * Compares a checkpoint with the one that is kept. -> {} when it fits, with the size that it `keeps` where that
 * was proven; {needs: {old, size}} when that takes a proof between these sizes: ask again with `proof`: {old, size,
 * hashes} (`seen`: the size of this one); {alarm} when it cannot fit, or when the same directory's roots name another
 * log than before. `latest`: the log says that it is not larger than this.
 */
export function observe(core, { checkpoint, log, proof, latest = false }) {
  // One at a time, in all tabs: each reads what the one before has kept.
  return navigator.locks.request(LOCK, async () => {
    const seen = { ...core.json("checkpoint_verify", { checkpoint, log }), checkpoint };
    // Other roots are another service: what was seen of the old one's log says nothing about this one's.
    const roots = (await readRecord("", DIRECTORY))?.roots ?? null;
    const here = (each) => (each.roots === undefined ? each.log === log : each.roots === roots); // older ones say none
    const all = [await readRecord("", FILE), own].filter((each) => each?.kept && here(each));
    const other = all.find((each) => each.log !== log);
    if (other) return { alarm: "log-key", kept: other.kept.size, seen: seen.size };
    const kept = all.reduce((most, each) => (each.kept.size > (most?.size ?? 0) ? each.kept : most), null);
    const keep = (more) => writeRecord("", FILE, (own = { log, roots, kept: more })).catch(() => {});
    if (!kept) {
      if (seen.size > 0) await keep(seen);
      return {};
    }
    if (latest && seen.size < kept.size) return { alarm: "rollback", kept: kept.size, seen: seen.size };
    if (seen.size === kept.size) {
      return seen.root === kept.root ? {} : { alarm: "fork", ...evidence(kept, seen) };
    }
    const [older, newer] = seen.size < kept.size ? [seen, kept] : [kept, seen];
    if (older.size === 0) return {};
    // Another tab may have kept a newer one since the proof was asked for: one between other sizes says nothing.
    if (proof?.old !== older.size || proof.size !== newer.size) {
      return { needs: { old: older.size, size: newer.size }, seen: seen.size };
    }
    try {
      core.json("log_consistency_verify", {
        old: older.size,
        size: newer.size,
        old_root: older.root,
        root: newer.root,
        hashes: proof.hashes,
      });
    } catch (e) {
      if (e?.code !== "mismatch" && e?.code !== "invalid") throw e;
      return { alarm: "fork", ...evidence(kept, seen) };
    }
    if (newer === seen) await keep(seen);
    return { keeps: newer.size };
  });
}

/** Two notes that the log signed and that cannot both be true: anyone can check that. */
const evidence = (kept, seen) => ({
  kept: kept.size,
  seen: seen.size,
  evidence: `${kept.checkpoint}\n\n----\n\n${seen.checkpoint}`,
});

/** -> {size, time}: up to where enough witnesses saw the same log, and when; time null: too few. */
export function witnessed(core, { checkpoint, log, policy }) {
  const { keys, threshold } = policy ?? {};
  if (!Array.isArray(keys)) throw failure("refused", "the directory names no witnesses");
  return core.json("checkpoint_witnessed", { checkpoint, log, witnesses: keys, threshold });
}

const SALT = /^extra (\S+)$/m;

/**
 * A unit's statement about one dossier, in the log of the checkpoint beside it; `proof` is that of the dossier's
 * first entry, which has its salt.
 */
export function stated(core, { state, keys, log, number, proof }) {
  const salt = hexOf(SALT.exec(proof)?.[1] ?? "");
  const { unit, time, size } = core.json("state_verify", {
    note: state.note,
    keys,
    number,
    salt,
    entries: state.entries,
    index: state.index,
    hashes: state.hashes,
    checkpoint: state.checkpoint,
    log,
  });
  return { unit, time, size, entries: state.entries };
}

const hexOf = (base64) => Array.from(atob(base64), (c) => c.charCodeAt(0).toString(16).padStart(2, "0")).join("");
