// Seals a dossier: plan and kept attachments in, sealed/<local draft id>.age out, in constant memory.

import { failure, stopped } from "./failure.js";
import { openKept } from "./kept.js";
import { openSync, remove, requireRoom, writeAll, writeRecord } from "./vault.js";

const FAILED = -1;
const INPUT = 1;
const OUTPUT = 2;
const DONE = 3;
/** One turn of the event loop about this often, so that "stop" and other calls get through. */
const TURN_MS = 50;

const OWN_MEMBERS = new Set(["key", "secret"]); // where an attachment is kept: not the core's business

/** -> {envelope, signature, size, header, body, commitment, manifest, file} */
export async function seal(core, { draft, plan }, { progress, signal }) {
  const kept = plan.attachments ?? [];
  const coreOnly = (attachment) =>
    Object.fromEntries(
      ["component", "title", "type", "hash", "size", "ext"].map((name) => [name, attachment[name]]),
    );
  for (const attachment of kept) {
    for (const name of OWN_MEMBERS) {
      if (typeof attachment[name] !== "string") {
        throw failure("invalid", "an attachment is not on this device", "add the file again");
      }
    }
  }
  const { exports, view } = core;
  const job = core.withRequest(
    { ...plan, attachments: kept.map(coreOnly) },
    exports.motcua_seal_open,
  );
  if (!job) throw failure("memory", "this device has too little memory", "close other tabs");
  const name = draft + ".age";
  let access = null;
  let source = null;
  let whole = false;
  try {
    const total = exports.motcua_seal_size(job);
    if (total < 0) core.take(exports.motcua_seal_finish(job));
    await remove("sealed", draft + ".json");
    await remove("sealed", name);
    await requireRoom(total);
    access = await openSync("sealed", name, { write: true });
    if (signal.aborted) throw stopped();
    const began = performance.now();
    let turn = began;
    let current = -1;
    let done = 0;
    const report = () =>
      progress({
        done,
        total,
        bytes_per_s: Math.round(done / Math.max((performance.now() - began) / 1000, 0.001)),
      });
    for (;;) {
      const what = exports.motcua_seal_next(job);
      if (what === INPUT) {
        const index = exports.motcua_seal_attachment(job);
        if (index !== current) {
          source?.close();
          source = null;
          source = await openKept(core, kept[index]);
          current = index;
        }
        const wanted = exports.motcua_seal_wanted(job);
        const given = source.copy(exports.motcua_seal_input_buffer(job), wanted);
        exports.motcua_seal_input(job, given); // a failure shows in the next seal_next
      } else if (what === OUTPUT) {
        const size = exports.motcua_seal_output_size(job);
        done = writeAll(access, view(exports.motcua_seal_output_ptr(job), size), done);
        if (performance.now() - turn > TURN_MS) {
          report();
          await nextTurn();
          if (signal.aborted) throw stopped();
          turn = performance.now();
        }
      } else if (what === DONE) {
        break;
      } else if (what === FAILED) {
        core.take(exports.motcua_seal_finish(job));
        throw failure("other", "sealing stopped", "try again");
      }
    }
    const sealed = core.take(exports.motcua_seal_finish(job));
    access.flush();
    if (sealed.size !== done || access.getSize() !== done) {
      throw failure("mismatch", "the sealed file is not whole", "try again");
    }
    await writeRecord("sealed", draft + ".json", { kept: kept.map((a) => a.key) });
    whole = true;
    report();
    return { ...sealed, file: name };
  } finally {
    exports.motcua_seal_close(job);
    source?.close();
    access?.close();
    if (!whole) await remove("sealed", name).catch(() => {});
  }
}

const turns = new MessageChannel();
/** A turn of the event loop; setTimeout would wait 4 ms. */
function nextTurn() {
  return new Promise((resolve) => {
    turns.port1.onmessage = resolve;
    turns.port2.postMessage(0);
  });
}
