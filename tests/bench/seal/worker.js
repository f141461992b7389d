// One measurement a message, in a worker as the real job is: {what, blob} -> {seconds, bytes}.
// Every variant reads the same Blob by the same reader (web/worker/reader.js) and copies its output
// into a buffer that is reused, as a caller would who hands it to a file.

import { pieces } from "/worker/reader.js";

const CHUNK = 65536;
const PIECE = 1 << 20;
const TAG = 16;
const SEALED_PIECE = 16 * (CHUNK + TAG);
let ours = null;

async function startOurs() {
  const module = await WebAssembly.compileStreaming(fetch("/bench/parts.wasm"));
  const imports = { env: {}, wasi_snapshot_preview1: {} };
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => 0;
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  exports._initialize?.();
  return exports;
}

/** Calls work(bytes) with exactly `size` bytes at a time; what does not fill a piece is left out. */
async function whole(blob, size, work) {
  const buffer = new Uint8Array(size);
  let held = 0;
  for await (const bytes of pieces(blob, { piece: size })) {
    if (held === 0 && bytes.length === size) {
      await work(bytes);
      continue;
    }
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + size - held);
      buffer.set(part, held);
      held += part.length;
      at += part.length;
      if (held < size) continue;
      await work(buffer);
      held = 0;
    }
  }
}

/** Chunk by chunk, so that what is copied in, sealed and copied out stays near. */
async function throughOurs(blob, piece, chunk, call, keep) {
  ours ??= await startOurs();
  const out = new Uint8Array(PIECE + 4096);
  if (ours.bench_start() !== 0) throw new Error("our cipher does not start");
  const input = new Uint8Array(ours.memory.buffer, ours.bench_input(), chunk);
  const output = new Uint8Array(ours.memory.buffer, ours.bench_output(), CHUNK + TAG);
  await whole(blob, piece, (bytes) => {
    let made = 0;
    for (let at = 0; at < piece; at += chunk) {
      input.set(bytes.subarray(at, at + chunk));
      const size = ours[call]();
      if (size <= 0) throw new Error(call + " failed");
      out.set(size === output.length ? output : output.subarray(0, size), made);
      made += size;
    }
    keep?.(out.slice(0, made));
  });
}

/** BLAKE2b-256 of everything, and nothing else. */
async function hashed(blob) {
  ours ??= await startOurs();
  const input = new Uint8Array(ours.memory.buffer, ours.bench_input(), CHUNK);
  await whole(blob, PIECE, (bytes) => {
    for (let at = 0; at < PIECE; at += CHUNK) {
      input.set(bytes.subarray(at, at + CHUNK));
      ours.bench_hash();
    }
  });
}

const variants = {
  async read(blob) {
    for await (const bytes of pieces(blob)) if (!bytes.length) return;
  },
  hash: (blob) => hashed(blob),
  ours_aead: (blob) => throughOurs(blob, PIECE, CHUNK, "bench_seal"),
  open: (blob) => throughOurs(blob, SEALED_PIECE, CHUNK + TAG, "bench_open"),
  async libsodiumjs(blob) {
    const { default: sodium } = await import("/bench/libsodium.mjs");
    await sodium.ready;
    const key = new Uint8Array(32);
    const nonce = new Uint8Array(12);
    const counter = new DataView(nonce.buffer);
    const out = new Uint8Array(CHUNK + 16);
    let n = 0;
    await whole(blob, PIECE, (bytes) => {
      for (let at = 0; at < PIECE; at += CHUNK) {
        counter.setUint32(7, n++);
        const chunk = bytes.subarray(at, at + CHUNK);
        out.set(sodium.crypto_aead_chacha20poly1305_ietf_encrypt(chunk, null, null, nonce, key));
      }
    });
  },
  async typage(blob) {
    const age = await import("/bench/typage.mjs");
    const source = pieces(blob);
    const stream = new ReadableStream({
      async pull(controller) {
        const { value, done } = await source.next();
        if (done) controller.close();
        else controller.enqueue(value.slice());
      },
    });
    const encrypter = new age.Encrypter();
    encrypter.addRecipient(await age.identityToRecipient(await age.generateX25519Identity()));
    const reader = (await encrypter.encrypt(stream)).getReader();
    while (!(await reader.read()).done);
  },
  async webcrypto(blob) {
    const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt"]);
    const out = new Uint8Array(CHUNK + 16);
    let n = 0;
    await whole(blob, PIECE, (bytes) => {
      const flight = [];
      for (let at = 0; at < PIECE; at += CHUNK) {
        const iv = new Uint8Array(12);
        new DataView(iv.buffer).setUint32(8, n++);
        const done = crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, bytes.subarray(at, at + CHUNK));
        flight.push(done.then((sealed) => out.set(new Uint8Array(sealed))));
      }
      return Promise.all(flight);
    });
  },
};

let sealed = null;

addEventListener("message", async ({ data: { what, blob } }) => {
  try {
    if (what === "open" && !sealed) {
      const parts = [];
      await throughOurs(blob, PIECE, CHUNK, "bench_seal", (bytes) => parts.push(new Blob([bytes])));
      sealed = new Blob([await new Blob(parts).arrayBuffer()]); // in one part, as the input is
    }
    if (what === "warm") {
      for (const name of Object.keys(variants)) if (name !== "open") await variants[name](blob);
      return postMessage({});
    }
    const began = performance.now();
    await variants[what](what === "open" ? sealed : blob);
    postMessage({ seconds: (performance.now() - began) / 1000 });
  } catch (e) {
    postMessage({ error: String(e?.stack ?? e) });
  }
});
