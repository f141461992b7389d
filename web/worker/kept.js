// Where sealing takes an attachment from, as drive.js wants it.
//
// A kept one is read back, decrypted and authenticated straight inside the core's memory: the bytes go
// from the private file system into its input buffer, and from its output into the sealing job.

import { failure } from "./failure.js";
import { pieces } from "./reader.js";
import { openSync } from "./vault.js";

const INPUT = 1 << 20;
/** So much is copied before it is hashed: while it is near. */
const NEAR = 1 << 17;
const OUTPUT = 2;
const DONE = 3;

/** copy throws when the stored file is not the one that was kept under this secret. */
export async function openKept(core, { key, secret, size }) {
  const { exports, view } = core;
  const access = await openSync("kept", key);
  const job = core.withRequest({ secret, size }, exports.motcua_kept_open);
  if (!job) {
    access.close();
    throw failure("memory", "this device has too little memory", "close other tabs");
  }
  let at = 0;
  let from = 0; // start and end of the output not yet copied
  let until = 0;
  let what = OUTPUT;

  function more() {
    const read = access.read(view(exports.motcua_kept_input_buffer(job), INPUT), { at });
    at += read;
    what = exports.motcua_kept_input(job, read);
    if (what !== OUTPUT && what !== DONE) core.take(exports.motcua_kept_finish(job));
    from = exports.motcua_kept_output_ptr(job);
    until = from + exports.motcua_kept_output_size(job);
  }

  return {
    copy(to, most) {
      while (from === until) {
        if (what === DONE) return 0;
        more();
      }
      const size = Math.min(most, until - from, NEAR);
      new Uint8Array(exports.memory.buffer).copyWithin(to, from, from + size);
      from += size;
      return size;
    },
    close() {
      exports.motcua_kept_close(job);
      access.close();
    },
  };
}

/** A Blob as it lies on the person's disk. */
export async function openFile(core, { file }) {
  const source = pieces(file)[Symbol.asyncIterator]();
  let bytes = new Uint8Array(0);

  function put(to, most) {
    const part = bytes.subarray(0, Math.min(most, NEAR));
    core.view(to, part.length).set(part);
    bytes = bytes.subarray(part.length);
    return part.length;
  }

  async function read(to, most) {
    const { value, done } = await source.next();
    if (done) return 0;
    bytes = value;
    return put(to, most);
  }

  return {
    copy: (to, most) => (bytes.length > 0 ? put(to, most) : read(to, most)),
    close: () => source.return(),
  };
}
