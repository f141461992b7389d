// Reads a Blob front to back in pieces of up to 1 MiB, in constant memory.
//
// BYOB readers are ten times as fast as slices, but in Chromium a BYOB read of a Blob sometimes never
// settles: a watchdog then cancels it and opens the stream again where it stood, and after three of
// these the rest is read by slices. Held by the scenario worker-reader.

const PIECE = 1 << 20;
const WATCHDOG_MS = 100;
const REOPENINGS = 3;

/**
 * for await (const bytes of pieces(blob)) …    each is good until the next step of the loop.
 * Never more than two buffers: one in the caller's hands, one being read ahead.
 */
export async function* pieces(blob, { piece = PIECE, watchdog = WATCHDOG_MS } = {}) {
  const source = createSource(blob, piece, watchdog);
  let spare = [new ArrayBuffer(piece), new ArrayBuffer(piece)];
  try {
    let ahead = source.read(spare.pop());
    for (;;) {
      const bytes = await ahead;
      if (!bytes) return;
      ahead = source.read(spare.pop() ?? new ArrayBuffer(piece));
      ahead.catch(() => {}); // it is looked at in the next turn; this keeps it from being "unhandled"
      yield bytes;
      if (bytes.buffer.byteLength === piece) spare.push(bytes.buffer);
    }
  } finally {
    spare = [];
    source.close();
  }
}

function createSource(blob, piece, watchdog) {
  let at = 0;
  let failures = 0;
  let reader = open();

  function open() {
    if (failures > REOPENINGS) return null;
    try {
      return blob.slice(at).stream().getReader({ mode: "byob" });
    } catch {
      failures = REOPENINGS + 1; // no BYOB for Blobs here (Safari before 17.4)
      return null;
    }
  }

  async function read(buffer) {
    while (reader && at < blob.size) {
      const answer = await settled(reader.read(new Uint8Array(buffer)), watchdog);
      if (answer === null) {
        reader.cancel().catch(() => {});
        failures++;
        buffer = new ArrayBuffer(piece); // the old one went with the read
        reader = open();
        continue;
      }
      const { value, done } = answer;
      if (done) break;
      at += value.byteLength;
      return value;
    }
    if (at >= blob.size) return null;
    const bytes = new Uint8Array(await blob.slice(at, at + piece).arrayBuffer());
    if (bytes.length === 0) return null;
    at += bytes.length;
    return bytes;
  }

  return { read, close: () => reader?.cancel().catch(() => {}) };
}

/** The promise's value, or null when it has not settled in time. */
function settled(promise, ms) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  promise.catch(() => {});
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
