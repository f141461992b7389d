import { firefoxTooOld, launchFirefox } from '../lib/browser.mjs';
import { mouse } from '../lib/hands.mjs';
import { journey } from '../lib/journey.mjs';

export const name = 'the whole job in Firefox, in whichever mode it can start there';
// Where Firefox has no WebGL it says so once; the page mode then carries the job.
export async function run(t) {
  const tooOld = firefoxTooOld();
  if (tooOld) return { skipped: tooOld };
  await journey(t, { hands: mouse, start: launchFirefox, allowed: /WebGL|GPU|glxtest/i });
  t.note(`mode: ${await t.page.evaluate(() => document.documentElement.className)}`);
  return {};
}
