// The one polite live region. It stands outside the mirror and is never replaced.

const CLOSED_MS = 150;

export function createLive(element) {
  let odd = false;
  return {
    /** Says `text`; the same text twice is said twice. */
    say(text, waited = false) {
      // Beside a modal dialog nothing is spoken; one that has done its work is gone with the next frame.
      if (document.querySelector("dialog[open]") && !waited) {
        setTimeout(() => this.say(text, true), CLOSED_MS);
        return;
      }
      odd = !odd;
      element.textContent = odd ? text : text + "\u00a0";
    },
  };
}
