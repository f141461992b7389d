// Slips that a desk sends, and what comes out on paper: poppler's and zbar's tools read what was printed.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from './parts.mjs';

const run = promisify(execFile);

/** A folder that goes with the scenario. */
export async function folderOf(t) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'motcua-sheets-'));
  t.cleanup(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The slip of assets/slips without what the desk's command knows of the dossier; with changes. */
export async function slipFile(folder, form, changes = {}) {
  const slip = JSON.parse(await readFile(path.join(root, 'assets/slips', `${form}.fixture.json`), 'utf8'));
  for (const known of ['submission', 'body', 'unit', 'time', 'code']) delete slip[known];
  const file = path.join(folder, `slip-${form}.json`);
  await writeFile(file, JSON.stringify({ ...slip, ...changes }));
  return file;
}

/** {pages, width, height} of a PDF file, in millimetres; its words; and its code as a scanner reads it. */
export async function readPdf(file) {
  const { stdout: facts } = await run('pdfinfo', [file]);
  const [, width, height] = facts.match(/Page size:\s+([\d.]+) x ([\d.]+) pts/).map(Number);
  const mm = (points) => (points / 72) * 25.4;
  return {
    pages: Number(facts.match(/Pages:\s+(\d+)/)[1]),
    title: facts.match(/Title:\s+(.*)/)?.[1] ?? '',
    width: mm(width),
    height: mm(height),
    words: (await run('pdftotext', ['-layout', file, '-'])).stdout.replace(/\s+/g, ' '),
  };
}

/** The text of the first square code on a PDF's pages. */
export async function codeOnPaper(file) {
  await run('pdftoppm', ['-r', '150', '-gray', '-png', file, file]);
  const folder = path.dirname(file);
  const { stdout } = await run('sh', ['-c', `zbarimg -q --raw -Sdisable -Sqrcode.enable "$1"-*.png`, 'sh', file], { cwd: folder });
  return stdout.trim();
}
