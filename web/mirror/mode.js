// Overlay (the canvas paints, the document lies over it, transparent) or page (the document shows
// itself). Both are the same elements; one class on <html> decides.
//
// Page mode holds while any of these does: the person chose it; the browser has no WebGL2 or lost
// it; colours are forced; it is being printed; the text is too large for the painted layout, or has
// letters that the painter's fonts lack (Khmer, picture signs). A touch
// phone starts in it until the person chooses otherwise.

const KEY = "motcua.page"; // the one thing kept: "1" or "0", never anything about a person

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is switched off
  }
}

function keep(page) {
  try {
    localStorage.setItem(KEY, page ? "1" : "0");
  } catch {
    // The choice then lasts as long as this page.
  }
}

export function createMode({ onChange }) {
  const reasons = new Set();
  let page = null;

  function settle() {
    const now = reasons.size > 0;
    if (now === page) return;
    page = now;
    document.documentElement.classList.toggle("page", now);
    document.documentElement.classList.toggle("overlay", !now);
    onChange(now);
  }

  function because(reason, holds) {
    if (holds) reasons.add(reason);
    else reasons.delete(reason);
    if (page !== null) settle();
  }

  function watch(reason, query) {
    const media = matchMedia(query);
    because(reason, media.matches);
    media.addEventListener("change", () => because(reason, media.matches));
  }

  watch("forced colours", "(forced-colors: active)");
  watch("print", "print");
  addEventListener("beforeprint", () => because("print", true));
  addEventListener("afterprint", () => because("print", false));
  const phone = matchMedia("(pointer: coarse) and (max-width: 700px)").matches;
  because("chosen", kept() === "1" || (kept() === null && phone));

  return {
    because,
    /** From now on changes count; call once everything is ready. */
    start: settle,
    get page() {
      return page ?? reasons.size > 0;
    },
    choose(on) {
      keep(on);
      because("chosen", on);
    },
  };
}
