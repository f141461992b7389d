// Which tab may change a draft: one at a time, the one that holds the Web Lock of its name. The
// others see that it is open elsewhere, and get every saved state of it.
//
//   hold(draft)     -> held {json} (what the disk has now), or held_elsewhere and later held, once
//                      the other tab lets it go or is closed
//   take(draft)     the person wants it here: the other tab finishes what it is doing and lets go;
//                   one that does not answer (frozen, say) loses it
//   letGo(draft)    after asked_for {force}: what is still being written is written first
//
// Without Web Locks (a page served without https) every tab may write, as if it were alone.

const NAME = "motcua.draft.";
const ANSWER_MS = 2_000;
const BEHIND_MS = 500;

export function createHolding({ post, drafts }) {
  const holds = new Map(); // draft -> {release, cut} of a lock that is held or waited for
  const answered = new Map(); // draft -> timer until it is taken without an answer
  const locks = navigator.locks;
  let channel = null;

  function listen() {
    channel = new BroadcastChannel("motcua.drafts");
    channel.onmessage = ({ data }) => heard(data ?? {});
  }

  const tell = (message) => channel?.postMessage(message);
  const stored = (draft) => drafts.read(draft).catch(() => null);

  async function granted(draft, entry) {
    clearTimeout(answered.get(draft));
    answered.delete(draft);
    const json = await stored(draft);
    if (holds.get(draft) !== entry) return; // let go meanwhile
    entry.mine = true;
    post({ on: "held", draft, json: json ?? "" });
    await entry.released;
  }

  /** Waits for the lock in the queue; `steal` takes it from whoever has it. */
  function queue(draft, steal) {
    const entry = { mine: false };
    const cut = new AbortController();
    entry.cut = () => cut.abort();
    entry.released = new Promise((resolve) => (entry.release = resolve));
    holds.set(draft, entry);
    // A request that steals may bear no signal.
    locks.request(NAME + draft, steal ? { steal } : { signal: cut.signal }, () => granted(draft, entry)).catch(() => {
      if (holds.get(draft) !== entry) return;
      holds.delete(draft); // stolen
      post({ on: "held_elsewhere", draft });
      queue(draft, false);
    });
    return entry;
  }

  async function isHeld(draft) {
    const { held = [] } = await locks.query().catch(() => ({}));
    return held.some(({ name }) => name === NAME + draft);
  }

  async function hold({ draft }) {
    const entry = holds.get(draft);
    if (!locks || entry?.mine) return post({ on: "held", draft, json: (await stored(draft)) ?? "" });
    const elsewhere = entry || (await isHeld(draft));
    // In the queue first: whoever lets go for us then comes behind us.
    if (!holds.has(draft)) queue(draft, false);
    if (!elsewhere) return;
    post({ on: "held_elsewhere", draft });
    tell({ wants: draft, force: false });
  }

  function take({ draft }) {
    if (!locks || holds.get(draft)?.mine) return;
    tell({ wants: draft, force: true });
    clearTimeout(answered.get(draft));
    answered.set(draft, setTimeout(() => {
      drop(draft);
      queue(draft, true);
    }, ANSWER_MS));
  }

  function drop(draft) {
    const entry = holds.get(draft);
    holds.delete(draft);
    entry?.release();
    entry?.cut();
  }

  /** Gives the draft to whoever waits, and waits behind them for its return. */
  async function letGo({ draft }) {
    const entry = holds.get(draft);
    if (!entry?.mine) return;
    await drafts.written(draft);
    if (holds.get(draft) !== entry) return;
    drop(draft);
    post({ on: "held_elsewhere", draft });
    // Later, so that the one who asked stands before us: its request comes by another way than its words.
    setTimeout(() => holds.has(draft) || queue(draft, false), BEHIND_MS);
  }

  async function heard({ wants, force, works, saved, removed }) {
    if (wants && holds.get(wants)?.mine) {
      tell({ works: wants });
      post({ on: "asked_for", draft: wants, force: force === true });
    } else if (works) {
      clearTimeout(answered.get(works));
      answered.delete(works);
    } else if (saved && !holds.get(saved)?.mine) {
      const json = await stored(saved);
      if (json && !holds.get(saved)?.mine) post({ on: "draft_changed", draft: saved, json });
    } else if (removed) {
      drop(removed);
      post({ on: "draft_changed", draft: removed, json: "" });
    }
  }

  listen();
  // A page that the browser keeps for Back may hold no lock: it gives them up and looks again.
  addEventListener("pagehide", ({ persisted }) => {
    if (!persisted) return;
    for (const entry of holds.values()) {
      entry.release();
      entry.cut();
    }
    channel.close();
    channel = null;
  });
  addEventListener("pageshow", async ({ persisted }) => {
    if (!persisted) return;
    listen();
    const before = [...holds.keys()];
    holds.clear();
    for (const draft of before) hold({ draft });
    const { list } = await drafts.load().catch(() => ({ list: [] }));
    for (const { id, json } of list) {
      if (!before.includes(id)) post({ on: "draft_changed", draft: id, json });
    }
  });

  return {
    hold,
    take,
    letGo,
    saved: (draft) => tell({ saved: draft }),
    removed(draft) {
      drop(draft);
      tell({ removed: draft });
    },
  };
}
