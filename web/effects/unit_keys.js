// Whose signature counts for a unit, as the worker takes it: today's key and those that the unit had before.

/** Of a verified directory: of all its units, or of these. -> {unit's code: {sign, former?}} */
export const unitKeys = ({ units }, codes) =>
  Object.fromEntries(
    units
      .filter(({ code }) => !codes || codes.includes(code))
      .map(({ code, sign, former }) => [code, former ? { sign, former } : { sign }]),
  );
