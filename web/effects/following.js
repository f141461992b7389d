// Follows filed dossiers: nothing that the gateway streams is shown before the worker has checked
// the unit's signature, the order of events, the inclusion proof and the hash of any message.

import { pauseBefore, rest } from "../backoff.js";
import { createFollowStream } from "../network.js";
import { passing, plain } from "./failure.js";
import { heardAt } from "./heard.js";
import { createInvolved } from "./involved.js";
import { unitKeys } from "./unit_keys.js";

/** More than any real dossier has; a gateway that streams without end only fills this. */
const QUEUE_LIMIT = 2_000;

export function createFollowing({ post, api, worker, directory, watching, feedback }) {
  const involved = createInvolved({ post, api, worker, directory });
  let stream = null;
  let following = ""; // the capabilities of the running stream
  let byNumber = new Map();
  let queue = Promise.resolve();
  let waiting = 0;

  function stop() {
    stream?.stop();
    stream = null;
    following = "";
  }

  function follow({ capabilities, dossiers = [] }) {
    const before = byNumber;
    const wanted = JSON.stringify([...(capabilities ?? [])].sort());
    const runs = stream && wanted === following;
    byNumber = new Map(
      dossiers.map((d) => {
        const known = runs ? before.get(d.number) : undefined;
        const { history = [], said = [], answers = [], marks = [], seen = new Set(), units, proof } = known ?? {};
        return [d.number, { ...d, proof: d.proof || proof, history, said, answers, marks, seen, units }];
      }),
    );
    if (runs) return;
    stop();
    if (!capabilities?.length) return;
    following = wanted;
    const mine = createFollowStream({
      url: new URL("follow", api).href,
      capabilities,
      onState: (state, as_of) => post({ on: "follow_state", state, as_of: heardAt(as_of) }),
      onEvent: (item) => enqueue(() => check(item)),
      onSaid: (kind, item) => enqueue(() => checkSaid(kind, item)),
      onLog: (told) => enqueue(() => watching.told(told)),
      onStated: (item) => enqueue(() => checkStated(item)),
    });
    stream = mine;
    // What a device that has seen nothing of the log yet goes on from: what was signed when the dossier was taken.
    for (const dossier of byNumber.values()) {
      enqueue(async () => {
        await involved(dossier);
        await watching.observeProof(dossier.proof);
      });
    }

    /** What comes is checked in its order. */
    function enqueue(work) {
      if (waiting >= QUEUE_LIMIT) return;
      waiting++;
      queue = queue.then(() => patiently(work, () => stream === mine)).finally(() => waiting--);
    }
  }

  /** Does one check; what only hinders it (no network, say) is waited out in its turn. */
  async function patiently(work, current) {
    for (let attempt = 1; current(); attempt++) {
      try {
        return await work();
      } catch (e) {
        if (!passing(e)) return;
        await rest(pauseBefore(attempt));
      }
    }
  }

  /** Posts the event, or its refusal. Fails only with passing failures. */
  async function check(item) {
    const number = String(item?.number ?? "");
    const dossier = byNumber.get(number);
    // Not one of ours: a gateway may not introduce dossiers. Seen before: it may repeat itself.
    if (!dossier || dossier.seen.has(item.event)) return;
    try {
      const event = await verified(item, dossier);
      dossier.seen.add(item.event);
      dossier.history.push({ sequence: event.sequence, status: event.status, state: event.state });
      if (event.sequence > (dossier.last ?? 0)) post({ on: "event", ...event, verified: true });
    } catch (e) {
      if (passing(e)) throw e;
      post({ on: "event_refused", number, ...plain(e) });
    }
  }

  /** The same for what else the applicant and the units said; what checks it is loaded for it. */
  async function checkSaid(kind, item) {
    const number = String(item?.number ?? "");
    const dossier = byNumber.get(number);
    if (!dossier || dossier.seen.has(item[kind])) return;
    try {
      await involved(dossier);
      await (await feedback()).check(kind, item, dossier);
      dossier.seen.add(item[kind]);
    } catch (e) {
      if (passing(e)) throw e;
      post({ on: "event_refused", number, ...plain(e) });
    }
  }

  /** A unit's statement of how far a dossier is. One that does not hold says nothing. */
  async function checkStated(item) {
    const number = String(item?.number ?? "");
    const dossier = byNumber.get(number);
    if (!dossier) return;
    const units = await involved(dossier);
    // The unit signed which log it was shown: if that is another than this device sees, the log tells two stories.
    if ((await watching.observe(item.checkpoint)).alarm) return;
    const known = await directory();
    const about = { keys: unitKeys(known, units), log: known.log.key, number, proof: dossier.proof };
    const state = await worker.call("stated", { state: item, ...about });
    post({ on: "stated", number, ...state });
  }

  async function verified(item, dossier) {
    const { number, body, root, draft, history } = dossier;
    // First what the log has signed with it: that counts whatever the event is worth.
    await watching.observeProof(item.proof);
    const units = await involved(dossier);
    const ask = async (fresh) => {
      const known = await directory({ fresh });
      const keys = unitKeys(known, units);
      return worker.call("verify_event", {
        note: item.event,
        proof: item.proof,
        number,
        body,
        keys,
        history,
        log: known.log.key,
      });
    };
    let event;
    try {
      event = await ask(false);
    } catch (e) {
      // A unit may have a new key since: ask once with today's directory before refusing.
      if (e.code !== "signature" && e.code !== "not_found") throw e;
      event = await ask(true);
    }
    const known = { ...event, number, code: event.code === "-" ? null : event.code };
    if (event.message === "-") return { ...known, message: null, message_text: null };
    if (item.message == null) {
      throw {
        code: "mismatch",
        message: "the service did not hand over the message that the unit signed",
        hint: "ask the unit for it",
      };
    }
    const { text } = await worker.call("open_message", {
      age: item.message,
      root,
      draft,
      hash: event.message,
    });
    return { ...known, message_text: text };
  }

  return { follow, stop };
}
