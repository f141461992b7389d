// From a node to its element: which tag it is, and everything it shows but its place.
// No value is ever parsed as markup: only textContent, attributes from a fixed list, properties.

import { FLAG, LISTENS } from "./node.js";
import { partOf } from "./parts.js";
import { qrSvg } from "./qr.js";

const TAGS = {
  header: "header", nav: "nav", main: "main", footer: "footer", section: "div", region: "section",
  group: "fieldset",
  legend: "legend", form: "form", listitem: "li", text: "p", link: "a", button: "button",
  label: "label", textbox: "input", textarea: "textarea", searchbox: "input", select: "select",
  option: "option", checkbox: "input", radio: "input", file: "div", progress: "progress",
  status: "div", alert: "div", image: "div", separator: "hr", banner: "aside", dl: "dl",
  dlrow: "div", term: "dt", definition: "dd",
};
const TYPES = {
  textbox: "text", searchbox: "search", checkbox: "checkbox", radio: "radio", button: "button",
};
/** Boxes: they stay where the document puts them, only leaves lie over the paint. */
const BOXES = new Set([
  "header", "nav", "main", "footer", "section", "group", "form", "list", "listitem", "status",
  "alert", "dl", "dlrow",
]);
const WORDS = new Set(["heading", "text", "link", "button", "label", "legend", "term", "banner",
  "option"]);
/** Of these `value` is words that follow the name for screen readers only. */
const SPOKEN = new Set(["text", "link", "button"]);
export const TYPED = new Set(["textbox", "textarea", "searchbox", "combobox"]);

export const domId = (id) => "n" + id;

/** A name for the kind of element; another kind needs another element. */
export function kindOf(node) {
  if (node.role === "list") return node.level ? "ol" : "ul";
  if (node.role === "heading") return "h" + Math.min(Math.max(node.level, 1), 6);
  if (node.role === "section" && node.name) return "region";
  const part = partOf(node.role);
  if (part) return part.kind?.(node) ?? part.tag;
  return node.role;
}

export function isLeaf(node) {
  if (node.role === "definition") return node.name !== "";
  const part = partOf(node.role);
  if (part) return typeof part.box === "function" ? !part.box(node) : !part.box;
  return !BOXES.has(node.role) && node.role !== "option";
}

export function createElement(node) {
  const kind = kindOf(node);
  const element = document.createElement(TAGS[kind] ?? kind);
  if (TYPES[node.role]) element.type = TYPES[node.role];
  if (node.role === "file") fillFileBox(element);
  controlOf(element).id = domId(node.id);
  if (node.role === "form") element.noValidate = true;
  if (node.role === "list") element.setAttribute("role", "list");
  if (node.role === "alert") element.setAttribute("role", "alert");
  if (node.role === "image") element.setAttribute("role", "img");
  if (node.role === "main") element.tabIndex = -1;
  partOf(node.role)?.create?.(element, node);
  return element;
}

/** What bears the id and the state: the element itself, but of a file box the input inside. */
export function controlOf(element) {
  return element.querySelector(":scope > input.cover") ?? element;
}

/** A browser's own file input speaks the browser's language, so it lies unseen over our words. */
function fillFileBox(box) {
  const input = document.createElement("input");
  input.type = "file";
  input.className = "cover";
  const words = document.createElement("span");
  words.setAttribute("aria-hidden", "true"); // the label has named the input already
  box.append(input, words);
}

export function set(element, name, value) {
  if (!value) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, value);
  }
}

/** Words, with those after them that only a screen reader says. */
export function setWords(element, name, after = "") {
  const shown = element.firstChild?.nodeType === Node.TEXT_NODE ? element.firstChild : null;
  const spoken = element.querySelector(":scope > .spoken");
  if (shown?.data !== name || (spoken?.textContent ?? "") !== (after && " " + after)) {
    element.textContent = name;
    if (after) {
      const span = document.createElement("span");
      span.className = "spoken";
      span.textContent = " " + after;
      element.append(span);
    }
  }
}

/** A legend that is a heading too. */
function setHeading(element, node) {
  const tag = "H" + Math.min(node.level, 6);
  let heading = element.firstElementChild;
  if (heading?.tagName !== tag) {
    heading = document.createElement(tag);
    element.replaceChildren(heading);
  }
  if (heading.textContent !== node.name) heading.textContent = node.name;
}

