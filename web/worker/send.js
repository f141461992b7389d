// Brings a sealed dossier to the gateway: resumable upload, then the commit, then the check of the
// receipt. It goes on by itself through cut lines, reloads and restarts of the gateway; only a refusal
// that waiting can not mend ends it.
//
// Crash-safe by its order: the upload's address is recorded before the first byte goes, the receipt
// before the sealed file is removed, and the commit may be asked for again at any time.

import { limited, pauseBefore, rest, retryAfterMs } from "../backoff.js";
import { upload } from "../tus.js";
import { failure, stopped } from "./failure.js";
import { blobOf, openSync, readRecord, remove, writeRecord } from "./vault.js";

const COMMIT_TIMEOUT_MS = 60_000;
const ANSWER_MOST = 1 << 20;
/** The upload is gone or not whole: upload (again), then commit. */
const UPLOAD_AGAIN = new Set(["upload-missing", "upload-gone", "upload-incomplete", "hash-mismatch"]);
const UPLOADS_MOST = 4;

/** -> {number, time, proof, ack, salt, index} */
export async function send(core, request, tools) {
  // Two tabs with the same draft: the second waits, then finds the first one's receipt.
  return navigator.locks.request("motcua.send." + request.file, { signal: tools.signal }, () =>
    sendAlone(core, request, tools),
  );
}

async function sendAlone(core, { envelope, signature, file, api, log }, { progress, signal }) {
  const recordName = file.replace(/\.age$/, ".json");
  const record = (await readRecord("sealed", recordName)) ?? {};
  if (record.receipt && record.envelope === envelope) return record.receipt;
  const facts = core.json("envelope_verify", { envelope, signature });

  let blob = null;
  try {
    blob = await blobOf("sealed", file);
    if (blob.size !== facts.size) blob = null;
  } catch (e) {
    if (e?.code !== "not_found") throw e;
  }

  const total = facts.size;
  for (let uploads = 0; ; uploads++) {
    let location = "";
    if (blob) {
      location = await uploadFile(file, blob, {
        endpoint: new URL("files", api).href,
        size: total,
        location: record.location ?? null,
        onLocation: async (url) => {
          record.location = url;
          await writeRecord("sealed", recordName, record);
        },
        onProgress: progress,
        signal,
      });
    }
    progress({ done: total, total, state: "committing" });
    const answer = await commit({ envelope, signature, location, api, total, progress, signal });
    if (answer.receipt) {
      const receipt = checked(core, answer.receipt, { envelope, signature, facts, log });
      await writeRecord("sealed", recordName, { envelope, receipt });
      await remove("sealed", file);
      for (const key of record.kept ?? []) await remove("kept", key).catch(() => {});
      return receipt;
    }
    const again = blob && UPLOAD_AGAIN.has(answer.refused.code) && uploads + 1 < UPLOADS_MOST;
    if (!again) throw blob ? answer.refused : gone();
    if (answer.refused.code !== "upload-incomplete") {
      record.location = null;
      await writeRecord("sealed", recordName, record);
    }
  }
}

/** Uploads the sealed file, reading every piece into one and the same buffer. */
async function uploadFile(file, blob, options) {
  const access = await openSync("sealed", file);
  let buffer = new Uint8Array(0);
  const read = (from, to) => {
    if (buffer.length < to - from) buffer = new Uint8Array(to - from);
    const bytes = buffer.subarray(0, to - from);
    if (access.read(bytes, { at: from }) !== bytes.length) throw new Error("the file is short");
    return bytes;
  };
  try {
    return await upload({ ...options, read, slice: (from, to) => blob.slice(from, to) });
  } finally {
    access.close();
  }
}

const gone = () =>
  failure("not_found", "the sealed file is no longer on this device", "seal the dossier again");

/** -> {receipt: the gateway's answer} or {refused: failure}. Waits out everything else. */
async function commit({ envelope, signature, location, api, total, progress, signal }) {
  const body = JSON.stringify({
    envelope,
    signature,
    upload: location && new URL(location).pathname.slice(new URL(api).pathname.length - 1),
  });
  for (let attempt = 1; ; attempt++) {
    let asked = 0;
    const limit = limited(signal, COMMIT_TIMEOUT_MS);
    try {
      const response = await fetch(new URL("dossiers", api).href, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body,
        credentials: "omit",
        referrerPolicy: "no-referrer",
        redirect: "error",
        cache: "no-store",
        signal: limit.signal,
      });
      const text = await response.text();
      if (text.length > ANSWER_MOST) throw new RangeError("answer too large");
      const answer = JSON.parse(text);
      if (response.ok) return { receipt: answer };
      const waits = response.status >= 500 || [408, 423, 425, 429].includes(response.status);
      if (!waits) return { refused: refusal(response.status, answer) };
      asked = retryAfterMs(response.headers.get("Retry-After"));
    } catch {
      // No answer, or one cut short: whether the gateway has it shows at the next try.
    } finally {
      limit.end();
    }
    if (signal.aborted) throw stopped();
    progress({ done: total, total, state: "waiting" });
    await rest(pauseBefore(attempt, asked), signal);
    progress({ done: total, total, state: "committing" });
  }
}

function refusal(status, { code, detail, hint }) {
  const words = (text, otherwise) => (typeof text === "string" ? text.slice(0, 500) : otherwise);
  return failure(
    words(code, "refused"),
    words(detail, `the service refused the dossier (${status})`),
    words(hint, "your draft is kept: ask the one-stop desk for help"),
  );
}

/** A receipt counts only when the log's key vouches for this very envelope. */
function checked(core, answer, { envelope, signature, facts, log }) {
  const bytes = new TextEncoder().encode(envelope + "\n" + signature);
  try {
    const proven = core.json("proof_verify", { proof: answer.proof, event: base64(bytes), log });
    core.json("ack_verify", { ack: answer.ack, log, number: answer.number, body: facts.body });
    const { number, time, proof, ack, salt } = answer;
    return { number, time, proof, ack, salt, index: proven.index };
  } catch (e) {
    throw failure(
      "receipt",
      "the service's receipt does not hold: " + (e?.message ?? "it is malformed"),
      "your dossier stays on this device: try again later, or ask the one-stop desk for help",
    );
  }
}

export function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) {
    text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  }
  return btoa(text);
}
