// Waits for the code of a citizen card: the camera looks and the scanner's keys are gathered, both until
// stopped. What was read goes to the application, which knows what a card says; nothing is kept.

import { openCamera } from "./camera.js";
import { listenToScanner } from "./scanner.js";

/** One more than shared/ids reads (max_card_text): what is longer is refused there, not cut to fit. */
const MOST_TEXT = 2049;

/** tell(message), show(video or null), startDecoder(): a Worker on decode.js. Returns what stops it. */
export function readCards({ tell, show, startDecoder }) {
  const found = (text) => tell({ on: "card_text", text: text.slice(0, MOST_TEXT) });
  const stopKeys = listenToScanner(found);
  const closeCamera = openCamera({
    found,
    show,
    startDecoder,
    state: (state) => tell({ on: "card_camera", state }),
  });
  return () => {
    stopKeys();
    closeCamera();
  };
}
