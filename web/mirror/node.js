// Reads the packed tree that wasm/ui/encode.h describes. The lists repeat the enums of
// wasm/ui/tree.h in order.

export const NODE_BYTES = 80;

export const ROLES = [
  "root", "header", "nav", "main", "footer", "section", "group", "legend", "form", "list",
  "listitem", "heading", "text", "link", "button", "label", "textbox", "textarea", "searchbox",
  "select", "option", "checkbox", "radio", "file", "progress", "status", "alert", "image",
  "separator", "banner", "dl", "dlrow", "term", "definition", "dialog", "toast", "combobox",
  "listbox", "listoption", "tablist", "tab", "tabpanel", "table", "tablerow", "columnheader",
  "rowheader", "cell", "figure", "icon", "timer", "preview", "picture", "signature", "skeleton",
  "camera",
];

export const VARIANTS = [
  "normal", "primary", "secondary", "quiet", "danger", "wordmark", "skip", "tile", "lead", "small",
  "muted", "strong", "code", "hint", "error", "card", "info", "good", "warning", "bad", "steps",
  "timeline", "summary", "choice", "field", "date", "tag-neutral", "tag-good", "tag-warning",
  "tag-bad", "plain-list", "printed", "folded", "table", "lines",
  "paper",
];

export const FLOWS = ["column", "row", "spread", "center"];

export const FLAG = {
  required: 1, invalid: 2, disabled: 4, checked: 8, current: 16, expanded: 32, collapsed: 64,
  busy: 128, done: 256, multiple: 512, optional: 1024, noPrint: 2048,
};

export const LISTENS = { activate: 1, input: 2, change: 4, blur: 8, key: 16 };

/** Kinds of the wasm export ui_action. */
export const KIND = {
  activate: 0, input: 1, change: 2, focus: 3, blur: 4, hover: 5, unhover: 6, key: 7,
};

const utf8 = new TextDecoder();

/** The tree in wasm memory; valid only during the call that hands it over. */
export class PackedTree {
  constructor(buffer, pointer, count, strings, length) {
    this.view = new DataView(buffer, pointer, count * NODE_BYTES);
    this.strings = new Uint8Array(buffer, strings, length);
    this.count = count;
  }

  id(i) { return this.view.getUint32(i * NODE_BYTES, true); }
  parent(i) { return this.view.getUint32(i * NODE_BYTES + 4, true); }
  hash(i) { return this.view.getUint32(i * NODE_BYTES + 8, true); }
  role(i) { return ROLES[this.view.getUint8(i * NODE_BYTES + 12)]; }

  text(at) {
    const start = this.view.getUint32(at, true);
    return utf8.decode(this.strings.subarray(start, start + this.view.getUint32(at + 4, true)));
  }

  /** Everything of one node as an object. */
  node(i) {
    const at = i * NODE_BYTES;
    const u32 = (offset) => this.view.getUint32(at + offset, true);
    const f32 = (offset) => this.view.getFloat32(at + offset, true);
    const attributes = {};
    const pairs = this.text(at + 40).split("\x1f");
    for (let k = 0; k + 1 < pairs.length; k += 2) attributes[pairs[k]] = pairs[k + 1];
    return {
      id: u32(0),
      role: this.role(i),
      level: this.view.getUint8(at + 13),
      variant: VARIANTS[this.view.getUint8(at + 14)],
      flow: FLOWS[this.view.getUint8(at + 15)],
      flags: u32(16),
      listens: u32(20),
      name: this.text(at + 24),
      value: this.text(at + 32),
      attributes,
      ref: u32(48),
      hint: u32(52),
      error: u32(56),
      rev: u32(60),
      x: f32(64),
      y: f32(68),
      w: f32(72),
      h: f32(76),
    };
  }
}
