// Keeps a real document equal to the application's tree: native headings, links, fields, buttons.
// It works by id: what stays the same is not touched, and the focused element is neither moved nor
// made anew. Events go back as (id, kind, text).

import { TYPED, applyNode, controlOf, createElement, domId, isLeaf, kindOf } from "./elements.js";
import { listen } from "./events.js";
import { PackedTree } from "./node.js";
import { partOf } from "./parts.js";
import { Press } from "./press.js";
import { Typing } from "./typing.js";

export class Mirror {
  /**
   * root: the element that holds it. send(id, kind, text): a thing that a person did.
   * onHeight(height): the document's height in CSS pixels changed.
   */
  constructor(root, { send, onHeight }) {
    this.root = root;
    this.onHeight = onHeight;
    this.entries = new Map(); // id -> {id, element, role, kind, hash, rev, turn, node}
    this.files = new Map();   // id of a file input -> the File objects last chosen
    this.turn = 0;
    this.wanted = 0;          // id that shall have the focus once the next tree is there
    this.height = 0;
    // Changing the document can make events (a removed field loses the focus). The application is
    // in the middle of its call then, so they wait for settle(). During a press they wait, too.
    this.applying = false;
    this.waiting = [];
    this.press = new Press(root, () => this.deliverWaiting());
    const deliver = (...event) => {
      if (this.applying || this.press.down) this.waiting.push(event);
      else send(...event);
    };
    this.send = send;
    this.typing = new Typing(deliver);
    listen(this, deliver);
  }

  /** One tree from wasm memory. */
  apply(buffer, pointer, count, strings, length) {
    const tree = new PackedTree(buffer, pointer, count, strings, length);
    this.applying = true;
    this.turn++;
    this.selects = [];
    const parents = [];
    for (let i = 1; i < count; i++) parents.push(this.update(tree, i));
    this.applyRoot(tree.node(0));
    const lost = this.removeDead();
    this.order(parents);
    for (const [entry, value] of this.selects) {
      if (entry.element.value !== value) entry.element.value = value;
    }
    if (lost && !this.wanted && document.activeElement === document.body) this.focusFallback();
  }

  /** Creates or updates one element; returns [entry, id of its parent]. */
  update(tree, i) {
    const id = tree.id(i);
    const parent = tree.parent(i);
    const hash = tree.hash(i);
    let entry = this.entries.get(id);
    let fresh = false;
    if (entry?.hash !== hash) {
      const node = tree.node(i);
      const kind = kindOf(node);
      if (entry?.kind !== kind) {
        const element = createElement(node);
        if (entry) this.replace(entry.element, element);
        entry = { id, element, kind, role: node.role };
        this.entries.set(id, entry);
        fresh = true;
      }
      entry.hash = hash;
      entry.role = node.role;
      entry.listens = node.listens;
      entry.ref = node.ref;
      entry.flags = node.flags;
      applyNode(entry.element, node);
      if (isLeaf(node)) this.place(entry, node);
      if (TYPED.has(node.role)) this.typing.apply(entry, node, fresh);
      if (node.role === "select") entry.value = node.value;
    }
    // Its options may have changed though it has not, so every select is looked at.
    if (entry.role === "select") this.selects.push([entry, entry.value]);
    entry.turn = this.turn;
    return [entry, parent];
  }

  /** Another kind of element under the same id takes over the children. */
  replace(old, element) {
    element.append(...[...old.children].filter((child) => child.id));
    old.replaceWith(element);
  }

  place(entry, { x, y, w, h }) {
    const last = entry.box;
    if (last && last[0] === x && last[1] === y && last[2] === w && last[3] === h) return;
    entry.box = [x, y, w, h];
    const { style } = entry.element;
    style.setProperty("--x", x + "px");
    style.setProperty("--y", y + "px");
    style.setProperty("--w", w + "px");
    style.setProperty("--h", h + "px");
  }

