// Writing PDF in a page: with the typeface that the page itself has.

import { fetchBytes } from "../network.js";
import { writePdf } from "./write.js";

export { writePdf };

const FONTS = { regular: "{{lazy:web/fonts/regular.ttf}}", semibold: "{{lazy:web/fonts/semibold.ttf}}" };
const FONT_MOST = 1 << 20;

/** sheet: shared/slip/sheet.h as JSON. -> the file's bytes */
export async function pdfOf(sheet, { roll }) {
  const [regular, semibold] = await Promise.all(
    [FONTS.regular, FONTS.semibold].map((path) => fetchBytes(new URL(path, location.href).href, { limit: FONT_MOST })),
  );
  return writePdf(sheet, { regular, semibold, roll });
}
