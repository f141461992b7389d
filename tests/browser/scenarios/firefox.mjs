import { mouse } from '../lib/hands.mjs';
import { journey } from '../lib/journey.mjs';

export const name = 'the whole job in Firefox, in whichever mode it can start there';
export const how = { engine: 'firefox' };

export async function run(t) {
  await journey(t, { hands: mouse });
  t.note(`mode: ${await t.page.evaluate(() => document.documentElement.className)}`);
}
