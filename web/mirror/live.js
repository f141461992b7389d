// The one polite live region. It stands outside the mirror and is never replaced.

export function createLive(element) {
  let odd = false;
  return {
    /** Says `text`; the same text twice is said twice. */
    say(text) {
      odd = !odd;
      element.textContent = odd ? text : text + "\u00a0";
    },
  };
}