  applyRoot(node) {
    const html = document.documentElement;
    if (document.title !== node.name) document.title = node.name;
    if (html.lang !== node.attributes.lang) html.lang = node.attributes.lang;
    if (this.height !== node.h) {
      this.height = node.h;
      this.onHeight(node.h);
    }
  }

  /** Returns whether the focus was on one of the removed. */
  removeDead() {
    const active = document.activeElement;
    let lost = false;
    for (const [id, entry] of this.entries) {
      if (entry.turn === this.turn) continue;
      if (controlOf(entry.element) === active) lost = true;
      if (this.typing.composing === entry) this.typing.composing = null;
      if (partOf(entry.role)?.gone?.(entry.element, this)) lost = false;
      // What went with its parent needs no removing of its own, which costs as much again.
      if (entry.element.isConnected) entry.element.remove();
      this.entries.delete(id);
      this.files.delete(id);
    }
    return lost;
  }

  /** Puts the elements into the tree's order; others move around the focused one. */
  order(parents) {
    const active = document.activeElement;
    const next = new Map(); // parent element -> the child that stands where the next belongs
    for (const [entry, parentId] of parents) {
      const { element } = entry;
      const parent = this.entries.get(parentId)?.element ?? this.root;
      if (!next.has(parent)) next.set(parent, firstOwn(parent));
      const cursor = next.get(parent);
      if (cursor === element) {
        next.set(parent, nextOwn(cursor));
        continue;
      }
      if (element.parentNode === parent && element.contains(active)) {
        let other = cursor;
        while (other !== element) {
          const after = nextOwn(other);
          parent.insertBefore(other, element.nextSibling);
          other = after;
        }
        next.set(parent, nextOwn(element));
      } else {
        parent.insertBefore(element, cursor);
      }
    }
  }

  // Focus

  /** Puts the focus on a node now. */
  focus(id) {
    this.wanted = id;
    this.focusWanted();
  }

  /** Puts the focus on a node of the next tree: the one of that id may say something else now. */
  focusNext(id) {
    this.wanted = id;
  }

  /** The tree is up to date and the application's call is over. */
  settle() {
    this.focusWanted();
    this.applying = false;
    this.deliverWaiting();
  }

  deliverWaiting() {
    if (this.applying || this.press.down) return;
    for (const event of this.waiting.splice(0)) this.send(...event);
  }

  focusWanted() {
    const entry = this.entries.get(this.wanted);
    this.wanted = 0;
    if (entry) focusElement(controlOf(entry.element));
  }

  focusFallback() {
    const dialog = this.root.querySelector("dialog[open]");
    if (dialog) return dialog.focus(); // all else is out of reach
    const main = this.root.querySelector("main");
    const target = main?.querySelector("h1") ?? main;
    if (target) focusElement(target);
  }

  // Lookup

  /** The entry of the node that an element is or lies in. */
  entryOf(target) {
    for (let at = target; at && at !== this.root; at = at.parentElement) {
      if (!at.id?.startsWith("n")) continue;
      const entry = this.entries.get(Number(at.id.slice(1)));
      if (entry && controlOf(entry.element) === at) return entry;
    }
    return null;
  }

  /** The files last chosen in a file input; taken once. */
  takeFiles(id) {
    const files = this.files.get(id) ?? [];
    this.files.delete(id);
    return files;
  }

  elementOf(id) {
    return document.getElementById(domId(id));
  }
}

// Options' and paragraphs' text nodes are not ours to order.
function firstOwn(parent) {
  return parent.firstElementChild;
}
function nextOwn(element) {
  return element.nextElementSibling;
}

const FOCUSABLE =
  "input:not([disabled]), select:not([disabled]), textarea:not([disabled]), button, a[href]";

function focusElement(element) {
  let target = element;
  if (!element.matches(FOCUSABLE)) {
    const inside = element.matches("fieldset")
      ? (element.querySelector("input:checked") ?? element.querySelector(FOCUSABLE))
      : null;
    if (inside) target = inside;
    else if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  }
  target.focus();
}
