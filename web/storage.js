// Drafts on this device: IndexedDB, each encrypted with AES-256-GCM under one key that the browser
// keeps beside them and never shows to any script (a non-extractable CryptoKey).
// What that protects against, and what not: docs/privacy-on-this-device.md.
//
//   const drafts = createDrafts();
//   await drafts.save(id, json)   resolves once this json or a later one is on the disk
//   await drafts.load()        -> {list: [{id, json}], damaged: [ids that no longer open]}
//   await drafts.read(id)      -> its json, or null      await drafts.written(id)   nothing is under way
//   await drafts.remove(id)       await drafts.erase()   (everything, the key included)
//
// Failures are {reason}: "quota" (no room), "blocked" (private window, storage switched off, or
// another tab holds an old version open), "other".

const DATABASE = "motcua";
const STRICT = { durability: "strict" };

/** Asks before the page goes; only while something is not yet on the disk. */
const ask = (event) => event.preventDefault();

export function createDrafts(indexedDb = globalThis.indexedDB) {
  let opened = null;
  const pending = new Map(); // id -> {json, waiters} not yet being written
  const writing = new Map(); // id -> promise of the write under way
  let known = null;          // promise of the device's key

  function open() {
    opened ??= new Promise((resolve, reject) => {
      if (!indexedDb) return reject({ reason: "blocked" });
      const request = indexedDb.open(DATABASE, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("keys");
        request.result.createObjectStore("drafts", { keyPath: "id" });
      };
      request.onblocked = () => reject({ reason: "blocked" });
      request.onerror = () => reject(reasonOf(request.error));
      request.onsuccess = () => {
        const database = request.result;
        database.onversionchange = () => forget(database);
        database.onclose = () => forget(null);
        resolve(database);
      };
    }).catch((e) => {
      opened = null;
      throw e?.reason ? e : reasonOf(e);
    });
    return opened;
  }

  function forget(database) {
    database?.close();
    opened = null;
    known = null; // another tab may have erased everything, the key included
  }

  /**
   * Runs `work(transaction)` and resolves with its request's result once the disk has it. `whole`: nothing
   * more comes, so that the browser finishes it even when the page goes away this moment.
   */
  async function transact(stores, mode, work, { whole = false } = {}) {
    const database = await open();
    return new Promise((resolve, reject) => {
      let result;
      const transaction = database.transaction(stores, mode, mode === "readwrite" ? STRICT : undefined);
      transaction.oncomplete = () => resolve(result?.result);
      transaction.onabort = () => reject(reasonOf(transaction.error));
      transaction.onerror = () => {}; // onabort follows
      result = work(transaction);
      if (whole) transaction.commit?.();
    }).catch((e) => {
      throw e?.reason ? e : reasonOf(e);
    });
  }

  /** The device's key; made at the first need. Two tabs that make one at once agree on the first. */
  function deviceKey() {
    known ??= findKey().catch((e) => {
      known = null;
      throw e;
    });
    return known;
  }

  async function findKey() {
    const read = () => transact(["keys"], "readonly", (t) => t.objectStore("keys").get("drafts"));
    const known = await read();
    if (known) return known;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
      "encrypt",
      "decrypt",
    ]);
    await transact(["keys"], "readwrite", (t) => {
      const store = t.objectStore("keys");
      const asked = store.get("drafts");
      asked.onsuccess = () => asked.result || store.put(made, "drafts");
    });
    return read();
  }

  // The id is authenticated with the text: a record moved to another id does not open.
  const locked = (id, iv) => ({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(id) });

  async function write(id, json) {
    const key = await deviceKey();
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(json);
    const data = await crypto.subtle.encrypt(locked(id, iv), key, plain);
    plain.fill(0);
    await transact(["drafts"], "readwrite", (t) => t.objectStore("drafts").put({ id, iv, data }), {
      whole: true,
    });
  }

  async function unlocked({ id, iv, data }, key) {
    const plain = new Uint8Array(await crypto.subtle.decrypt(locked(id, iv), key, data));
    const json = new TextDecoder().decode(plain);
    plain.fill(0);
    return json;
  }

  async function drain(id) {
    while (pending.has(id)) {
      const { json, waiters } = pending.get(id);
      pending.delete(id);
      try {
        await write(id, json);
        for (const w of waiters) w.resolve();
      } catch (e) {
        for (const w of waiters) w.reject(e?.reason ? e : reasonOf(e));
      }
    }
    writing.delete(id);
    if (!writing.size) removeEventListener("beforeunload", ask);
  }

  function save(id, json) {
    return new Promise((resolve, reject) => {
      const next = pending.get(id) ?? { waiters: [] };
      next.json = json;
      next.waiters.push({ resolve, reject });
      pending.set(id, next);
      if (writing.has(id)) return;
      addEventListener("beforeunload", ask);
      writing.set(id, drain(id));
    });
  }

  /** Resolves when every save asked for so far has ended. */
  const written = async (id) => void (await writing.get(id));

  async function load() {
    const records = await transact(["drafts"], "readonly", (t) => t.objectStore("drafts").getAll());
    const list = [];
    const damaged = [];
    const key = records.length ? await deviceKey() : null;
    for (const record of records) {
      try {
        list.push({ id: record.id, json: await unlocked(record, key) });
      } catch {
        damaged.push(record.id);
      }
    }
    return { list, damaged };
  }

  async function read(id) {
    const record = await transact(["drafts"], "readonly", (t) => t.objectStore("drafts").get(id));
    return record ? unlocked(record, await deviceKey()) : null;
  }

  async function remove(id) {
    pending.get(id)?.waiters.forEach((w) => w.resolve());
    pending.delete(id);
    // Behind a write under way, and again after it: what is deleted must stay so.
    const gone = () => transact(["drafts"], "readwrite", (t) => t.objectStore("drafts").delete(id), { whole: true });
    const under = writing.get(id);
    await gone();
    if (!under) return;
    await under;
    await gone();
  }

  async function erase() {
    pending.clear();
    await Promise.allSettled(writing.values());
    forget(await opened?.catch(() => null));
    await new Promise((resolve, reject) => {
      const request = indexedDb.deleteDatabase(DATABASE);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(reasonOf(request.error));
      request.onblocked = () => reject({ reason: "blocked" });
    });
  }

  return { save, load, read, written, remove, erase };
}

function reasonOf(e) {
  if (e?.name === "QuotaExceededError") return { reason: "quota" };
  // Firefox's private windows answer InvalidStateError, blocked site data SecurityError.
  if (["SecurityError", "InvalidStateError", "NotAllowedError"].includes(e?.name)) {
    return { reason: "blocked" };
  }
  return { reason: "other" };
}
