// Records on their way to another device. They are sealed under a passphrase that only stands on the
// screen, in a QR code or to be typed; what the gateway holds for ten minutes it cannot open. The code of
// six digits keeps others from downloading it.

import { postJson } from "../network.js";
import { plain } from "./failure.js";

const LABEL = "motcua/v1/transfer";
const CODE_DIGITS = 6;
const ANSWER_MOST = 2 << 20;
const KEY = /^[a-z0-9]{26}$/;
const BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----\n";
const END = "-----END AGE ENCRYPTED FILE-----\n";

export function createMoving({ post, api, worker, receivePath = "/nhan" }) {
  let linked = takeLinkKey();
  // Another code scanned into a page that is open already.
  addEventListener("hashchange", () => {
    linked = takeLinkKey() || linked;
    askLinkKey();
  });

  const failed = (as) => (e) => {
    const { left } = e?.problem ?? {};
    post({ on: "key_work_failed", as, ...plain(e), ...(left === 0 ? { code: "transfer-gone" } : {}) });
  };

  /** The key in the address, which it leaves at once: neither history nor a shoulder needs it. */
  function takeLinkKey() {
    if (location.pathname !== receivePath || location.hash.length < 2) return "";
    const key = canonical(location.hash.slice(1));
    history.replaceState(history.state, "", location.pathname);
    return key ?? "";
  }

  function askLinkKey() {
    post({ on: "link_key", key: linked });
  }

  async function send({ text }) {
    try {
      const { passphrase } = await worker.call("passphrase_new", {});
      const key = canonical(passphrase);
      const code = randomCode();
      const { age } = await worker.call("secret_seal", { text, passphrase: key });
      const body = { id: await idOf(key), age: age.slice(BEGIN.length, -END.length).replaceAll("\n", ""), code };
      const { expires } = await postJson(new URL("transfers", api).href, body, { limit: ANSWER_MOST });
      post({ on: "records_waiting", key: grouped(key), code, expires, link: new URL(receivePath + "#" + key, location.href).href });
    } catch (e) {
      failed("move")(e);
    }
  }

  async function fetchRecords({ key: typed, code }) {
    try {
      const key = canonical(typed);
      if (!key) throw { code: "key_wrong", message: "the key has 26 letters and digits", hint: "look again" };
      const url = new URL("transfers/" + (await idOf(key)), api).href;
      const answer = await postJson(url, { code }, { limit: ANSWER_MOST });
      const age = BEGIN + String(answer.age).replace(/(.{64})/g, "$1\n").replace(/\n?$/, "\n") + END;
      const { text } = await worker.call("secret_open", { age, passphrase: key });
      linked = "";
      post({ on: "records_fetched", text });
    } catch (e) {
      failed("fetch")(e);
    }
  }

  return { send, fetchRecords, askLinkKey };
}

/** Without the dashes and capitals of whoever typed it; null when it can not be a key. */
function canonical(text) {
  const key = String(text).toLowerCase().replace(/[\s-]/g, "");
  return KEY.test(key) ? key : null;
}

const grouped = (key) => key.replace(/(.{4})(?=.{3})/g, "$1-");

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
