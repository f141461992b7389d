// The picture of a page in a frame that scrolls. The document shows it in both modes.

import { set } from "../elements.js";
import { showPicture } from "../pictures.js";
import { wantKeys } from "./keys.js";

export const previewPart = {
  role: "preview",
  tag: "div",
  create(element) {
    const image = document.createElement("img");
    image.hidden = true;
    element.append(image);
    element.setAttribute("role", "group");
    element.tabIndex = 0; // so that the keyboard can scroll it
  },
  apply(element, node) {
    const image = element.firstChild;
    wantKeys(element, node);
    set(element, "aria-label", node.name);
    image.alt = node.name;
    showPicture(image, node.attributes.picture ?? "");
    keepMiddle(element, () => image.style.setProperty("--zoom", node.attributes.zoom));
  },
};

/** Enlarging keeps what was in the middle in the middle. */
function keepMiddle(frame, change) {
  const x = (frame.scrollLeft + frame.clientWidth / 2) / (frame.scrollWidth || 1);
  const y = (frame.scrollTop + frame.clientHeight / 2) / (frame.scrollHeight || 1);
  change();
  frame.scrollLeft = x * frame.scrollWidth - frame.clientWidth / 2;
  frame.scrollTop = y * frame.scrollHeight - frame.clientHeight / 2;
}
