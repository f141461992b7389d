// Marks on pages: where each word and rule stands, before there is a PDF. y grows downwards from the top
// of its page; a page that is full is followed by another.

import { GREY, INK, RULE } from "./paper.js";

const LEADING = 1.38; // of the size of letters
const BASE = 1.02;    // where letters stand in their line

/** `plain` and `strong` are weights of web/pdf/letters.js. */
export function createInk(paper, { plain, strong }) {
  const pages = [];
  let page = null;
  let y = 0;
  let onNewPage = () => {};

  const left = paper.side;
  const room = paper.width - 2 * paper.side;
  const letters = (style) => (style.strong ? strong : plain);
  const lead = (style) => (style.size ?? paper.size) * LEADING;

  function turn() {
    page = [];
    pages.push(page);
    y = paper.top;
    onNewPage();
  }

  /** Turns the page unless so much fits on this one. */
  function need(height) {
    if (y + height > paper.height - paper.bottom && y > paper.top) turn();
  }

  /** The lines of a text within a width, and how high they are. */
  function measure(text, style = {}, width = room) {
    const lines = letters(style).lines(text, style.size ?? paper.size, width);
    return { lines, height: lines.length * lead(style) };
  }

  /** One line at a place of this page; says nothing about y. */
  function lineAt(text, x, top, style = {}, width = room) {
    const size = style.size ?? paper.size;
    const spare = width - letters(style).width(text, size);
    const shift = style.align === "center" ? spare / 2 : style.align === "right" ? spare : 0;
    page.push({ text, x: x + shift, y: top + size * BASE, size, strong: style.strong ?? false, ink: style.grey ? GREY : INK });
  }

  /** Lines that were measured, at a place. */
  function block({ lines }, x, top, style = {}, width = room) {
    lines.forEach((line, at) => lineAt(line, x, top + at * lead(style), style, width));
  }

  /** A text over the whole width, from page to page where it must. */
  function words(text, style = {}) {
    for (const line of measure(text, style).lines) {
      need(lead(style));
      lineAt(line, left, y, style);
      y += lead(style);
    }
  }

  function rule(x, top, width, weight = 0.6, ink = RULE) {
    page.push({ rule: true, x, y: top, width, weight, ink });
  }

  /** A square code: its light edge of four modules is inside `side`. */
  function code({ modules, side: count }, x, top, side) {
    page.push({ code: modules, count, x, y: top, side });
  }

  function frame(x, top, width, height) {
    page.push({ frame: true, x, y: top, width, height });
  }

  return {
    paper, left, room, pages, turn, need, measure, lineAt, block, words, rule, code, frame, lead,
    skip: (by = paper.gap) => (y += by),
    get y() { return y; },
    set y(to) { y = to; },
    eachPage: (act) => (onNewPage = act),
  };
}
