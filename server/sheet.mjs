// Writes a sheet as PDF: node server/sheet.mjs CODE REGULAR SEMIBOLD. {sheet, roll} comes as JSON on standard
// input, the file goes to standard output. CODE is the same bundle that pages load (web/pdf/page.js).

import { readFileSync, writeSync } from "node:fs";

const [code, regular, semibold] = process.argv.slice(2).map((path) => readFileSync(path));
// As text: a bundle's name ends in .js, which Node would take for another kind of module.
const { writePdf } = await import(`data:text/javascript;base64,${code.toString("base64")}`);
const { sheet, roll } = JSON.parse(readFileSync(0, "utf8"));
const pdf = await writePdf(sheet, { regular, semibold, roll });
for (let at = 0; at < pdf.length; ) at += writeSync(1, pdf, at);
