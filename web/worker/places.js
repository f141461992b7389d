// The list of places in the worker's core: opened once, then asked while a person types.

import { failure } from "./failure.js";

let open = null; // {core, hash, list}: a handle of this core

/**
 * What an address can mean: the answer of motcua_places_suggest. `pack` are the bytes whose BLAKE2b-256
 * is `hash`; without them and with no such list open -> {missing: true}.
 */
export function suggestPlaces(core, { hash, pack, text, most }) {
  if (open?.core !== core || open.hash !== hash) {
    if (!pack) return { missing: true };
    if (open?.core === core) core.exports.motcua_places_close(open.list);
    const request = { hash, pack: base64(pack) };
    open = { core, hash, list: core.withRequest(request, core.exports.motcua_places_open) };
  }
  const { list } = open;
  if (!list) open = null;
  if (!list) throw failure("memory", "this device has too little memory", "close other tabs");
  try {
    return core.take(core.withRequest({ text, most }, (at) => core.exports.motcua_places_suggest(list, at)));
  } catch (e) {
    // A list that was refused is not asked again.
    core.exports.motcua_places_close(list);
    open = null;
    throw e;
  }
}

const STEP = 8190; // a multiple of 3, and few enough arguments for one call

function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += STEP) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + STEP)));
  }
  return text;
}
