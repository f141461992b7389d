// Secrets that a person keeps: under a passphrase, or on a recovery sheet.

import { scriptUrl } from "../trusted.js";
import { failure } from "./failure.js";

/**
 * motcua_secret_seal and motcua_secret_open, each in a worker that is ended with the call. Opening
 * tells first what it takes: -> progress {memory}; code "refused" when only a computer can.
 */
export const sealSecret = (core, request) => alone(core, "secret_seal", request);

export async function openSecret(core, request, { progress }) {
  const { memory, allowed } = core.json("secret_cost", { age: request.age });
  if (!allowed) {
    throw failure(
      "refused",
      `opening this takes ${Math.round(memory / 1048576)} MB of memory, more than a browser gives`,
      "open this on a computer, with motcua or age",
    );
  }
  progress({ memory });
  return alone(core, "secret_open", request);
}

function alone(core, name, request) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(scriptUrl(new URL("./secret.js", import.meta.url).href), { type: "module" });
    const end = (settle, value) => {
      worker.terminate();
      settle(value);
    };
    worker.onmessage = ({ data }) => (data.error ? end(reject, data.error) : end(resolve, data.ok));
    worker.onerror = (event) => {
      event.preventDefault();
      end(reject, failure("memory", "this device has too little memory for it", "try on a computer"));
    };
    worker.postMessage({ module: core.module, simd: core.simd, name, request });
  });
}
