// What an applicant says about a dossier and what its units answer (docs/formats/feedback.md): signed and
// sealed here, and verified before a person sees it. So is what units say beside it (docs/formats/mark.md).

import { openMessage } from "./checks.js";
import { failure } from "./failure.js";

const now = () => new Date().toISOString().slice(0, 19) + "Z";

const base64Of = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

function textOf(base64) {
  if (typeof base64 !== "string") throw failure("invalid", "the service sent something that is no text", "try again later");
  return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));
}

/** The body of POST /feedback, signed by the dossier's key; the words are for `read` (a unit) and the applicant. */
export function say(core, { root, draft, number, body, feedback, kind, about, text, vote, read }) {
  const own = core.json("dossier_keys", { root, draft });
  const words = core.json("feedback_message_make", { kind, text, ...(vote ? { vote } : {}) }).text;
  const silent = kind === "withdrawal" && text === "";
  const sealed = silent ? null : core.json("message_seal", { text: words, recipients: [read, own.read] });
  const said = { submission: number, number: feedback, kind, about, time: now(), body, message: sealed?.hash ?? "-" };
  const made = core.json("feedback_make", { feedback: said, root, draft });
  return { feedback: made.text, signature: made.signature, message: sealed?.age ?? null };
}

/** -> {number, kind, about, time, text, vote, entry}. Signature, order, dossier, log and message must all agree. */
export function verifySaid(core, { item, number, body, root, draft, course, log }) {
  const text = textOf(item.feedback);
  const own = core.json("dossier_keys", { root, draft });
  const { signature, proof } = item;
  const said = core.json("feedback_verify", { text, signature, sign: own.sign, draft, ...course, submission: number, body });
  const { index } = core.json("proof_verify", { proof, event: base64Of(`${text}\n${signature}`), log });
  const words = opened(core, item, said.message, { identity: own.identity });
  const read = words === "" ? { text: "" } : core.json("feedback_message_read", { kind: said.kind, text: words });
  const { kind, about, time } = said;
  return { number: said.number, kind, about, time, text: read.text, vote: read.vote ?? 0, entry: index };
}

/** -> {feedback, sequence, step, time, unit, text, entry}, likewise under the key of one of `keys`. */
export function verifyAnswer(core, { item, number, body, root, draft, keys, course, log }) {
  const note = textOf(item.answer);
  const { index } = core.json("proof_verify", { proof: item.proof, event: item.answer, log });
  const answer = core.json("answer_verify", { note, keys, index, ...course, submission: number, body });
  const { feedback, sequence, step, time, unit } = answer;
  return { feedback, sequence, step, time, unit, text: opened(core, item, answer.message, { root, draft }), entry: index };
}

/** -> {axis, sequence, state, event, time, unit, text, entry} of a mark, likewise. */
export function verifyMark(core, { item, number, body, root, draft, keys, history, marks, log }) {
  const note = textOf(item.mark);
  const { index } = core.json("proof_verify", { proof: item.proof, event: item.mark, log });
  const mark = core.json("mark_verify", { note, keys, index, history, marks, submission: number, body });
  const { axis, sequence, state, event, time, unit } = mark;
  const text = opened(core, item, mark.message, { root, draft });
  return { axis, sequence, state, event, time, unit, text, entry: index };
}

/** The text of a message, "" where none was signed. */
function opened(core, { message }, hash, keys) {
  if (hash === "-") return "";
  if (typeof message !== "string") {
    throw failure("mismatch", "the service did not hand over the message that was signed", "ask the unit for it");
  }
  return openMessage(core, { age: message, hash, ...keys }).text;
}
