// Loads the application's own static texts, and the key directory of the units.
// The directory is shown to nobody before the worker verified it against the configured roots.

import { fetchText } from "../network.js";
import { plain } from "./failure.js";

/** A directory this old is asked for again before it is used for checking an event. */
const DIRECTORY_FRESH_MS = 10 * 60_000;

export function createLoading({ host, post, giveText, api, worker, roots }) {
  let known = null; // {directory, at}
  let asking = null;

  /** The verified directory object; `fetched`: from the gateway, not from this device. Fails with {code, message, hint}. */
  async function directory({ fresh = false } = {}) {
    if (!fresh && known && Date.now() - known.at < DIRECTORY_FRESH_MS) return known.directory;
    asking ??= (async () => {
      try {
        let note; // left out when the gateway cannot be reached: the worker then has the last one
        let failure = null;
        try {
          note = await fetchText(new URL("directory", api).href, { limit: 1 << 20 });
        } catch (e) {
          failure = e;
        }
        try {
          const verified = await worker.call("directory", { note, roots });
          known = { directory: { ...verified, fetched: note !== undefined }, at: Date.now() };
        } catch (e) {
          throw failure ?? e;
        }
        return known.directory;
      } finally {
        asking = null;
      }
    })();
    return asking;
  }

  function assetUrl(path) {
    if (host.assetUrl) return host.assetUrl(path);
    return new URL("/assets/" + path, location.href).href;
  }

  async function load({ path, as }) {
    try {
      const text =
        path === "api:/directory"
          ? JSON.stringify(await directory({ fresh: true }))
          : await fetchText(assetUrl(path), { limit: 8 << 20 });
      giveText(as, text);
    } catch (e) {
      post({ on: "load_failed", as, status: e.status ?? 0, ...plain(e) });
    }
  }

  return { load, directory };
}
