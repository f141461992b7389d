// Records on their way to another device. They are sealed under a passphrase that only stands on the
// screen, in a QR code or to be typed; what the gateway holds for ten minutes it cannot open. The code of
// six digits keeps others from downloading it.

import { postJson } from "../network.js";
import { told } from "./failure.js";
import { ARMOR_BEGIN, ARMOR_END, canonicalKey, groupedKey, linkOf, takeFromAddress } from "./key_text.js";

const LABEL = "motcua/v1/transfer";
const CODE_DIGITS = 6;
const ANSWER_MOST = 2 << 20;
const BEGIN = ARMOR_BEGIN + "\n";
const END = ARMOR_END + "\n";

export function createMoving({ post, api, worker }) {
  const none = { key: "", sheet: "" };
  let brought = takeFromAddress() ?? none;
  let taken = null; // {id, age}: the one download, until it was opened
  // Another code scanned into a page that is open already.
  addEventListener("hashchange", () => {
    const now = takeFromAddress();
    if (!now) return;
    brought = now;
    askLinkKey();
  });

  const failed = (as, e) => {
    const gone = e?.problem?.left === 0;
    post({ on: "key_work_failed", as, ...told(e), ...(gone ? { code: "transfer-gone" } : {}) });
  };

  /** Told once: what was scanned is for this visit. */
  function askLinkKey() {
    post({ on: "link_key", ...brought });
    brought = none;
  }

  async function send({ text }) {
    try {
      const { passphrase } = await worker.call("passphrase_new", {});
      const key = canonicalKey(passphrase);
      const code = randomCode();
      const { age } = await worker.call("secret_seal", { text, passphrase: key });
      const body = { id: await idOf(key), age: age.slice(BEGIN.length, -END.length).replaceAll("\n", ""), code };
      const { expires } = await postJson(new URL("transfers", api).href, body, { limit: ANSWER_MOST });
      post({ on: "records_waiting", key: groupedKey(key), code, expires: String(expires), link: linkOf(key) });
    } catch (e) {
      failed("move", e);
    }
  }

  async function download(id, code) {
    if (taken?.id === id) return taken.age;
    const { age } = await postJson(new URL("transfers/" + id, api).href, { code }, { limit: ANSWER_MOST });
    if (typeof age !== "string") throw { code: "answer", message: "the service answered wrongly", hint: "" };
    taken = { id, age: BEGIN + age.replace(/(.{64})/g, "$1\n").replace(/\n?$/, "\n") + END };
    return taken.age;
  }

  async function fetchRecords({ key: typed, code }) {
    try {
      const key = canonicalKey(typed);
      if (!key) throw { code: "key_wrong", message: "the key has 26 letters and digits", hint: "look again" };
      const age = await download(await idOf(key), code);
      const { text } = await worker.call(
        "secret_open",
        { age, passphrase: key },
        { progress: ({ memory }) => post({ on: "opening", memory }) },
      );
      taken = null;
      post({ on: "records_fetched", text });
    } catch (e) {
      // Opened with the very key that named it: what does not open was never ours.
      const foreign = ["no_match", "invalid", "armor", "header", "payload"].includes(e?.code);
      failed("fetch", foreign ? { code: "not_records" } : e);
    }
  }

  return { send, fetchRecords, askLinkKey };
}

async function idOf(key) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(LABEL + key));
  return Array.from(new Uint8Array(digest, 0, 16), (b) => b.toString(16).padStart(2, "0")).join("");
}

/** Six digits, each as likely as the others. */
function randomCode() {
  const [number] = crypto.getRandomValues(new Uint32Array(1));
  const range = 10 ** CODE_DIGITS;
  if (number >= Math.floor(2 ** 32 / range) * range) return randomCode();
  return String(number % range).padStart(CODE_DIGITS, "0");
}
