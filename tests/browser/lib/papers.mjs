// Papers a person would attach: a small real PDF and a real JPEG, both made here.
import { writeFile } from 'node:fs/promises';

/** A one-page PDF of at least `bytes` bytes with a line of text and a correct cross-reference table. */
export function makePdf(line, bytes = 0) {
  const filler = Buffer.alloc(Math.max(0, bytes), 0x20);
  for (let i = 0; i < filler.length; i += 64) filler[i] = 0x30 + ((i * 7) % 10);
  const text = `BT /F1 24 Tf 72 720 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${filler.length} >>\nstream\n${filler.toString('latin1')}\nendstream`,
  ];
  let body = '%PDF-1.4\n';
  const offsets = [];
  objects.forEach((object, i) => {
    offsets.push(body.length);
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
  });
  const xref = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  body += offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('');
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}

/** A JPEG drawn and encoded by the browser itself. */
export async function makeJpeg(context, width = 1200, height = 900) {
  const page = await context.newPage();
  const data = await page.evaluate(async ([w, h]) => {
    const canvas = new OffscreenCanvas(w, h);
    const ink = canvas.getContext('2d');
    ink.fillStyle = '#f6f1e7';
    ink.fillRect(0, 0, w, h);
    ink.fillStyle = '#223';
    ink.font = '40px sans-serif';
    for (let i = 0; i < 14; i += 1) ink.fillText(`BẢN THỬ dòng ${i + 1}`, 60, 80 + i * 56);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, [width, height]);
  await page.close();
  return Buffer.from(data);
}

export async function writePaper(file, bytes) {
  await writeFile(file, bytes);
  return file;
}
