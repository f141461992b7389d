// Printing on a roll of 80 mm: one page as long as what stands on it, so that nothing is cut and nothing
// is torn off in the middle. Loaded when it is first asked for.

const STYLES = "{{lazy:web/styles/roll.css}}";
const WIDE_MM = 80;
const MARGIN_MM = 4;
const MM_PER_PX = 25.4 / 96;
const SPARE_MM = 6; // printers round lengths up

const page = new CSSStyleSheet();

function loadStyles() {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = STYLES;
    link.onload = resolve;
    link.onerror = reject;
    document.head.append(link);
  });
}

let styles = null;

export async function printRoll() {
  styles ??= loadStyles();
  await styles;
  const root = document.documentElement;
  // The page is measured as the document that will be printed, not as the painted one: mode.js turns to
  // it when printing begins, which here is now.
  dispatchEvent(new Event("beforeprint"));
  root.classList.add("roll");
  const high = document.getElementById("mirror").getBoundingClientRect().height * MM_PER_PX;
  page.replaceSync(`@page { size: ${WIDE_MM}mm ${Math.ceil(high + 2 * MARGIN_MM + SPARE_MM)}mm; margin: ${MARGIN_MM}mm; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  addEventListener("afterprint", leave, { once: true });
  print();
}

function leave() {
  document.documentElement.classList.remove("roll");
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== page);
}
