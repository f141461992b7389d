// The sink of a sealing that one worker does alone: writes the sealed file.

import { openWhole, writeAll } from "./vault.js";

/** The same shape as a team's (team.js), for a job that is not divided. */
export async function startAlone({ name, total }) {
  const access = await openWhole("sealed", name, total);
  let written = 0;
  return {
    write: (bytes) => {
      written = writeAll(access, bytes, written);
    },
    written: () => written,
    finish: () => {
      access.flush();
      return { size: access.getSize() };
    },
    close: () => access.close(),
  };
}
