// Reads a kept attachment back, decrypted and verified, straight inside the core's memory: the
// bytes go from the private file system into its input buffer, and from its output into another job.

import { failure } from "./failure.js";
import { openSync } from "./vault.js";

const INPUT = 1 << 20;
const OUTPUT = 2;
const DONE = 3;

/**
 * -> {copy(to, most): bytes copied to address `to`, 0 at the verified end; close()}
 * copy throws when the stored file is not the one that was added.
 */
export async function openKept(core, { key, secret, hash, size }) {
  const { exports, view } = core;
  const access = await openSync("kept", key);
  const job = core.withRequest({ secret, hash, size }, exports.motcua_kept_open);
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
      const size = Math.min(most, until - from);
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
