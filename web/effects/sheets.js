// Slips as sheets, PDF files of them, and the codes on receipts. The worker judges and lays out; what
// writes PDF (some 400 KB packed, web/pdf) is loaded when the first file is asked for.

import { fetchText } from "../network.js";
import { plain } from "./failure.js";
import { save } from "./saving.js";
import { unitKeys } from "./unit_keys.js";

const WORDS_MOST = 256 << 10;

export function createSheets({ host, post, worker, directory }) {
  /** The slip must fit the event that brought it: number, unit, body and state. */
  async function lay({ of, slip, language, code, number, unit, body, state }) {
    host.sheetStyles?.();
    try {
      const words = JSON.parse(await fetchText(host.assetUrl(`slips/${language}.json`), { limit: WORDS_MOST }));
      const request = { text: slip, words, language, submission: number, unit, body, state };
      const sheet = await worker.call("slip_sheet", code ? { ...request, code } : request);
      post({ on: "sheet_laid", of, sheet: JSON.stringify(sheet) });
    } catch (e) {
      post({ on: "sheet_refused", of, ...plain(e) });
    }
  }

  async function write({ sheet, roll }) {
    try {
      const { pdfOf } = await import(new URL("../pdf/page.js", import.meta.url).href);
      const data = JSON.parse(sheet);
      save(`${data.file}.pdf`, new Blob([await pdfOf(data, { roll })], { type: "application/pdf" }));
      post({ on: "pdf_written" });
    } catch {
      post({ on: "pdf_written", failed: true });
    }
  }

  /** With today's keys where there is a network, else with those kept on the device. */
  async function check({ text, run }) {
    try {
      const known = await directory({ fresh: true }).catch((e) => {
        throw e?.code === "not_found" || e?.code === "network" ? { ...e, code: "directory" } : e;
      });
      const keys = unitKeys(known);
      const { kind, submission, status = 0, state = "", time, unit = "", code = "-", former = false } =
        await worker.call("code_check", { text, keys, log: known.log.key });
      const { expires, fetched } = known;
      post({ on: "code_checked", run, kind, submission, status, state, time, unit, code, former, expires, fetched });
    } catch (e) {
      post({ on: "code_refused", run, ...plain(e) });
    }
  }

  return { lay, write, check };
}
