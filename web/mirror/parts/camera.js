// The picture of the camera in a dialog. The video element belongs to whoever opened the camera
// (web/card/camera.js); it never passes through the application.

import { set } from "../elements.js";

let video = null;    // what is shown now
const frames = new Set();

/** Shows a video element in the dialog's frame, now or as soon as there is one; null shows none. */
export function showCamera(next) {
  video = next;
  for (const frame of frames) fill(frame);
}

function fill(frame) {
  frame.replaceChildren(...(video ? [video] : []));
}

export const cameraPart = {
  role: "camera",
  tag: "div",
  create(element) {
    element.setAttribute("role", "img");
    frames.add(element);
    fill(element);
  },
  apply: (element, node) => set(element, "aria-label", node.name),
  gone(element) {
    frames.delete(element);
    element.replaceChildren();
    return false;
  },
};
