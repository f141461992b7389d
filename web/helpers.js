// Helpers of the sealing worker: a second one that seals beside it (worker/second.js), one that ends with
// the memory that a passphrase took (worker/secret.js).
//
// The page starts them and hands the sealing worker one end of a channel to each. Workers could start
// workers themselves, but Safari learnt it late, and such starts are suspected of hangs seen in Firefox.

import { scriptUrl } from "./trusted.js";

const SCRIPTS = {
  second: new URL("./worker/second.js", import.meta.url).href,
  secret: new URL("./worker/secret.js", import.meta.url).href,
};

/** Obeys what web/worker/helper.js asks for on behalf of `worker`. */
export function createHelpers(worker) {
  const helpers = new Map(); // id -> Worker

  function end(id) {
    helpers.get(id)?.terminate();
    helpers.delete(id);
  }

  function start(name, id, port) {
    const failed = () => {
      end(id);
      worker.postMessage({ helper_failed: id });
    };
    try {
      const helper = new Worker(scriptUrl(SCRIPTS[name]), { type: "module" });
      helpers.set(id, helper);
      helper.onerror = (event) => {
        event.preventDefault();
        failed();
      };
      helper.postMessage({ port }, [port]);
    } catch {
      failed();
    }
  }

  return {
    obey: (wish) => ("end" in wish ? end(wish.end) : start(wish.start, wish.id, wish.port)),
    endAll: () => [...helpers.keys()].forEach(end),
  };
}
