// Drives a sealing job of the core to its end, in constant memory.
//
//   source: {copy(to, most) -> how many bytes it put at address `to` of the core's memory, 0 at the
//            end, or a promise of that; close()}
//   sink:   write(bytes) takes what stands in the sealed file, in order. For a divided job it takes
//            the file's first bytes only, and there are piece(bytes, last, sealed) for each piece,
//            plain or sealed, behind() that says whether a plain piece is better sealed here, and
//            body() -> the hash that the tail made. Each may give a promise, which is awaited before
//            more comes; `bytes` are good until then.

import { failure, stopped } from "./failure.js";

const FAILED = -1;
const INPUT = 1;
const OUTPUT = 2;
const DONE = 3;
const PIECE = 4;
const BODY = 5;
/** One turn of the event loop about this often, so that "stop" and other calls get through. */
const TURN_MS = 50;

export async function drive(core, job, { sourceOf, sink, signal, onTurn }) {
  const { exports, view } = core;
  const output = () => view(exports.motcua_seal_output_ptr(job), exports.motcua_seal_output_size(job));
  let source = null;
  let current = -1;
  let turn = performance.now();
  try {
    for (;;) {
      if (performance.now() - turn > TURN_MS) {
        onTurn();
        await nextTurn();
        turn = performance.now();
      }
      if (signal.aborted) throw stopped();
      const what = exports.motcua_seal_next(job);
      if (what === INPUT) {
        const index = exports.motcua_seal_attachment(job);
        if (index !== current) {
          source?.close();
          source = null;
          source = await sourceOf(index);
          current = index;
        }
        const given = source.copy(exports.motcua_seal_input_buffer(job), exports.motcua_seal_wanted(job));
        // A failure of the job shows in the next motcua_seal_next.
        exports.motcua_seal_input(job, typeof given === "number" ? given : await given);
      } else if (what === OUTPUT) {
        await sink.write(output());
      } else if (what === PIECE) {
        const last = exports.motcua_seal_last_piece(job) === 1;
        await nextTurn(); // lets the other worker's answers in: behind() counts them
        const here = sink.behind();
        if (here) exports.motcua_seal_piece(job);
        await sink.piece(output(), last, here);
      } else if (what === BODY) {
        core.withText(await sink.body(), (body) => exports.motcua_seal_body(job, body));
      } else if (what === DONE) {
        return;
      } else if (what === FAILED) {
        core.take(exports.motcua_seal_finish(job));
        throw failure("other", "sealing stopped", "try again");
      }
    }
  } finally {
    source?.close();
  }
}

const turns = new MessageChannel();
/** A turn of the event loop; setTimeout would wait 4 ms. */
function nextTurn() {
  return new Promise((resolve) => {
    turns.port1.onmessage = resolve;
    turns.port2.postMessage(0);
  });
}
