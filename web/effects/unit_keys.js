// Whose signature counts for a unit, as the worker takes it: today's key and those that the unit had before.

/** Of a verified directory. -> {unit's code: {sign, former?}} */
export const unitKeys = ({ units }) =>
  Object.fromEntries(units.map(({ code, sign, former }) => [code, former ? { sign, former } : { sign }]));
