// Which units may say something about a dossier: the two that its applicant named in the envelope, which the
// dossier's own key has signed. A dossier that came from a sheet has no envelope: the gateway gives it back.

import { postJson } from "../network.js";
import { hindered } from "./failure.js";

const LIMIT = 256 << 10;

export function createInvolved({ post, api, worker, directory }) {
  /** -> the codes of the receiving and the competent unit. Keeps them with the dossier, and its proof. */
  return async function involved(dossier) {
    dossier.units ??= (await own(dossier)) ?? (await given(dossier));
    return dossier.units;
  };

  async function own({ envelope, signature, root, draft, body }) {
    if (!envelope) return null;
    try {
      return (await worker.call("filed", { envelope, signature, root, draft, body })).units;
    } catch (e) {
      if (e?.code === "worker") throw e;
      return null; // damaged, or another's: the gateway may have the right one
    }
  }

  async function asked(capability) {
    try {
      return await postJson(new URL("filed", api).href, { capability }, { limit: LIMIT });
    } catch (e) {
      if (e?.code === "capability-unknown") throw e;
      // Whatever else hinders the gateway now says nothing about the dossier.
      throw hindered("what was filed could not be fetched");
    }
  }

  async function given(dossier) {
    const { number, capability, root, draft, body } = dossier;
    const { envelope, signature, proof, ack } = await asked(capability);
    const { log } = await directory();
    const held = { envelope, signature, proof, ack };
    const { units, time } = await worker.call("filed", { ...held, root, draft, body, number, log: log.key });
    dossier.proof = proof;
    post({ on: "filed", number, ...held, time });
    return units;
  }
}
