// One call with a passphrase in a worker of its own, which is ended afterwards: scrypt fills up to
// 256 MiB of memory, and WebAssembly never gives memory back.
//
//   in: {module, simd, name, request}    out: {ok} or {error}

import { startCore } from "./core.js";
import { asFailure } from "./failure.js";

addEventListener("message", async ({ data: { module, simd, name, request } }) => {
  try {
    const core = await startCore({ simd: module, scalar: module }, { simd });
    postMessage({ ok: core.json(name, request) });
  } catch (e) {
    postMessage({ error: asFailure(e) });
  }
});
