// Keys that a component wants for itself, named in its attribute `keys`: they go to the application
// and nowhere else.

import { KIND } from "../node.js";

/** In a part's apply(). */
export function wantKeys(element, node) {
  element.dataset.keys = node.attributes.keys ?? "";
}

export const keysPart = {
  role: "keys", // of no node: this part only listens
  listen(on, mirror, send) {
    mirror.root.addEventListener("keydown", (event) => {
      const wanted = event.target.dataset.keys;
      if (!wanted || event.isComposing || event.ctrlKey || event.metaKey) return;
      if (!wanted.split(" ").includes(event.key)) return;
      const entry = mirror.entryOf(event.target);
      if (!entry) return;
      event.preventDefault();
      event.stopPropagation();
      send(entry.id, KIND.key, event.key);
    }, { capture: true });
  },
};
