// A text field with a list under it. The focus stays in the field; the active option is named by
// aria-activedescendant. The document scrolls the list; of a long one only a part is there, and the
// application hears which row is on top.

import { domId, set, setWords } from "../elements.js";
import { FLAG, KIND } from "../node.js";
import { wantKeys } from "./keys.js";

const ROW_REM = 3; // as in styles/components/combobox.css

const comboboxPart = {
  role: "combobox",
  tag: "input",
  hovers: true,
  create(element) {
    element.type = "text";
    element.spellcheck = false;
    element.setAttribute("role", "combobox");
    element.setAttribute("aria-autocomplete", "list");
  },
  apply(element, node) {
    wantKeys(element, node);
    set(element, "aria-controls", node.ref && domId(node.ref));
    set(element, "aria-activedescendant",
      node.attributes.active && domId(node.attributes.active));
  },
};

const listboxPart = {
  role: "listbox",
  tag: "ul",
  classes: () => "page",
  create(element) {
    element.setAttribute("role", "listbox");
    // A list that scrolls would be a stop of the Tab key; it goes away when the field is left.
    element.tabIndex = -1;
    // The list opens below the field: brought into sight, as far as there is room.
    requestAnimationFrame(() => element.isConnected && element.scrollIntoView({ block: "nearest" }));
  },
  apply(element, node) {
    const { first, count, active } = node.attributes;
    set(element, "aria-label", node.name);
    element.dataset.first = first;
    element.style.setProperty("--before", first);
    element.style.setProperty("--all", count);
    // Once its options are there.
    if (element.dataset.active !== active) queueMicrotask(() => reveal(element));
    element.dataset.active = active;
  },
  listen(on, mirror, send) {
    // Pressing an option must not take the focus from the field.
    on("pointerdown", (event, { role }) => {
      if (role === "listoption" || role === "listbox") event.preventDefault();
    });
    on("mousedown", (event, { role }) => {
      if (role === "listoption" || role === "listbox") event.preventDefault();
    });
    on("click", (event, { role, id, element }) => {
      if (role === "listoption") send(id, KIND.activate, element.dataset.value);
    });
    mirror.root.addEventListener("scroll", ({ target }) => {
      const entry = mirror.entryOf(target);
      if (entry?.role !== "listbox") return;
      const row = Math.max(0, Math.floor(target.scrollTop / rowHeight()));
      const near = row < Number(target.dataset.first) + 5 ||
        row > Number(target.dataset.first) + target.childElementCount - 15;
      if (near) send(entry.id, KIND.key, `rows ${row}`);
    }, { capture: true, passive: true });
  },
};

const rowHeight = () => ROW_REM * parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Scrolls the list alone, not the page. */
function reveal(list) {
  const active = list.querySelector(".is-current");
  if (!active) return;
  const top = active.offsetTop;
  const bottom = top + active.offsetHeight;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
}

const optionPart = {
  role: "listoption",
  tag: "li",
  create: (element) => element.setAttribute("role", "option"),
  apply(element, node) {
    setWords(element, node.name);
    element.dataset.value = node.value;
    set(element, "aria-selected", node.flags & FLAG.checked ? "true" : "false");
    set(element, "aria-current", "");
    set(element, "aria-posinset", node.attributes.at);
    set(element, "aria-setsize", node.attributes.of);
  },
};

export const comboboxParts = [comboboxPart, listboxPart, optionPart];
