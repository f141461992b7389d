// Tabs as the ARIA practices have them: one stop of the Tab key, arrows move and choose.

import { domId, set, setWords } from "../elements.js";
import { FLAG, KIND } from "../node.js";

const tablistPart = {
  role: "tablist",
  tag: "div",
  box: true,
  create: (element) => element.setAttribute("role", "tablist"),
  apply: (element, node) => set(element, "aria-label", node.name),
  listen(on, mirror, send) {
    on("keydown", (event, entry) => {
      if (entry.role !== "tab") return;
      const all = [...entry.element.parentElement.children];
      const at = all.indexOf(entry.element);
      const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1,
        Home: 0, End: all.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = all[(to + all.length) % all.length];
      next.focus();
      choose(mirror.entryOf(next), send);
    });
    on("click", (event, entry) => entry.role === "tab" && choose(entry, send));
  },
};

function choose(entry, send) {
  send(entry.id, KIND.activate, entry.element.dataset.value);
}

const tabPart = {
  role: "tab",
  tag: "button",
  hovers: true,
  create(element) {
    element.type = "button";
    element.setAttribute("role", "tab");
  },
  apply(element, node) {
    const chosen = (node.flags & FLAG.checked) !== 0;
    setWords(element, node.name);
    element.dataset.value = node.value;
    element.tabIndex = chosen ? 0 : -1;
    set(element, "aria-selected", String(chosen));
    set(element, "aria-controls", node.ref && domId(node.ref));
  },
};

const panelPart = {
  role: "tabpanel",
  tag: "div",
  box: true,
  create(element) {
    element.setAttribute("role", "tabpanel");
    element.tabIndex = 0;
  },
  apply: (element, node) => set(element, "aria-labelledby", domId(node.ref)),
};

export const tabParts = [tablistPart, tabPart, panelPart];
