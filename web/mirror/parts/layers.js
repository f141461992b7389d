// What lies over the page: dialogs and toasts. They carry the class `page`: the document shows them
// by itself in both modes.

import { domId, set } from "../elements.js";
import { KIND } from "../node.js";

export const dialogPart = {
  role: "dialog",
  tag: "dialog",
  box: true,
  classes: () => "page",
  create(element) {
    element.tabIndex = -1;
    element.autofocus = true; // itself, so that its heading is heard first
    // Once it is in its place: only then can it open. Closing gives the focus back by itself.
    queueMicrotask(() => {
      if (element.isConnected && !element.open) element.showModal();
    });
  },
  apply: (element, node) => set(element, "aria-labelledby", domId(node.ref)),
  gone(element) {
    if (element.open) element.close();
    return document.activeElement !== document.body;
  },
  listen(on, mirror, send) {
    // The application decides: the dialog is open as long as it is in the tree.
    mirror.root.addEventListener("cancel", (event) => {
      const entry = mirror.entryOf(event.target);
      if (entry?.role !== "dialog") return;
      event.preventDefault();
      send(entry.id, KIND.activate, "");
    }, { capture: true });
  },
};

/** say(text): the page's one live region. */
const toastPart = (say) => ({
  role: "toast",
  tag: "div",
  box: true,
  classes: () => "page",
  apply(element, node) {
    const turn = String(node.rev);
    if (element.dataset.turn === turn) return;
    element.dataset.turn = turn;
    say(node.name);
  },
});

export const layerParts = (say) => [dialogPart, toastPart(say)];
