// One call with a passphrase in a worker of its own, which is ended afterwards: scrypt fills up to
// 256 MiB of memory, and WebAssembly never gives memory back.
//
//   in: {module, simd, name, request}    out: {here}, then {ok} or {error}
// through the port that comes with its first message.

import { startCore } from "./core.js";
import { asFailure } from "./failure.js";

addEventListener("message", ({ data: { port } }) => {
  port.onmessage = async ({ data: { module, simd, name, request } }) => {
    try {
      const core = await startCore({ simd: module, scalar: module }, { simd });
      port.postMessage({ ok: core.json(name, request) });
    } catch (e) {
      port.postMessage({ error: asFailure(e) });
    }
  };
  port.postMessage({ here: true });
});
