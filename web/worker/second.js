// The second worker of a sealing (team.js): seals and hashes pieces, writes the sealed file.
//
//   in:  {start: {module, simd}}  then for each job {open: {name, total, division}}
//        {kind: "header"|"piece", buffer, size, last, sealed}…  {body}  {finish}
//   out: {answer: "ready"|"open"|"body"|"finished", …}  {back: buffer, written}  {error}
// All of it through the port that comes with its first message. Nothing but ciphertext leaves it. Its first failure is its last word.

import { startCore } from "./core.js";
import { asFailure } from "./failure.js";
import { openWhole, writeAll } from "./vault.js";

const OUTPUT = 2;
/** The disk takes so much while the first worker goes on; at the end there is little left to wait for. */
const FLUSH = 48 << 20;

let port = null;
let core = null;
let access = null;
let tail = 0;
let written = 0;
let flushed = 0;
let failed = false;

async function start({ module, simd }) {
  core = await startCore({ simd: module, scalar: module }, { simd });
  return { answer: "ready" };
}

async function open({ name, total, division }) {
  access = await openWhole("sealed", name, total);
  tail = core.withRequest(division, core.exports.motcua_tail_open);
  written = flushed = 0;
  return { answer: "open" };
}

function take({ kind, buffer, size, last, sealed }) {
  const bytes = new Uint8Array(buffer, 0, size);
  if (kind === "header") {
    written = writeAll(access, bytes, written);
  } else {
    const { exports, view } = core;
    view(exports.motcua_tail_input_buffer(tail), size).set(bytes);
    if (exports.motcua_tail_piece(tail, size, last ? 1 : 0, sealed ? 1 : 0) !== OUTPUT) {
      core.take(exports.motcua_tail_finish(tail));
    }
    const made = exports.motcua_tail_output_size(tail);
    const out = made ? view(exports.motcua_tail_output_ptr(tail), made) : bytes;
    written = writeAll(access, out, written);
  }
  port.postMessage({ back: buffer, written }, [buffer]);
  if (written - flushed > FLUSH) {
    access.flush();
    flushed = written;
  }
}

function body() {
  const { body: hash } = core.take(core.exports.motcua_tail_finish(tail));
  core.exports.motcua_tail_close(tail);
  return { answer: "body", body: hash };
}

function finish() {
  access.flush();
  const size = access.getSize();
  access.close();
  return { answer: "finished", size };
}

async function serve({ data }) {
  if (failed) return;
  try {
    if (data.kind) take(data);
    else if (data.start) port.postMessage(await start(data.start));
    else if (data.open) port.postMessage(await open(data.open));
    else if (data.body) port.postMessage(body());
    else if (data.finish) port.postMessage(finish());
  } catch (e) {
    failed = true;
    access?.close();
    port.postMessage({ error: asFailure(e) });
  }
}

addEventListener("message", ({ data }) => {
  ({ port } = data);
  port.onmessage = serve;
}, { once: true });
