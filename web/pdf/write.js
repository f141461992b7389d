// A sheet (shared/slip/sheet.h as JSON) as a PDF file whose words can be searched and copied. Runs in a
// page and under Node alike; the typeface's two files are given, and what of them is used goes along.

import fontkit from "./fontkit.js";
import { PDFDocument, rgb } from "./pdf-lib.js";
import { draw } from "./blocks.js";
import { createInk } from "./ink.js";
import { createLetters } from "./letters.js";
import { GREY, INK, rollPaper, sheetPaper } from "./paper.js";

const QUIET = 4; // light modules around a code
const LANGUAGES = { vi: "vi-VN", en: "en-GB" };
const BLACK = rgb(0, 0, 0);

/** {regular, semibold}: bytes of the fonts. roll: for paper of 80 mm, one page. -> the file's bytes */
export async function writePdf(sheet, { regular, semibold, roll = false }) {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.registerFontkit(fontkit);
  const fonts = {
    plain: await pdf.embedFont(regular, { subset: true }),
    strong: await pdf.embedFont(semibold, { subset: true }),
  };
  const paper = roll ? rollPaper() : sheetPaper(sheet.wide);
  const weights = { plain: createLetters(fonts.plain), strong: createLetters(fonts.strong) };
  const ink = createInk(paper, weights);
  draw(ink, sheet);
  const height = roll ? ink.y + paper.bottom : paper.height;
  ink.pages.forEach((marks, at) => {
    const page = pdf.addPage([paper.width, height]);
    for (const mark of marks) put(page, mark, fonts, height);
    if (!roll) number(page, paper, weights.plain, sheet.page, at + 1, ink.pages.length);
  });
  pdf.setTitle([sheet.title, sheet.number].filter(Boolean).join(" – "), { showInWindowTitleBar: true });
  pdf.setAuthor(sheet.agency);
  pdf.setCreator("motcua");
  pdf.setProducer("motcua");
  pdf.setLanguage(LANGUAGES[sheet.language] ?? sheet.language);
  return pdf.save({ useObjectStreams: false });
}

function put(page, mark, fonts, height) {
  const y = height - mark.y;
  if (mark.code) return putCode(page, mark, y);
  if (mark.rule) {
    const color = rgb(...mark.ink);
    return page.drawLine({ start: { x: mark.x, y }, end: { x: mark.x + mark.width, y }, thickness: mark.weight, color });
  }
  if (mark.frame) {
    const { x, width } = mark;
    return page.drawRectangle({ x, y: y - mark.height, width, height: mark.height, borderWidth: 1, borderColor: rgb(...INK) });
  }
  const font = mark.strong ? fonts.strong : fonts.plain;
  page.drawText(mark.text, { x: mark.x, y, size: mark.size, font, color: rgb(...mark.ink) });
}

/** Runs of dark modules as one shape, so that no reader shows seams between them. */
function putCode(page, { code, count, x, side }, y) {
  const module = side / (count + 2 * QUIET);
  let path = "";
  for (let row = 0; row < count; row++) {
    for (let at = 0; at < count; at++) {
      if (code[row * count + at] !== "1") continue;
      let run = 1;
      while (at + run < count && code[row * count + at + run] === "1") run++;
      path += `M${at + QUIET} ${row + QUIET}h${run}v1h-${run}z`;
      at += run;
    }
  }
  page.drawSvgPath(path, { x, y, scale: module, color: BLACK, borderWidth: 0 });
}

function number(page, paper, letters, words, at, all) {
  const text = letters.settable(words.replace("{n}", at).replace("{all}", all));
  const x = (paper.width - letters.width(text, paper.small)) / 2;
  page.drawText(text, { x, y: paper.bottom / 2, size: paper.small, font: letters.font, color: rgb(...GREY) });
}
