// Keys as people carry them from device to device: typed, or in the address of a QR code. What stands
// behind # in an address is not sent to anybody.

export const ARMOR_BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";
export const ARMOR_END = "-----END AGE ENCRYPTED FILE-----";

const RECEIVE_PATH = "/nhan";
const KEY = /^[a-z0-9]{26}$/;
const SHEET = /MOTCUA-ROOT-1[A-Z0-9. ]+/;

/** The 26 letters and digits of a generated key, without the dashes and capitals of whoever typed it; else null. */
export function canonicalKey(text) {
  const key = String(text).toLowerCase().replace(/[\s-]/g, "");
  return KEY.test(key) ? key : null;
}

/** The same in groups, as it is shown and as passphrases are made; null when it is none. */
export const groupedKey = (text) => canonicalKey(text)?.replace(/(.{4})(?=.{3})/g, "$1-") ?? null;

/** The address that brings a key, or the QR text of a recovery sheet, to the page that receives it. */
export const linkOf = (text) => new URL(RECEIVE_PATH + "#" + text.replaceAll(" ", "."), location.href).href;

/** The QR text of a sheet, from the address that a scanner gave or from itself. Other texts stay. */
export function textOfLink(text) {
  if (text.includes("\n#") || text.startsWith("#")) return text; // a whole sheet
  return SHEET.exec(text)?.[0].replaceAll(".", " ").trim() ?? text;
}

/** What the address of the page brings: {key} or {sheet}, which leaves the address at once; else null. */
export function takeFromAddress() {
  if (location.pathname !== RECEIVE_PATH || location.hash.length < 2) return null;
  const text = location.hash.slice(1); // keys and sheets have no letter that an address escapes
  history.replaceState(history.state, "", location.pathname);
  if (SHEET.test(text)) return { key: "", sheet: textOfLink(text) };
  const key = canonicalKey(text);
  return key ? { key, sheet: "" } : null;
}
