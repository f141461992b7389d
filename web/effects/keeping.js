// Keys that a person keeps elsewhere: the recovery sheet, and the same in a file under a passphrase.

import { told } from "./failure.js";
import { ARMOR_BEGIN, groupedKey, linkOf, textOfLink } from "./key_text.js";

/** A sheet has less than 2 KB, a sealed one less than 4. */
const FILE_MOST = 64 << 10;

export function createKeeping({ host, post, worker }) {
  let chosen = ""; // the text of the file chosen last, until it could be read or the page is left

  const failed = (as, run) => (e) => post({ on: "key_work_failed", as, run, ...told(e) });
  const forget = () => (chosen = "");
  addEventListener("popstate", forget);
  const facts = ({ root, draft, number, body }) => ({ root, draft, ...(number ? { number, body } : {}) });

  function makeSheet(wish) {
    return worker.call("recovery_sheet", facts(wish)).then(
      (made) => post({ ...made, qr: linkOf(made.qr), on: "sheet", run: wish.run }),
      failed("sheet", wish.run),
    );
  }

  async function sealSheet(wish) {
    try {
      const { sheet } = await worker.call("recovery_sheet", facts(wish));
      const { passphrase } = await worker.call("passphrase_new", {});
      const { age } = await worker.call("secret_seal", { text: sheet, passphrase });
      post({ on: "sheet_sealed", run: wish.run, passphrase, age });
    } catch (e) {
      failed("sheet", wish.run)(e);
    }
  }

  async function textOf(file) {
    if (file.size > FILE_MOST) throw { code: "too_large", message: "this is not a key file", hint: "choose another" };
    return new TextDecoder().decode(await file.arrayBuffer());
  }

  async function readSheet({ node, text, passphrase }) {
    try {
      const [file] = node ? host.filesOf(node) : [];
      if (file) chosen = await textOf(file);
      let sheet = file ? chosen : text || chosen;
      if (sheet.trimStart().startsWith(ARMOR_BEGIN)) {
        const age = sheet.trim() + "\n";
        post({ on: "opening", ...(await worker.call("secret_cost", { age })) });
        if (!passphrase) throw { code: "passphrase", message: "the file has a passphrase", hint: "type it" };
        const opened = await worker.call("secret_open", { age, passphrase: asMade(passphrase) });
        sheet = opened.text;
      }
      const read = await worker.call("recovery_read", { text: textOfLink(sheet) });
      const { follow } = await worker.call("dossier_keys", { root: read.root, draft: read.draft });
      forget();
      post({ ...read, on: "sheet_read", follow });
    } catch (e) {
      if (e?.code !== "passphrase" && e?.code !== "no_match") forget();
      failed("read")(e);
    }
  }

  return { makeSheet, sealSheet, readSheet, forget };
}

/** A passphrase as it was generated, whatever capitals, dashes and spaces a phone put in. */
function asMade(typed) {
  return groupedKey(typed) ?? typed.trim();
}
