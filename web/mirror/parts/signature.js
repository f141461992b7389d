// A field to sign in. Points go to the application once a frame, on the ground of
// wasm/ui/components/signature.h; in page mode the document draws them as SVG.

import { set } from "../elements.js";
import { KIND } from "../node.js";
import { showPath } from "../svg.js";

const WIDTH = 600;
const HEIGHT = 200;

const signaturePart = {
  role: "signature",
  tag: "div",
  create(element) {
    element.setAttribute("role", "img");
  },
  apply(element, node) {
    showPath(element, node.value, WIDTH, HEIGHT, 2.6);
    set(element, "aria-label", node.name);
    set(element, "aria-invalid", ""); // not of images: the sentence describes it
  },
  listen(on, mirror, send) {
    let stroke = null; // {id, element, points, asked}
    const flush = () => {
      if (!stroke?.points.length) return;
      send(stroke.id, KIND.key, (stroke.begun ? "L" : "M") + stroke.points.join(" "));
      stroke.begun = true;
      stroke.points = [];
    };
    const point = ({ clientX, clientY }) => {
      const { left, top, width, height } = stroke.element.getBoundingClientRect();
      const within = (v, most) => Math.round(Math.min(Math.max(v, 0), 1) * most);
      stroke.points.push(within((clientX - left) / width, WIDTH),
        within((clientY - top) / height, HEIGHT));
    };
    on("pointerdown", (event, { role, id, element }) => {
      if (role !== "signature" || event.button) return;
      mirror.press.end(); // drawing is not a press: what it says must not wait for its end
      stroke = { id, element, points: [], begun: false };
      element.setPointerCapture(event.pointerId);
      point(event);
      flush();
    });
    on("pointermove", (event) => {
      if (!stroke) return;
      if (!stroke.points.length) requestAnimationFrame(flush);
      point(event);
    });
    for (const type of ["pointerup", "pointercancel"]) {
      on(type, () => {
        flush();
        stroke = null;
      });
    }
  },
};

export const signatureParts = [signaturePart];
