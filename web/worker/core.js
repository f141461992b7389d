// Loads the sealing core (WebAssembly, C ABI of shared/motcua.h) and calls it.
//
//   const core = await startCore({simd: url, scalar: url});
//   core.json("dossier_keys", {root, draft})   the "ok" part; throws {code, message, hint}
//   core.view(pointer, size)                   bytes in its memory, good until the next call into it
//   core.exports.motcua_seal_next(job) …       the streaming jobs
//
// startCore fails when the known answers do not come out: nothing may then be sealed or believed.

import { failure } from "./failure.js";

// (module (func (result v128) i32.const 0 i8x16.splat))
const SIMD_PROBE = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11,
];

export const hasSimd = () => WebAssembly.validate(new Uint8Array(SIMD_PROBE));

/** `sources` are URLs, compiled modules, or the modules' bytes (tests). `entropy` fills a Uint8Array or throws. */
export async function startCore(sources, { simd = hasSimd(), entropy } = {}) {
  const source = simd ? sources.simd : sources.scalar;
  const core = await instantiate(source, entropy ?? ((to) => crypto.getRandomValues(to)));
  if (core.exports.motcua_worker_start() !== 0) throw broken();
  core.json("selftest");
  return Object.freeze({ ...core, simd });
}

const broken = () =>
  failure(
    "selftest",
    "the sealing code does not work correctly in this browser",
    "nothing was sealed: update the browser or use another device",
  );

async function compiled(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof Uint8Array) return WebAssembly.compile(source);
  return WebAssembly.compileStreaming(fetch(source, { credentials: "same-origin", redirect: "error" }));
}

async function instantiate(source, entropy) {
  const module = await compiled(source);
  let exports;
  const bytes = (pointer, size) => new Uint8Array(exports.memory.buffer, pointer, size);

  function random(pointer, size) {
    try {
      // getRandomValues takes at most 65,536 bytes.
      for (let at = 0; at < size; at += 65536) entropy(bytes(pointer + at, Math.min(65536, size - at)));
      return 0;
    } catch {
      return -1;
    }
  }

  // The C library names more imports than the core ever calls (output, exit): any call is a defect.
  const imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    if (kind !== "function") throw broken();
    imports[from][name] = () => {
      throw broken();
    };
  }
  imports.env ??= {};
  imports.env.motcua_random = random;
  imports.env.emscripten_notify_memory_growth = () => {};
  const instance = await WebAssembly.instantiate(module, imports);
  exports = instance.exports;
  exports._initialize?.();

  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { fatal: true });

  /** A zero-ended copy of `text` in its memory; give it to motcua_wipe. */
  function put(text) {
    const utf8 = encoder.encode(text);
    const pointer = exports.motcua_alloc(utf8.length + 1);
    if (!pointer) throw failure("memory", "this device has too little memory", "close other tabs");
    const to = bytes(pointer, utf8.length + 1);
    to.set(utf8);
    to[utf8.length] = 0;
    utf8.fill(0);
    return pointer;
  }

  /** The answer at `pointer`, which is wiped and freed. */
  function take(pointer) {
    if (!pointer) throw failure("memory", "this device has too little memory", "close other tabs");
    const memory = new Uint8Array(exports.memory.buffer);
    const answer = JSON.parse(decoder.decode(memory.subarray(pointer, memory.indexOf(0, pointer))));
    exports.motcua_wipe(pointer);
    if (answer.error) throw failure(answer.error.code, answer.error.message, answer.error.hint);
    return answer.ok;
  }

  /** Calls with a pointer to the text, which is wiped afterwards. */
  function withText(text, call) {
    const pointer = put(text);
    try {
      return call(pointer);
    } finally {
      exports.motcua_wipe(pointer);
    }
  }

  const withRequest = (request, call) => withText(JSON.stringify(request), call);

  function json(name, request) {
    const call = exports["motcua_" + name];
    return take(request === undefined ? call() : withRequest(request, (pointer) => call(pointer)));
  }

  return { module, exports, json, take, withText, withRequest, view: bytes };
}
