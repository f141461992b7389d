import { FIREFOX_SAYS, firefoxTooOld, launchFirefox } from '../lib/browser.mjs';
import { mouse } from '../lib/hands.mjs';
import { journey } from '../lib/journey.mjs';

export const name = 'the whole job in Firefox, in whichever mode it can start there';
export async function run(t) {
  const tooOld = firefoxTooOld();
  if (tooOld) return { skipped: tooOld };
  await journey(t, { hands: mouse, start: launchFirefox, allowed: FIREFOX_SAYS });
  t.note(`mode: ${await t.page.evaluate(() => document.documentElement.className)}`);
  return {};
}
