// Listens to a scanner while the dialog for a card is open. The focus is on nothing that can be edited
// there, so no input method composes; keys come as they are pressed.

import { GAP_MS, GIVE_UP_MS, createBurst } from "./burst.js";

/** found(text). Returns what stops listening. */
export function listenToScanner(found) {
  const burst = createBurst(found);
  const held = new Set(); // keys taken and not released yet: a button would act on their release
  let timers = [];

  const asKey = (event) => ({
    key: event.key,
    code: event.code,
    shift: event.shiftKey,
    caps: event.getModifierState("CapsLock"),
    alt: event.altKey,
    ctrl: event.ctrlKey,
    meta: event.metaKey,
    graph: event.getModifierState("AltGraph"),
  });

  function take(event) {
    event.preventDefault();
    event.stopPropagation();
  }

  function wait() {
    timers.forEach(clearTimeout);
    timers = [GAP_MS, GIVE_UP_MS].map((ms) => setTimeout(() => burst.rest(performance.now()), ms + 5));
  }

  function down(event) {
    if (event.repeat) return;
    if (burst.down(asKey(event), event.timeStamp)) {
      take(event);
      held.add(event.code);
    }
    wait();
  }

  function up(event) {
    const ours = burst.up(asKey(event), event.timeStamp);
    if (held.delete(event.code) || ours) take(event);
    wait();
  }

  addEventListener("keydown", down, { capture: true });
  addEventListener("keyup", up, { capture: true });
  return () => {
    timers.forEach(clearTimeout);
    removeEventListener("keydown", down, { capture: true });
    removeEventListener("keyup", up, { capture: true });
  };
}
