// Copies a file that a person added into the private file system: encrypted under a fresh key and
// hashed in the same pass. From then on the original is not needed, and a reload loses nothing.

import { failure, stopped } from "./failure.js";
import { pieces } from "./reader.js";
import { prepareTeam, TEAM_FROM } from "./team.js";
import { list, openWhole, remove, requireRoom, writeAll } from "./vault.js";

const FILE_MOST = 50 * 1024 * 1024;
const DOSSIER_MOST = 200 * 1024 * 1024;
const INPUT = 1 << 20;
const NONCE = 16;
const CHUNK = 65536;
const TAG = 16;
const OUTPUT = 2;
const DONE = 3;

/** -> {key, secret, hash, size, type, ext, title} */
export async function keep(core, { file, draft, key }, { progress, signal }) {
  if (!(file instanceof Blob)) throw failure("invalid", "this is not a file", "choose a file");
  if (file.size === 0) throw failure("empty", "the file is empty", "choose another file");
  if (file.size > FILE_MOST) {
    throw failure("too_large", "the file is larger than 50 MB", "scan it again with fewer dots per inch");
  }
  const others = await list("kept", draft + ".");
  if (others.reduce((sum, f) => sum + f.size, file.size) > DOSSIER_MOST) {
    throw failure("full_dossier", "the dossier would be larger than 200 MB", "remove a file first");
  }
  const total = NONCE + file.size + TAG * Math.ceil(file.size / CHUNK);
  await requireRoom(total);

  const { exports, view } = core;
  const name = String(file.name ?? "").normalize("NFC");
  const job = core.withRequest({ name, size: file.size }, exports.motcua_keep_open);
  if (!job) throw failure("memory", "this device has too little memory", "close other tabs");
  let access = null;
  let whole = false;
  try {
    access = await openWhole("kept", key, total);
    let at = 0;

    /** Hands the first `size` bytes of the input buffer over and writes out what comes of them. */
    const push = (size) => {
      const what = exports.motcua_keep_input(job, size);
      if (what !== OUTPUT && what !== DONE) core.take(exports.motcua_keep_finish(job));
      const made = exports.motcua_keep_output_size(job);
      if (made) at = writeAll(access, view(exports.motcua_keep_output_ptr(job), made), at);
    };

    const input = exports.motcua_keep_input_buffer(job);
    let done = 0;
    let held = 0; // bytes in the input buffer; it is handed over when it is full
    for await (const bytes of pieces(file)) {
      if (signal.aborted) throw stopped();
      for (let from = 0; from < bytes.length; ) {
        const part = bytes.subarray(from, from + INPUT - held);
        view(input + held, part.length).set(part);
        held += part.length;
        from += part.length;
        if (held < INPUT) continue;
        push(held);
        held = 0;
      }
      done += bytes.length;
      progress({ done: Math.min(done, file.size - 1), total: file.size });
    }
    if (held) push(held);
    if (done !== file.size) {
      throw failure("read", "the file changed while it was read", "choose it again");
    }
    push(0);
    if (file.size >= TEAM_FROM) prepareTeam(core); // sealing is near
    const kept = core.take(exports.motcua_keep_finish(job));
    if (at !== total || at !== kept.kept) {
      throw failure("mismatch", "the kept file is not whole", "add it again");
    }
    access.flush();
    whole = true;
    progress({ done: file.size, total: file.size });
    return {
      key,
      title: name,
      secret: kept.secret,
      hash: kept.hash,
      size: kept.size,
      type: kept.type,
      ext: kept.ext,
    };
  } finally {
    exports.motcua_keep_close(job);
    access?.close();
    if (!whole) await remove("kept", key).catch(() => {});
  }
}
