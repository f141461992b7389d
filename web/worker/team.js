// The second worker of a sealing: it seals, hashes and writes (second.js) while the first reads,
// hashes and lays out the archive.
//
// Pieces travel in buffers that come back, so memory stays constant; when some of them wait, the
// first worker seals the next piece itself. Starting one takes a tenth of a second, so it is started
// ahead and kept for a while. One that dies or goes silent with work in its hands is given up with the failure
// SILENT, and whoever needs the job done does it alone.

import { createSilence } from "../silence.js";
import { failure } from "./failure.js";
import { startHelper } from "./helper.js";

/** Bytes below which a second worker costs more than it gives. */
export const TEAM_FROM = 4 << 20;

const SEALED_PIECE = 1048832;
const BUFFERS = 8;
/** So many pieces waiting mean that the second worker is behind. */
const BEHIND = 4;
const START_MS = 5000;
const REST_MS = 60_000;
/** Longer than a slow disk takes for 48 MB (second.js), shorter than a person waits. */
const SILENCE_S = 15;

/** The failure's code when the second worker hangs or is gone. */
export const SILENT = "silent";

let resting = null; // a second worker without a job
let retirement = 0;

/** Starts a second worker ahead, if there is none. */
export function prepareTeam(core) {
  if (!resting) rest(begin(core));
}

function rest(second) {
  resting?.end();
  resting = second;
  clearTimeout(retirement);
  retirement = setTimeout(() => {
    resting?.end();
    resting = null;
  }, REST_MS);
}

/**
 * -> a sink for drive.js that writes sealed/`name` of `total` bytes, with written(), finish() and
 * close(); null when there is no second worker to have (one core only, or it does not start): seal alone
 * then. `division` is what the core says of the job; it is asked only when there is one.
 */
export async function startTeam(core, { name, total, division }) {
  const second = resting ?? begin(core);
  resting = null;
  if (!(await second.started)) return null;
  try {
    await second.answer("open", { open: { name, total, division: division() } });
  } catch (e) {
    second.end();
    throw e;
  }
  const buffers = second.buffers;
  let whole = false;
  return {
    write: (bytes) => buffers.post(bytes, { kind: "header" }),
    piece: (bytes, last, sealed) => buffers.post(bytes, { kind: "piece", last, sealed }),
    behind: () => buffers.waiting() >= BEHIND,
    body: async () => (await second.answer("body", { body: true })).body,
    written: buffers.written,
    finish: async () => {
      const done = await second.answer("finished", { finish: true });
      whole = true;
      return done;
    },
    close: () => (whole ? rest(second) : second.end()),
  };
}

function begin(core) {
  if (navigator.hardwareConcurrency === 1) return none();
  const helper = startHelper("second", () =>
    fail(failure(SILENT, "the part that seals your dossier stopped", "try again")),
  );
  const { port } = helper;
  const answers = new Map(); // name -> resolve
  let failed = null;
  const silence = createSilence(SILENCE_S, () =>
    fail(failure(SILENT, "the part that seals your dossier does not answer", "try again")),
  );
  const buffers = createBuffers(port, silence, () => failed);
  const idle = () => answers.size === 0 && buffers.waiting() === 0;

  function fail(why) {
    failed ??= why;
    silence.rest();
    buffers.wake();
    for (const settle of answers.values()) settle(null);
  }
  port.onmessage = ({ data }) => {
    if (failed) return;
    if (data.error) fail(data.error);
    else if (data.back) buffers.back(data);
    else {
      answers.get(data.answer)?.(data);
      answers.delete(data.answer);
    }
    if (idle()) silence.rest();
    else silence.heard();
  };
  const end = () => {
    silence.rest();
    helper.end();
  };

  async function answer(name, message) {
    if (failed) throw failed;
    const got = new Promise((resolve) => answers.set(name, resolve));
    silence.heard();
    port.postMessage(message);
    const data = await got;
    if (failed) throw failed;
    return data;
  }

  const late = setTimeout(() => fail(failure("worker", "no second worker came")), START_MS);
  const started = answer("ready", { start: { module: core.module, simd: core.simd } }).then(
    () => true,
    () => {
      end();
      return false; // whatever kept it from starting, one worker can do the job
    },
  );
  started.then(() => clearTimeout(late));
  return { started, answer, buffers, end };
}

const none = () => ({ started: Promise.resolve(false), end() {} });

/** The buffers that go to the second worker and come back. */
function createBuffers(port, silence, failed) {
  const spare = Array.from({ length: BUFFERS }, () => new ArrayBuffer(SEALED_PIECE));
  const wakes = [];
  let written = 0;
  const wake = () => {
    for (const one of wakes.splice(0)) one();
  };
  return {
    wake,
    waiting: () => BUFFERS - spare.length,
    written: () => written,
    back({ back, written: now }) {
      spare.push(back);
      written = now;
      wake();
    },
    async post(bytes, message) {
      while (spare.length === 0 && !failed()) await new Promise((resolve) => wakes.push(resolve));
      if (failed()) throw failed();
      const buffer = spare.pop();
      new Uint8Array(buffer, 0, bytes.length).set(bytes);
      silence.heard();
      port.postMessage({ ...message, buffer, size: bytes.length }, [buffer]);
    },
  };
}
