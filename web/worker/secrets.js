// Secrets that a person keeps: under a passphrase, or on a recovery sheet.

import { failure } from "./failure.js";
import { startHelper } from "./helper.js";

const START_MS = 10_000;

/** What opening it takes: {memory}, in bytes; code "refused" when only a computer has so much. */
export function secretCost(core, { age }) {
  const { memory, allowed } = core.json("secret_cost", { age });
  if (!allowed) {
    throw failure(
      "refused",
      `opening this takes ${Math.round(memory / 1048576)} MB of memory, more than a browser gives`,
      "open this on a computer, with motcua or age",
    );
  }
  return { memory };
}

/**
 * motcua_secret_seal and motcua_secret_open, each in a worker that is ended with the call. Opening
 * tells first what it takes: -> progress {memory}.
 */
export const sealSecret = (core, request) => alone(core, "secret_seal", request);

export async function openSecret(core, request, { progress }) {
  progress(secretCost(core, request));
  return alone(core, "secret_open", request);
}

function alone(core, name, request) {
  return new Promise((resolve, reject) => {
    const end = (settle, value) => {
      clearTimeout(late);
      helper.end();
      settle(value);
    };
    let here = false;
    const absent = () => failure("worker", "the part that keeps secrets does not start", "try again");
    const helper = startHelper("secret", () =>
      end(reject, here ? failure("memory", "this device has too little memory for it", "try on a computer") : absent()),
    );
    // It does not even start. Once it is here it may take as long as it needs.
    const late = setTimeout(() => end(reject, absent()), START_MS);
    helper.port.onmessage = ({ data }) => {
      if (data.here) {
        here = true;
        clearTimeout(late);
      } else if (data.error) end(reject, data.error);
      else end(resolve, data.ok);
    };
    helper.port.postMessage({ module: core.module, simd: core.simd, name, request });
  });
}
