// Tells of news while the person looks at something else: the browser's own notifications, when they are wished
// for. A notice says that there is news and what state it is; never whose dossier it is: screens are seen by others.

const KEY = "motcua.notices"; // the one thing kept: "1" when somebody wished for them here

function kept() {
  try {
    return localStorage.getItem(KEY) === "1";
  } catch {
    return false; // storage is switched off
  }
}

function keep(on) {
  try {
    if (on) localStorage.setItem(KEY, "1");
    else localStorage.removeItem(KEY);
  } catch {
    // The wish then lasts as long as the permission alone.
  }
}

export function createNotices({ post }) {
  let unable = false; // phones have them only for pages with a service worker

  function state() {
    if (unable || !("Notification" in globalThis)) return "absent";
    if (Notification.permission === "denied") return "denied";
    return Notification.permission === "granted" && kept() ? "on" : "off";
  }

  /** wish: "on", "off", or "" to be told how it stands. */
  async function wish({ wish }) {
    if (wish) keep(wish === "on");
    if (wish === "on" && state() === "off") await Notification.requestPermission().catch(() => {});
    post({ on: "notices", state: state() });
  }

  function notify({ title, text }) {
    if (!document.hidden || state() !== "on") return;
    try {
      // One at a time: a newer one takes the place of the last, also that of another tab.
      const shown = new Notification(title, { body: text, tag: "motcua", lang: document.documentElement.lang });
      shown.onclick = () => {
        focus();
        shown.close();
      };
    } catch {
      unable = true;
      post({ on: "notices", state: state() });
    }
  }

  return { wish, notify };
}
