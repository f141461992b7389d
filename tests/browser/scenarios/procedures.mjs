// Every procedure of the catalogue is found, filled from its fixture, given its papers and filed.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Citizen } from '../lib/citizen.mjs';
import { desktop, smallPdf } from '../lib/filing.mjs';
import { loadForm } from '../lib/form.mjs';
import { root } from '../lib/parts.mjs';

export const name = 'every procedure is filled from its fixture and filed';
export const ways = ['firefox'];

async function procedures() {
  const folder = path.join(root, 'assets/procedures');
  const files = (await readdir(folder)).filter((f) => /^\d[^@]*\.json$/.test(f));
  return Promise.all(files.sort().map(async (f) => JSON.parse(await readFile(path.join(folder, f), 'utf8'))));
}

/** One file for every paper that is asked for. */
async function bringPapers({ page, hands, person, paper }) {
  const boxes = page.locator('input[type=file]');
  const many = await boxes.count();
  for (let n = 0; n < many; n += 1) {
    const file = await paper(`giay-${n + 1}.pdf`, smallPdf().bytes);
    await hands.attach(boxes.nth(n), [file.path]);
    await person.button(`Bỏ “${file.name}”`).waitFor({ timeout: 60_000 });
  }
  return many;
}

export async function run(t) {
  const here = await desktop(t);
  const { gateway, page, hands } = here;
  const every = await procedures();
  const numbers = new Set();
  for (const procedure of every) {
    const form = await loadForm(procedure.form.split('/')[0]);
    const person = new Citizen(page, hands, form);
    await person.start(gateway.url, procedure.name.vi, procedure.name.vi);
    await person.fill();
    const papers = await bringPapers({ ...here, person });
    await person.review();
    await person.confirm();
    const number = await person.receipt();
    numbers.add(number);
    console.log(`    ${procedure.code} ${procedure.name.vi}: ${papers} papers, ${number}`);
  }
  assert.equal(numbers.size, every.length);
  assert.equal(every.length, 8);
}
