// Tables and the charts that are made of them. Roles are said outright, since over the paint the
// cells are not laid out as a table's.

import { domId, set, setWords } from "../elements.js";
import { FLAG, KIND } from "../node.js";

const tablePart = {
  role: "table",
  tag: "table",
  box: true,
  create: (element) => element.setAttribute("role", "table"),
  apply(element, node) {
    const { first, count, shown, widths } = node.attributes;
    set(element, "aria-label", node.name);
    set(element, "aria-rowcount", count && Number(count) + 1);
    Object.assign(element.dataset, { first: first ?? "", count: count ?? "", shown: shown ?? "" });
    element.style.setProperty("--widths", widths ?? "");
  },
  listen(on, mirror, send) {
    let asked = 0;
    const look = () => {
      asked = 0;
      for (const table of mirror.root.querySelectorAll("table[data-count]:not([data-count=''])")) {
        const row = firstRowInSight(table);
        if (row !== null) send(mirror.entryOf(table).id, KIND.key, `rows ${row}`);
      }
    };
    addEventListener("scroll", () => {
      asked ||= setTimeout(look, 0);
    }, { passive: true });
  },
};

/** The row at the window's upper edge, or null while the rows that are there suffice. */
function firstRowInSight(table) {
  const rows = table.children;
  const [first, count, shown] = ["first", "count", "shown"].map((name) => Number(table.dataset[name]));
  const begin = edge(rows[1], "top");
  const end = edge(rows[rows.length - 1], "bottom");
  const height = (end - begin) / shown;
  const row = Math.max(0, Math.floor(first - begin / height));
  const seen = Math.ceil(innerHeight / height);
  const missing = (row < first && first > 0) || (row + seen > first + shown && first + shown < count);
  return missing ? Math.min(row, count - 1) : null;
}

/** Over the paint a row has no box of its own, but its cells have. */
const edge = (row, side) => row.lastElementChild.getBoundingClientRect()[side];

const rowPart = {
  role: "tablerow",
  tag: "tr",
  box: true,
  create: (element) => element.setAttribute("role", "row"),
  apply(element, node) {
    set(element, "aria-rowindex", node.attributes.row);
    element.style.setProperty("--before", node.attributes.before ?? 0);
    element.style.setProperty("--after", node.attributes.after ?? 0);
    element.style.setProperty("--part", node.value);
  },
};

const headPart = {
  role: "columnheader",
  tag: "th",
  box: (node) => !node.name,
  create(element) {
    element.scope = "col";
    element.setAttribute("role", "columnheader");
  },
  apply(element, node) {
    if (node.name) setWords(element, node.name);
    set(element, "aria-sort", node.attributes.sort);
  },
  classes,
};

/** Numbers stand at the right edge. */
function classes(node) {
  return node.flags & FLAG.multiple ? "is-number" : "";
}

const cellPart = (role, tag) => ({
  role,
  tag,
  create(element) {
    if (tag === "th") element.scope = "row";
    element.setAttribute("role", role);
  },
  apply(element, node) {
    setWords(element, node.name);
    set(element, "data-label", node.value);
  },
  classes,
});

const figurePart = {
  role: "figure",
  tag: "figure",
  box: true,
  apply: (element, node) => set(element, "aria-labelledby", domId(node.ref)),
};

export const tableParts = [
  tablePart, rowPart, headPart, cellPart("rowheader", "th"), cellPart("cell", "td"), figurePart,
];
