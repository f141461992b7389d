// When the gateway was last heard about filed dossiers, also by pages before this one: what is shown without a line is
// true up to then. A time, and nothing else.

const KEY = "motcua.heard";
const EACH_MS = 10_000;

let written = 0;

/** `time`: ISO, when it has just been heard. -> when it was heard last, "" where nobody knows. */
export function heardAt(time) {
  try {
    if (!time) return localStorage.getItem(KEY) ?? "";
    if (Date.now() - written >= EACH_MS) {
      localStorage.setItem(KEY, time);
      written = Date.now();
    }
  } catch {
    // Storage may be switched off: then only this page knows.
  }
  return time ?? "";
}
