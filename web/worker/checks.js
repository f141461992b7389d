// What must hold before a person sees it: the key directory, an event, a message.

import { failure } from "./failure.js";
import { readRecord, writeRecord } from "./vault.js";

const now = () => new Date().toISOString().slice(0, 19) + "Z";

/**
 * Verifies a key directory against the roots and remembers it: an older version is refused from then
 * on. Without a note (the gateway cannot be reached) the last one counts for as long as it is valid.
 */
export async function directory(core, { note, roots }) {
  const name = JSON.stringify(roots);
  const stored = await readRecord("", "directory.json");
  // Other roots are another service: what was seen of the old one says nothing about this one.
  const last = stored?.roots === name ? stored : null;
  if (note === undefined && !last) {
    throw failure("not_found", "there is no key directory on this device", "connect once to load it");
  }
  const verified = core.json("directory_verify", {
    note: note ?? last.note,
    roots,
    now: now(),
    ...(last ? { last_version: last.version } : {}),
  });
  if (note !== undefined && note !== last?.note) {
    // In a private window nothing can be remembered; the checks of this visit still hold.
    await writeRecord("", "directory.json", { roots: name, version: verified.version, note }).catch(
      () => {},
    );
  }
  return verified;
}

/** -> the event's members, and its code for paper. The unit's signature, the order, the dossier and the log must all agree. */
export function verifyEvent(core, { note, proof, number, body, keys, history, log }) {
  if (typeof note !== "string" || typeof proof !== "string") {
    throw failure("invalid", "the service sent something that is not an event", "try again later");
  }
  const bytes = Uint8Array.from(atob(note), (c) => c.charCodeAt(0));
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const said = { note: text, keys, history, submission: number, body };
  const event = core.json("event_verify", said);
  const { index } = core.json("proof_verify", { proof, event: note, log });
  // A key that the unit has given up counts only for what the log held by then.
  if (event.former) core.json("event_verify", { ...said, index });
  const { code: event_code } = core.json("event_code", { note: text, keys, index });
  return { ...event, note: text, proof, index, event_code };
}

/**
 * What a dossier was filed with: the envelope must be signed by the dossier's own key. With a `proof` the log must
 * have it as well, and have acknowledged this number. -> {units: [receiving, competent], time: of the acknowledgement}
 */
export function filed(core, { envelope, signature, root, draft, body, proof, ack, number, log }) {
  const facts = core.json("envelope_verify", { envelope, signature });
  const own = core.json("dossier_keys", { root, draft });
  if (facts.sign !== own.sign || facts.draft !== draft || facts.body !== body) {
    throw failure("mismatch", "the envelope is not that of this dossier", "tell the service's operator");
  }
  const units = [facts.receiving, facts.competent];
  if (proof === undefined) return { units };
  const event = new TextEncoder().encode(`${envelope}\n${signature}`);
  core.json("proof_verify", { proof, event: btoa(String.fromCharCode(...event)), log });
  return { units, time: core.json("ack_verify", { ack, log, number, body }).time };
}

/** Opens a message with the dossier's own identity; its hash must be the one the event names. */
export function openMessage(core, { age, root, draft, identity, hash }) {
  const own = identity ?? core.json("dossier_keys", { root, draft }).identity;
  const message = core.json("message_open", { age, identity: own });
  if (message.hash !== hash) {
    throw failure("mismatch", "the message is not the one that the unit signed", "ask the unit");
  }
  return { text: message.text };
}
