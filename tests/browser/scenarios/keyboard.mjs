import { keyboard } from '../lib/hands.mjs';
import { journey } from '../lib/journey.mjs';

export const name = 'the same by keyboard alone';
export const run = (t) => journey(t, { hands: keyboard });
