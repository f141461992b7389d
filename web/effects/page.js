// The effects that only touch the page itself: address, title, focus, printing, a clock, a timer.

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
    print: () => setTimeout(() => print(), 0),
    announce: ({ text }) => host.announce?.(text),
    focus: ({ node }) => host.focus?.(node),
    mode: ({ page }) => host.pageMode?.(page === true),
    theme: ({ choice }) => host.theme?.(choice),
    download: ({ name, text, type }) => download(name, text, type),
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

function download(name, text, type = "text/plain;charset=utf-8") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
