// A citizen card by camera or scanner. What that takes (web/card, a reader of codes) is loaded when the
// first card is asked for.

import { scriptUrl } from "../trusted.js";

export function createScanning({ host, post }) {
  let now = null; // the reading under way: {stop}

  /** web/card cannot have the page's one policy for script addresses, so it is given the worker. */
  const startDecoder = () =>
    new Worker(scriptUrl(new URL("../card/decode.js", import.meta.url).href), { type: "module" });

  function stop() {
    now?.stop();
    now = null;
  }

  async function read() {
    stop();
    const mine = (now = { stop() {} });
    const tell = (message) => now === mine && post(message);
    try {
      const { readCards } = await import(new URL("../card/read.js", import.meta.url).href);
      if (now === mine) mine.stop = readCards({ tell, startDecoder, show: (video) => host.camera?.(video) });
    } catch {
      tell({ on: "card_camera", state: "broken" });
    }
  }

  return { read, stop };
}
