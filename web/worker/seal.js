// Seals a dossier: plan and kept attachments in, sealed/<local draft id>.age out, in constant memory,
// on two workers where the browser has them.

import { startAlone } from "./alone.js";
import { drive } from "./drive.js";
import { failure, stopped } from "./failure.js";
import { openFile, openKept } from "./kept.js";
import { SILENT, startTeam, TEAM_FROM } from "./team.js";
import { remove, removeReleased, requireRoom, writeRecord } from "./vault.js";

/** An attachment lies in the vault under {key, secret}, or is given as a Blob, {file}. */
function present({ key, secret, file }) {
  return file instanceof Blob || (typeof key === "string" && typeof secret === "string");
}

/** Of an attachment only what the core's plan names. */
const coreOnly = (attachment) =>
  Object.fromEntries(
    ["component", "title", "type", "hash", "size", "ext"].map((name) => [name, attachment[name]]),
  );

/**
 * `workers` 1 or 2; without it as many as help. A second worker that goes silent is no reason to fail:
 * the dossier is then sealed again by one.
 * -> {envelope, signature, size, header, body, commitment, manifest, file}
 */
export async function seal(core, request, tools) {
  try {
    return await sealOnce(core, request, tools);
  } catch (e) {
    if (e?.code !== SILENT) throw e;
    return sealOnce(core, { ...request, workers: 1 }, tools);
  }
}

async function sealOnce(core, { draft, plan, workers }, { progress, signal }) {
  const kept = plan.attachments ?? [];
  if (!kept.every(present)) {
    throw failure("invalid", "an attachment is not on this device", "add the file again");
  }
  const { exports } = core;
  const job = core.withRequest(
    { ...plan, attachments: kept.map(coreOnly) },
    exports.motcua_seal_open,
  );
  if (!job) throw failure("memory", "this device has too little memory", "close other tabs");
  const name = draft + ".age";
  let sink = null;
  let whole = false;
  try {
    const total = exports.motcua_seal_size(job);
    if (total < 0) core.take(exports.motcua_seal_finish(job));
    await remove("sealed", draft + ".json");
    await removeReleased("sealed", name);
    await requireRoom(total);
    if (workers !== 1 && (workers === 2 || total >= TEAM_FROM)) {
      const division = () => core.take(exports.motcua_seal_divide(job));
      sink = await startTeam(core, { name, total, division });
    }
    sink ??= await startAlone({ name, total });
    if (signal.aborted) throw stopped();
    const began = performance.now();
    const report = (done = sink.written()) =>
      progress({
        done,
        total,
        bytes_per_s: Math.round(done / Math.max((performance.now() - began) / 1000, 0.001)),
      });
    await drive(core, job, {
      sourceOf: (index) => (kept[index].file ? openFile(core, kept[index]) : openKept(core, kept[index])),
      sink,
      signal,
      onTurn: report,
    });
    const sealed = core.take(exports.motcua_seal_finish(job));
    const { size } = await sink.finish();
    if (sealed.size !== sink.written() || size !== sealed.size) {
      throw failure("mismatch", "the sealed file is not whole", "try again");
    }
    await writeRecord("sealed", draft + ".json", { kept: kept.map((a) => a.key).filter(Boolean) });
    whole = true;
    report(total);
    return { ...sealed, file: name };
  } finally {
    exports.motcua_seal_close(job);
    sink?.close();
    if (!whole) await removeReleased("sealed", name).catch(() => {});
  }
}
