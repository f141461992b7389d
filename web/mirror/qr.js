// A QR code as inline SVG: one path, so that print and page mode need no image.

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of white around it

/** `modules`: side * side characters "0" or "1". Returns an svg element, or null. */
export function qrSvg(modules) {
  const side = Math.sqrt(modules.length);
  if (!Number.isInteger(side) || side < 21 || side > 177) return null;
  let path = "";
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (modules[y * side + x] !== "1") continue;
      let run = 1;
      while (x + run < side && modules[y * side + x + run] === "1") run++;
      path += `M${x + QUIET} ${y + QUIET}h${run}v1h-${run}z`;
      x += run;
    }
  }
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${side + 2 * QUIET} ${side + 2 * QUIET}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  svg.setAttribute("aria-hidden", "true");
  const ink = document.createElementNS(SVG, "path");
  ink.setAttribute("d", path);
  svg.append(ink);
  return svg;
}
