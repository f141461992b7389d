// What a key of a keyboard types in the US layout, by its place on the board. Scanners press the keys of
// that layout unless they are set otherwise; an input method that swallows a key still tells its place.

const SIGNS = {
  Backquote: "`~", Minus: "-_", Equal: "=+", BracketLeft: "[{", BracketRight: "]}", Backslash: "\\|",
  IntlBackslash: "\\|", Semicolon: ";:", Quote: "'\"", Comma: ",<", Period: ".>", Slash: "/?", Space: "  ",
  NumpadDecimal: "..", NumpadDivide: "//", NumpadMultiply: "**", NumpadSubtract: "--", NumpadAdd: "++",
};
const SHIFTED_DIGITS = ")!@#$%^&*(";

/** "" for a key that types nothing. */
export function usSign(code, { shift = false, caps = false } = {}) {
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  if (letter) return shift !== caps ? letter : letter.toLowerCase();
  const [, row, digit] = /^(Digit|Numpad)(\d)$/.exec(code) ?? [];
  if (digit) return row === "Digit" && shift ? SHIFTED_DIGITS[digit] : digit;
  return Object.hasOwn(SIGNS, code) ? SIGNS[code][shift ? 1 : 0] : "";
}
