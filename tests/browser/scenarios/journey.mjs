import { mouse } from '../lib/hands.mjs';
import { journey } from '../lib/journey.mjs';

export const name = 'a birth is registered, opened with age and tar, and followed live; axe looks at every screen';
export const run = (t) => journey(t, { hands: mouse, inspectAll: true });
