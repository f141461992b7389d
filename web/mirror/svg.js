// Inline SVG of one path, drawn with the colour of the words around it.

const SVG = "http://www.w3.org/2000/svg";

/** Makes the element hold that path on a ground of width x height; "" empties it. */
export function showPath(element, path, width, height, thick) {
  let svg = element.querySelector(":scope > svg");
  if (!svg) {
    svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.setAttribute("fill", "none");
    svg.setAttribute("stroke", "currentColor");
    svg.setAttribute("stroke-width", thick);
    svg.setAttribute("stroke-linecap", "round");
    svg.setAttribute("stroke-linejoin", "round");
    svg.setAttribute("aria-hidden", "true");
    svg.append(document.createElementNS(SVG, "path"));
    element.append(svg);
  }
  if (svg.firstChild.getAttribute("d") !== path) svg.firstChild.setAttribute("d", path);
}
