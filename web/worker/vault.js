// Where the worker's files lie: the origin's private file system, folder motcua/.
//   kept/<local draft id>.<random>     an attachment, encrypted as it was added
//   sealed/<local draft id>.age        a sealed dossier; <…>.json beside it: its upload and receipt
//   directory.json                     the last verified key directory
// Names hold nothing personal. Contents that are not ciphertext are what the gateway knows anyway.

import { failure } from "./failure.js";

const NAME = /^[A-Za-z0-9_-]{1,64}(\.[A-Za-z0-9]{1,32})?$/;
/** Left free for the drafts and the browser's own bookkeeping. */
const RESERVE = 4 << 20;

function checked(name) {
  if (typeof name !== "string" || !NAME.test(name)) {
    throw failure("invalid", "a stored file has an impossible name", "reload the page");
  }
  return name;
}

async function folder(name, create = true) {
  let at = await (await navigator.storage.getDirectory()).getDirectoryHandle("motcua", { create });
  if (name) at = await at.getDirectoryHandle(name, { create });
  return at;
}

async function handleOf(where, name, create) {
  try {
    return await (await folder(where, create)).getFileHandle(checked(name), { create });
  } catch (e) {
    if (e?.name !== "NotFoundError") throw e;
    throw failure("not_found", "a file kept on this device is gone", "add the file again");
  }
}

/** An exclusive synchronous handle, emptied first when writing. Close it, whatever happens. */
export async function openSync(where, name, { write = false } = {}) {
  const access = await (await handleOf(where, name, write)).createSyncAccessHandle();
  if (write) access.truncate(0);
  return access;
}

/**
 * The same for writing a file of a known size. Room for all of it is taken at once: growing it piece by
 * piece asks the browser for leave each time, which costs more than the writing (Chromium).
 */
export async function openWhole(where, name, size) {
  const access = await openSync(where, name, { write: true });
  try {
    access.truncate(size);
  } catch (e) {
    access.close();
    throw e;
  }
  return access;
}

/** The stored file as a Blob that can be read in slices, without a lock. */
export async function blobOf(where, name) {
  return (await handleOf(where, name, false)).getFile();
}

/** Removing what is not there is no error. */
export async function remove(where, name) {
  try {
    await (await folder(where, false)).removeEntry(checked(name));
  } catch (e) {
    if (e?.name !== "NotFoundError") throw e;
  }
}

/** The same for a file whose writer was just ended: the browser takes its lock away a moment later. */
export async function removeReleased(where, name) {
  for (let tries = 20; ; tries--) {
    try {
      return await remove(where, name);
    } catch (e) {
      if (e?.name !== "NoModificationAllowedError" || tries === 0) throw e;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Names and sizes of the files whose name starts with `prefix`. */
export async function list(where, prefix = "") {
  const found = [];
  let at;
  try {
    at = await folder(where, false);
  } catch (e) {
    if (e?.name === "NotFoundError") return found;
    throw e;
  }
  for await (const [name, handle] of at.entries()) {
    if (!name.startsWith(prefix) || handle.kind !== "file") continue;
    found.push({ name, size: (await handle.getFile()).size });
  }
  return found;
}

/** A small JSON record, or null when there is none that can be read. */
export async function readRecord(where, name) {
  try {
    return JSON.parse(await (await blobOf(where, name)).text());
  } catch {
    return null;
  }
}

export async function writeRecord(where, name, value) {
  const access = await openSync(where, name, { write: true });
  try {
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    writeAll(access, bytes, 0);
    access.flush();
  } finally {
    access.close();
  }
}

/** Writes all of `bytes` at `at`; a short write means that the disk is full. */
export function writeAll(access, bytes, at) {
  const written = access.write(bytes, { at });
  if (written !== bytes.length) throw noRoom(bytes.length - written);
  return at + written;
}

/** Fails with code quota, naming how much is missing, when `size` more bytes do not fit. */
export async function requireRoom(size) {
  const { quota = Infinity, usage = 0 } = (await navigator.storage.estimate?.()) ?? {};
  const missing = size + RESERVE - (quota - usage);
  if (missing > 0) throw noRoom(missing);
}

function noRoom(missing) {
  const megabytes = Math.max(1, Math.ceil(missing / 1_000_000));
  return failure(
    "quota",
    `this device lacks ${megabytes} MB of room for the file`,
    "delete files you no longer need, or use a smaller scan",
    { missing },
  );
}

/** Everything of this application in the private file system. */
export async function eraseAll() {
  try {
    await (await navigator.storage.getDirectory()).removeEntry("motcua", { recursive: true });
  } catch (e) {
    if (e?.name !== "NotFoundError") throw e;
  }
}
