// Text fields: the document owns their text, the application hears of it as NFC.
//
// The application changes a text only by raising the node's rev; while an input method composes,
// that waits until the composition has ended (else the edit is lost).

import { KIND } from "./node.js";

export class Typing {
  /** send(id, kind, text) */
  constructor(send) {
    this.send = send;
    this.composing = null; // entry
    this.held = null;      // the text that came with a new rev meanwhile
  }

  /** After create (fresh) or a changed node. */
  apply(entry, node, fresh) {
    const { element } = entry;
    const asked = fresh || node.rev !== entry.rev;
    entry.rev = node.rev;
    if (this.composing === entry) {
      if (asked) this.held = node.value;
      return;
    }
    // A field nobody is in follows the application in any case.
    const idle = document.activeElement !== element;
    if ((asked || idle) && element.value.normalize("NFC") !== node.value) {
      this.write(element, node.value);
    }
  }

  write(element, value) {
    const end = element.selectionEnd === element.value.length;
    const caret = element.selectionEnd;
    element.value = value;
    if (document.activeElement === element && !end) element.setSelectionRange(caret, caret);
  }

  input(entry) {
    this.send(entry.id, KIND.input, entry.element.value.normalize("NFC"));
  }

  compositionStart(entry) {
    this.composing = entry;
    this.held = null;
  }

  compositionEnd(entry) {
    this.composing = null;
    if (this.held !== null) {
      this.write(entry.element, this.held);
      this.held = null;
    } else {
      this.input(entry);
    }
  }
}
