// What a person does to the mirror, as (id, kind, text). One set of listeners on its root.

import { TYPED, controlOf } from "./elements.js";
import { FLAG, KIND, LISTENS } from "./node.js";
import { allParts, partOf } from "./parts.js";

export function listen(mirror, send) {
  const { root, typing } = mirror;
  const on = (type, react) =>
    root.addEventListener(type, (event) => {
      const entry = mirror.entryOf(event.target);
      if (entry) react(event, entry);
    });

  on("click", (event, entry) => {
    if (entry.flags & FLAG.disabled) {
      event.preventDefault();
    } else if (entry.role === "link") {
      followLink(event, entry, mirror, send);
    } else if (entry.role === "button") {
      send(entry.id, KIND.activate, "");
    }
  });
  on("submit", (event) => event.preventDefault());
  on("keydown", (event, entry) => {
    // A form without a submit button does not submit by itself on Enter.
    if (event.key !== "Enter" || event.isComposing || !event.target.matches("input")) return;
    const form = mirror.entryOf(event.target.closest("form"));
    if (!TYPED.has(entry.role) || !form) return;
    event.preventDefault();
    if (form.listens & LISTENS.activate) send(form.id, KIND.activate, "");
  });

  on("input", (event, entry) => {
    if (TYPED.has(entry.role)) typing.input(entry);
  });
  on("compositionstart", (event, entry) => typing.compositionStart(entry));
  on("compositionend", (event, entry) => typing.compositionEnd(entry));
  on("change", (event, entry) => change(entry, mirror, send));

  // C++ paints the ring, so it asks the document whether one is due.
  on("focusin", (event, entry) =>
    send(entry.id, KIND.focus, event.target.matches(":focus-visible") ? "1" : "0"),
  );
  on("focusout", (event, entry) => send(entry.id, KIND.blur, ""));

  hover(mirror, send);
  dragging(on, send);
  for (const part of allParts()) part.listen?.(on, mirror, send);
}

function followLink(event, entry, mirror, send) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (entry.ref) {
    event.preventDefault();
    mirror.focus(entry.ref);
  } else if (entry.listens & LISTENS.activate) {
    event.preventDefault();
    send(entry.id, KIND.activate, "");
  }
}

function change({ id, role, element }, mirror, send) {
  // What was chosen, before a tree that waited for the end of the press sets the old choice again.
  const { value } = element;
  if (role === "select") mirror.press.end(); // its list took the end of the press
  // The browser has shown the choice already; if the application refuses it, the next tree is the
  // same as the last and must be applied all the same.
  for (const entry of mirror.entries.values()) {
    if (entry.id === id || (role === "radio" && entry.role === "radio")) entry.hash = undefined;
  }
  if (role === "checkbox") send(id, KIND.activate, element.checked ? "1" : "0");
  else if (role === "radio") send(id, KIND.activate, element.value);
  else if (role === "select") send(id, KIND.change, value);
  else if (role === "file") chooseFiles(id, controlOf(element), mirror, send);
  else if (TYPED.has(role)) send(id, KIND.change, element.value.normalize("NFC"));
}

function chooseFiles(id, input, mirror, send) {
  const files = [...input.files];
  if (!files.length) return;
  mirror.files.set(id, files);
  const about = files.map(({ name, size, type }) => ({ name: name.normalize("NFC"), size, type }));
  // Emptied, so that choosing the same file again is a change again.
  input.value = "";
  send(id, KIND.change, JSON.stringify(about));
}

/** Hovering a label hovers its field. */
function hover(mirror, send) {
  let over = 0;
  const enter = (id) => {
    if (id === over) return;
    if (over && mirror.entries.has(over)) send(over, KIND.unhover, "");
    over = id;
    if (id) send(id, KIND.hover, "");
  };
  const painted = new Set(["link", "button", "select", "checkbox", "radio", "file", "label",
    "textbox", "textarea", "searchbox"]);
  mirror.root.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const entry = mirror.entryOf(event.target);
    if (!entry || !(painted.has(entry.role) || partOf(entry.role)?.hovers)) return enter(0);
    enter(entry.role === "label" ? entry.ref : entry.id);
  });
  mirror.root.addEventListener("pointerleave", () => enter(0));
}

/** A file dragged over its area lights it up like the pointer does. */
function dragging(on, send) {
  on("dragenter", (event, entry) => {
    if (entry.role === "file") send(entry.id, KIND.hover, "");
  });
  for (const type of ["dragleave", "drop"]) {
    on(type, (event, entry) => {
      if (entry.role === "file") send(entry.id, KIND.unhover, "");
    });
  }
}