function className(node) {
  let classes = `m-${node.role}`;
  if (node.variant !== "normal") classes += ` v-${node.variant}`;
  if (node.flow !== "column") classes += ` f-${node.flow}`;
  if (TYPED.has(node.role)) classes += " typed";
  if (isLeaf(node)) classes += " leaf";
  else if (node.role !== "option") classes += " box";
  if (node.flags & FLAG.current) classes += " is-current";
  if (node.flags & FLAG.done) classes += " is-done";
  if (node.flags & FLAG.noPrint) classes += " no-print";
  const own = partOf(node.role)?.classes?.(node);
  return own ? `${classes} ${own}` : classes;
}

const ATTRIBUTES = ["lang", "autocomplete", "inputmode", "accept", "maxlength", "name"];

/** Makes the element say what the node says. Values of typed fields are the business of typing.js. */
export function applyNode(outer, node) {
  const { flags, role } = node;
  const classes = className(node);
  if (outer.className !== classes) outer.className = classes;
  const element = controlOf(outer);
  for (const name of ATTRIBUTES) {
    let value = node.attributes[name];
    if (name === "autocomplete" && TYPED.has(role)) value ||= "off";
    set(element, name, value);
  }
  if (role === "legend" && node.level) {
    setHeading(element, node);
  } else if (WORDS.has(role) || (role === "definition" && node.name)) {
    setWords(element, node.name, SPOKEN.has(role) ? node.value : "");
  } else if (["nav", "section", "list", "progress", "image", "form"].includes(role)) {
    set(element, "aria-label", node.name);
  }
  if (role === "group") set(element, "aria-labelledby", node.ref && domId(node.ref));
  if (role === "label") element.htmlFor = domId(node.ref);
  if (role === "link") applyLink(element, node);
  if (role === "image") applyImage(element, node);
  if (role === "progress") {
    set(element, "max", 100);
    set(element, "value", node.value);
  }
  if (role === "option") element.value = node.value;
  if (role === "radio") element.value = node.value;
  if (role === "checkbox" || role === "radio") element.checked = (flags & FLAG.checked) !== 0;
  if (role === "file") {
    element.multiple = (flags & FLAG.multiple) !== 0;
    if (outer.lastChild.textContent !== node.value) outer.lastChild.textContent = node.value;
  }
  if (node.attributes.chars) element.style.setProperty("--chars", node.attributes.chars);

  // A disabled button keeps the focus it has: aria-disabled, and presses are ignored.
  const disabled = (flags & FLAG.disabled) !== 0;
  if (role === "button" || role === "link") set(element, "aria-disabled", disabled && "true");
  else if ("disabled" in element) element.disabled = disabled;

  const described = [node.hint, node.error].filter(Boolean).map(domId).join(" ");
  set(element, "aria-describedby", described);
  set(element, "aria-invalid", flags & FLAG.invalid ? "true" : "");
  if (role !== "group" && role !== "checkbox" && role !== "radio" && role !== "file") {
    set(element, "aria-required", flags & FLAG.required ? "true" : "");
  }
  const current = role === "listitem" ? "" : node.variant === "steps" ? "step" : "page";
  set(element, "aria-current", flags & FLAG.current ? current : "");
  set(element, "aria-busy", flags & FLAG.busy ? "true" : "");
  if (flags & (FLAG.expanded | FLAG.collapsed)) {
    set(element, "aria-expanded", flags & FLAG.expanded ? "true" : "false");
  } else {
    set(element, "aria-expanded", "");
  }
  partOf(role)?.apply?.(element, node);
}

function applyLink(element, node) {
  const href = node.ref ? "#" + domId(node.ref) : node.attributes.href;
  // Words are data; an address may only stay on this site or lead to another by https, mail, phone.
  set(element, "href", /^(\/(?!\/)|#|https:\/\/|mailto:|tel:)/.test(href ?? "") ? href : "");
  const away = /^https:/.test(href ?? "") && !(node.listens & LISTENS.activate);
  set(element, "rel", away && "noreferrer");
}

function applyImage(element, node) {
  if (element.dataset.modules === node.value) return;
  element.dataset.modules = node.value;
  const svg = qrSvg(node.value);
  element.replaceChildren(...(svg ? [svg] : []));
}
