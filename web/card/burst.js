// A scanner types like a keyboard, but faster than hands: this gathers its keys into a text. Pure: keys
// and times come in, a text comes out; web/card/scanner.js listens.
//
//   const burst = createBurst(done);
//   burst.down(key, ms), burst.up(key, ms)   whether the key was the scanner's and nobody else may have it
//   burst.rest(ms)                           no key came for a while
//   done(text)                               a code; what it says is for others to judge
//
// key: {key, code, shift, caps, alt, ctrl, meta, graph} as a KeyboardEvent has them.
//
// Keys go by what they typed (`key`); by their place on the board where an input method hides that; by
// number where the scanner holds Alt and types one (Windows). Backspaces, as input methods send them to
// replace what they think was typed, take letters away. A sign that cannot be known stands as U+FFFD,
// which shared/ids/card takes for a spoiled letter.

import { usSign } from "./us_keys.js";

export const GAP_MS = 120;     // longest between two keys of a scanner, and the silence after its last
export const GIVE_UP_MS = 600; // of silence before the text looks whole
const HANDS = 3;               // pauses longer than GAP_MS: these are hands
const SURE = 3;                // fast keys in a row: this is a scanner
const WHOLE_BARS = 4;          // five fields: the least that shared/ids/card reads
const LEAST = 13;              // signs: more than a number
const SPOILED_LEAST = 24;      // the same where not even a bar came
const MOST = 2049;             // one more than shared/ids reads
const UNKNOWN = "\uFFFD";
const HIDDEN = new Set(["Process", "Unidentified", "Dead"]);
const NAMES = {
  Enter: "Enter", NumpadEnter: "Enter", Tab: "Tab", Backspace: "Backspace", Escape: "Escape",
  AltLeft: "Alt", AltRight: "Alt",
};
const SILENT = /^(Shift|Control|Meta|Caps|NumLock|Scroll|Arrow|F\d|Lang|Convert|NonConvert|KanaMode)/;
const CONTROL_ENDS = new Set(["KeyJ", "KeyM", "KeyI"]); // line feed, return and tab as Ctrl with a letter

export function createBurst(done) {
  let signs = [];
  let last = -Infinity; // time of the last key
  let fast = 0;         // keys in a row without a pause
  let pauses = 0;
  let number = null;    // digits while Alt is held

  const underWay = (ms) => fast >= SURE && ms - last <= GAP_MS;

  function forget() {
    signs = [];
    fast = pauses = 0;
    number = null;
  }

  function finish() {
    const text = signs.join("");
    forget();
    if (text.length >= LEAST) done(text);
  }

  function beat(ms) {
    const paused = ms - last > GAP_MS;
    if (ms - last > GIVE_UP_MS || (paused && ++pauses > HANDS)) forget();
    fast = paused ? 1 : fast + 1;
    last = ms;
  }

  function add(sign, ms) {
    beat(ms);
    if (signs.length < MOST) signs.push(sign);
    return true;
  }

  /** Of Alt and a number. Up to 255 it depends on the machine's code page, but for plain ASCII. */
  function numbered(digits) {
    const point = Number(digits);
    const plain = point >= 0x20 && point < 0x7f;
    const letter = point > 0xff && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000);
    return plain || letter ? String.fromCodePoint(point) : UNKNOWN;
  }

  function signOf(key) {
    if (!HIDDEN.has(key.key)) return [...key.key].length === 1 ? key.key : "";
    return usSign(key.code, key) || (SILENT.test(key.code) ? "" : UNKNOWN);
  }

  const nameOf = ({ key, code }) => (HIDDEN.has(key) && NAMES[code]) || key;

  /** Part of a longer press: the burst goes on. */
  function goOn(ms) {
    if (ms - last <= GAP_MS) last = ms;
  }

  function end(ms) {
    if (!underWay(ms)) {
      forget();
      return false;
    }
    finish();
    return true;
  }

  return {
    down(key, ms) {
      const name = nameOf(key);
      if (name === "Alt") {
        number = "";
        const ours = underWay(ms);
        goOn(ms);
        return ours;
      }
      if (key.alt && !key.graph && number !== null && /^Numpad\d$/.test(key.code)) {
        number = (number + key.code.at(-1)).slice(0, 8);
        goOn(ms);
        return true;
      }
      if (name === "Escape") {
        forget();
        return false;
      }
      if (key.ctrl && !key.graph && CONTROL_ENDS.has(key.code)) return end(ms);
      if ((key.ctrl || key.meta || key.alt) && !key.graph) return false;
      if (name === "Enter" || name === "Tab") return end(ms);
      if (name === "Backspace") {
        if (!signs.length) return false;
        beat(ms);
        signs.pop();
        return true;
      }
      const sign = signOf(key);
      // A press of the space bar by hand is for the button that has the focus.
      const inside = underWay(ms) || (signs.length >= LEAST && ms - last <= GIVE_UP_MS);
      if (!sign || (sign === " " && !inside)) return false;
      return add(sign, ms);
    },

    up(key, ms) {
      if (nameOf(key) !== "Alt") return false;
      const digits = number;
      number = null;
      if (!digits) return false;
      if (/^0*(9|10|13)$/.test(digits)) return end(ms);
      return add(numbered(digits), ms);
    },

    rest(ms) {
      const silence = ms - last;
      if (!signs.length || number !== null) return;
      const bars = signs.filter((sign) => sign === "|").length;
      if (silence >= GAP_MS && bars >= WHOLE_BARS) return finish();
      if (silence < GIVE_UP_MS) return;
      if (signs.length >= (bars ? LEAST : SPOILED_LEAST) && pauses <= HANDS) finish();
      else forget();
    },
  };
}
