// Completes addresses: asks the worker's list of places, which the signed key directory names and the
// gateway hands out. Without it an address is typed as it always was.

import { fetchBytes } from "../network.js";
import { plain } from "./failure.js";

const MOST = 8;
const LARGEST = 4 << 20;
const AGAIN_MS = 60_000; // after a failure, before the list is asked for again

export function createPlaces({ post, api, worker, directory }) {
  const asked = new Map(); // field -> what stood in it last
  let busy = false;
  let failed = null; // {at, e}

  async function suggest(text, fresh = false) {
    const { places } = await directory({ fresh });
    if (!places) return { list: [], old: false };
    const request = { hash: places.hash, text, most: MOST };
    const answer = await worker.call("places", request);
    if (!answer.missing) return answer;
    const url = new URL(`places/${places.hash}`, api).href;
    let pack;
    try {
      pack = await fetchBytes(url, { limit: Math.min(places.size, LARGEST) });
    } catch (e) {
      // The gateway has another list by now, and a directory that names it.
      if (e.status === 404 && !fresh) return suggest(text, true);
      throw e;
    }
    return worker.call("places", { ...request, pack });
  }

  async function answer(field, text) {
    if (failed && Date.now() - failed.at < AGAIN_MS) throw failed.e;
    try {
      post({ on: "places_found", field, text, ...(await suggest(text)) });
      failed = null;
    } catch (e) {
      failed = { at: Date.now(), e };
      throw e;
    }
  }

  /** One question at a time; of those that wait, only the last one of each field. */
  async function find({ field, text }) {
    asked.set(field, text);
    if (busy) return;
    busy = true;
    while (asked.size) {
      const [[next, typed]] = asked;
      asked.delete(next);
      await answer(next, typed).catch((e) => post({ on: "places_failed", field: next, ...plain(e) }));
    }
    busy = false;
  }

  return { find };
}
