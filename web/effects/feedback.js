// What a person says about a filed dossier: sent, and sent again until the line is back; checked by the worker
// when it comes back with the log's proof, as are the answers of units and what they say of payment, delivery and
// synchronisation. Loaded when it is first needed.

import { pauseBefore, rest } from "../backoff.js";
import { postJson } from "../network.js";
import { passing, plain } from "./failure.js";
import { unitKeys } from "./unit_keys.js";

const ANSWER_LIMIT = 64 << 10;

export function createFeedback({ post, api, worker, directory, watching }) {
  async function send(wish) {
    const { number } = wish;
    const tell = (way, why = {}) => post({ ...why, on: "feedback_way", number, way });
    let made = null;
    let waited = false; // since it was signed
    for (let attempt = 1; ; attempt++) {
      try {
        made ??= await signed(wish);
        await postJson(new URL("feedback", api).href, made, { limit: ANSWER_LIMIT });
        return tell("sent");
      } catch (e) {
        if (e?.code === "feedback-time" && waited) {
          made = null; // it was signed too long ago
          waited = false;
          continue;
        }
        if (!passing(e) && !(e?.status >= 500)) return tell("failed", plain(e));
        tell("waiting");
        waited = true;
        await rest(pauseBefore(attempt));
      }
    }
  }

  async function signed({ unit, ...wish }) {
    const { units } = await directory();
    const reader = units.find((each) => each.code === unit);
    if (!reader) throw { code: "no_unit", message: "nobody is known who can read it", hint: "wait for an answer" };
    return worker.call("say", { ...wish, read: reader.read });
  }

  /** Of a dossier that is followed, whose units are known, in the order of the stream. Throws what is wrong with it. */
  async function check(kind, item, { number, body, root, draft, units, history, said, answers, marks }) {
    await watching.observeProof(item.proof);
    const course = { said, answers, status: history.at(-1)?.status ?? 1 };
    const ask = async (fresh) => {
      const signed = await directory({ fresh });
      const known = { item, number, body, root, draft, log: signed.log.key };
      if (kind === "feedback") return worker.call("verify_said", { ...known, course });
      const keys = unitKeys(signed, units);
      if (kind === "mark") return worker.call("verify_mark", { ...known, keys, history, marks });
      return worker.call("verify_answer", { ...known, keys, course });
    };
    let told;
    try {
      told = await ask(false);
    } catch (e) {
      if (e?.code !== "signature" && e?.code !== "not_found") throw e;
      told = await ask(true); // a unit may have a new key since
    }
    if (kind === "feedback") {
      said.push({ number: told.number, kind: told.kind, about: told.about });
      post({ on: "said", number, said: told });
    } else if (kind === "mark") {
      marks.push({ axis: told.axis, sequence: told.sequence, state: told.state, event: told.event });
      post({ on: "marked", number, mark: told });
    } else {
      answers.push({ feedback: told.feedback, sequence: told.sequence, step: told.step });
      post({ on: "answered", number, answer: told });
    }
  }

  return { send, check };
}
