import { mouse } from '../lib/hands.mjs';
import { journey } from '../lib/journey.mjs';

export const name = 'the same in page mode, where axe judges the contrast, too';
export const run = (t) => journey(t, { hands: mouse, plain: true, inspectAll: true });
