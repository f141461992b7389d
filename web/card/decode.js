// A worker that looks for one QR code in a picture: a long search would make the page stutter.
//
//   in: {width, height, pixels}   RGBA, handed over    out: {text}, "" where there is none, or {failed}

import { prepareZXingModule, readBarcodes } from "../zxing/reader/index.js";

/** Longer than any card's code; a text that is longer is none. */
const MOST_TEXT = 4096;
const WHAT = { formats: ["QRCode"], maxNumberOfSymbols: 1, tryHarder: true, tryInvert: false, textMode: "Plain" };

prepareZXingModule({ overrides: { locateFile: () => "{{lazy:web/zxing/reader.wasm}}" } });

addEventListener("message", async ({ data: { width, height, pixels } }) => {
  try {
    const [code] = await readBarcodes(new ImageData(new Uint8ClampedArray(pixels), width, height), WHAT);
    postMessage({ text: String(code?.text ?? "").slice(0, MOST_TEXT) });
  } catch {
    postMessage({ failed: true });
  }
});
