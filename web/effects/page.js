// The effects that only touch the page itself: address, title, focus, printing, a clock, a timer.

import { save } from "./saving.js";

export function createPageEffects({ host, post }) {
  const timers = new Map();
  addEventListener("popstate", () => post({ on: "navigated", path: location.pathname }));
  guardDrops(() => post({ on: "dropped_beside" }));

  return {
    random: ({ n, as }) => {
      try {
        const bytes = crypto.getRandomValues(new Uint8Array(Math.min(Math.max(n | 0, 1), 1024)));
        const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
        bytes.fill(0);
        post({ on: "random", as, hex });
      } catch {
        post({ on: "random_failed", as });
      }
    },
    now: () => post({ on: "now" }),
    wake: ({ after_ms, as }) => {
      clearTimeout(timers.get(as));
      // setTimeout takes 31 bits; a longer wait would fire at once.
      const wait = Math.min(Math.max(Number(after_ms) || 0, 0), 2 ** 31 - 1);
      timers.set(
        as,
        setTimeout(() => {
          timers.delete(as);
          post({ on: "woken", as });
        }, wait),
      );
    },
    route: ({ path, replace }) => {
      if (typeof path !== "string" || !path.startsWith("/") || path.startsWith("//")) return;
      if (path === location.pathname) return;
      history[replace ? "replaceState" : "pushState"](null, "", path);
    },
    title: ({ text }) => {
      document.title = text;
    },
    scroll_top: () => scrollTo(0, 0),
    language: ({ lang }) => {
      document.documentElement.lang = lang;
      host.language?.(lang);
    },
    print: ({ roll }) => (roll ? onRoll() : setTimeout(() => print(), 0)),
    announce: ({ text }) => host.announce?.(text),
    focus: ({ node }) => host.focus?.(node),
    mode: ({ page }) => host.pageMode?.(page === true),
    theme: ({ choice }) => host.theme?.(choice),
    download: ({ name, text, type = "text/plain;charset=utf-8" }) => save(name, new Blob([text], { type })),
  };
}

/** A file that is dropped beside its box would make the browser leave the page and open it. */
function guardDrops(dropped) {
  const beside = ({ dataTransfer, target }) =>
    dataTransfer?.types.includes("Files") && !target.closest?.("input[type=file]");
  addEventListener("dragover", (event) => beside(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!beside(event)) return;
    event.preventDefault();
    dropped();
  });
}

/** Without what it takes, the page is printed as any other. */
async function onRoll() {
  try {
    const { printRoll } = await import(new URL("./roll.js", import.meta.url).href);
    await printRoll();
  } catch {
    print();
  }
}
