// The sink of a sealing that one worker does alone: writes the sealed file.

import { openWhole, writeAll } from "./vault.js";

/** A slow disk gets so much at a time; flushed at the end alone it would be silent for long. */
const FLUSH = 48 << 20;

/** The same shape as a team's (team.js), for a job that is not divided. */
export async function startAlone({ name, total }) {
  const access = await openWhole("sealed", name, total);
  let written = 0;
  let flushed = 0;
  return {
    write: (bytes) => {
      written = writeAll(access, bytes, written);
      if (written - flushed < FLUSH) return;
      access.flush();
      flushed = written;
    },
    written: () => written,
    finish: () => {
      access.flush();
      return { size: access.getSize() };
    },
    close: () => access.close(),
  };
}
