// The two papers that sheets are written for. Lengths are points, 72 an inch.

const MM = 72 / 25.4;

export const INK = [0.1, 0.1, 0.12];
export const GREY = [0.36, 0.36, 0.4];
export const RULE = [0.72, 0.72, 0.76];

const A4 = [210 * MM, 297 * MM];

/** A sheet of A4, or of A4 across. */
export function sheetPaper(wide) {
  const [width, height] = wide ? [...A4].reverse() : A4;
  return {
    roll: false, width, height, side: 20 * MM, top: 15 * MM, bottom: 16 * MM, code: 30 * MM,
    size: 10.5, small: 9, title: 17, heading: 12, gap: 9, sign: 15 * MM, labels: 0.34,
  };
}

/** A roll of 80 mm, as long as it must be. */
export function rollPaper() {
  return {
    roll: true, width: 80 * MM, height: Infinity, side: 4 * MM, top: 5 * MM, bottom: 8 * MM, code: 58 * MM,
    size: 9.5, small: 8, title: 13, heading: 10.5, gap: 7, sign: 16 * MM, labels: 1,
  };
}
