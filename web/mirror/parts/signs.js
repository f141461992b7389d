// Small things to look at: icons, thumbnails, time left, lines that stand for words to come.

import { domId, set, setWords } from "../elements.js";
import { setPicture, showPicture } from "../pictures.js";
import { showPath } from "../svg.js";

const iconPart = {
  role: "icon",
  tag: "span",
  apply(element, node) {
    showPath(element, node.value, 24, 24, 2.2);
    set(element, "role", node.name && "img");
    set(element, "aria-label", node.name);
    set(element, "aria-hidden", !node.name && "true");
  },
};

const picturePart = {
  role: "picture",
  tag: "span",
  create(element) {
    const image = document.createElement("img");
    image.alt = "";
    image.hidden = true;
    element.append(image);
    element.setAttribute("aria-hidden", "true"); // the name of the file stands beside it
  },
  apply: (element, node) => showPicture(element.firstChild, node.attributes.picture ?? ""),
  listen(on, mirror) {
    // Images just chosen can be seen at once, by the name of file_picture().
    on("change", (event, { role, id }) => {
      if (role !== "file") return;
      for (const file of mirror.files.get(id) ?? []) {
        if (/^image\/(png|jpeg|webp)$/.test(file.type)) {
          setPicture(`${id}/${file.name.normalize("NFC")}`, file);
        }
      }
    });
  },
};

const timerPart = {
  role: "timer",
  tag: "div",
  create: (element) => element.setAttribute("role", "timer"),
  apply(element, node) {
    setWords(element, node.name);
    set(element, "aria-labelledby", `${domId(node.ref)} ${domId(node.id)}`);
    element.style.setProperty("--part", node.value);
  },
};

const skeletonPart = {
  role: "skeleton",
  tag: "div",
  create: (element) => element.setAttribute("aria-hidden", "true"),
  apply: (element, node) => element.style.setProperty("--part", node.level),
};

export const signParts = [iconPart, picturePart, timerPart, skeletonPart];
