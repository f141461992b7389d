// The browser and the desk judge alike: a thousand dossiers, good and bad, of every procedure are judged by
// the core in a page, and, sealed, by `motcua check`.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { launch } from '../lib/browser.mjs';
import { root } from '../lib/parts.mjs';
import { workbench } from '../lib/workbench.mjs';

export const name = 'a thousand dossiers, good and bad: the browser and motcua check find the same, defect for defect';

const MANY = 1000;
const TODAY = '2026-11-22';

/** The same numbers in every run (mulberry32). */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return Math.floor(((x ^ (x >>> 14)) >>> 0) / 4294967296 * below);
  };
}

const BAD_TEXT = ['', ' ', 'x', 'a'.repeat(3000), 'Tên\u200bẩn', '12345', '\u0e01', 'Nguye\u0302\u0303n', '0162 123 4567', 'a@b', 'hai\nhàng'];
const BAD_DATE = ['', '2031-02-30', '1700-01-01', '2027-01-01', '1961', '2026-11', 'hôm qua', '2026-11-22', '1900-01-01'];
const BAD_ID = ['', '012345678', '99919600001', '999096000012', '999318000019', '9991960000123', '999196000012~~A~01011996~Nam'];

function worse(pick, field, options) {
  const kind = field.type;
  if (pick(6) === 0) return [true, 7, 'zzz', ['a', 'b']][pick(4)];
  if (kind === 'date') return BAD_DATE[pick(BAD_DATE.length)];
  if (kind === 'personal-id') return BAD_ID[pick(BAD_ID.length)];
  if (kind === 'number') return [-1, 0, 1, 100000, 'hai'][pick(5)];
  if (kind === 'checkbox') return pick(2) === 1;
  if (options) return options[pick(options.length)].value;
  return BAD_TEXT[pick(BAD_TEXT.length)];
}

/** One dossier: as the fixture has it, with up to six things changed. */
function dossier(pick, { schema, values, procedure }) {
  const fields = schema.steps.flatMap((s) => s.groups).flatMap((g) => g.fields);
  const made = { ...values };
  for (let n = pick(7); n > 0; n -= 1) {
    const field = fields[pick(fields.length)];
    const options = field.options ?? schema.lists?.[field.options_from ?? field.type];
    const what = pick(8);
    if (what === 0) delete made[field.id];
    else if (what === 1) made[`la-${pick(9)}`] = 'không ai hỏi';
    else made[field.id] = worse(pick, field, options);
  }
  const ids = procedure.components.map((c) => c.id);
  const attached = ids.filter(() => pick(3) > 0);
  if (pick(10) === 0) attached.push('giay-la');
  return { procedure: procedure.code, version: procedure.version, form: schema.id, values: made, attached };
}

async function catalogue() {
  const read = async (...parts) => JSON.parse(await readFile(path.join(root, 'assets', ...parts), 'utf8'));
  const found = [];
  for (const file of await readdir(path.join(root, 'assets/procedures'))) {
    if (!/^\d[^@]*\.json$/.test(file)) continue;
    const procedure = await read('procedures', file);
    const form = procedure.form.split('/')[0];
    found.push({ procedure, schema: await read('forms', `${form}.json`), values: (await read('forms', `${form}.fixture.json`)).values });
  }
  return found;
}

export async function run(t) {
  const every = await catalogue();
  const pick = random(20261122);
  const cases = Array.from({ length: MANY }, (_, n) => dossier(pick, every[n % every.length]));

  const desk = spawnSync('/usr/bin/python3', [path.join(root, 'tests/interop/agree.py')], {
    input: cases.map((c) => JSON.stringify(c)).join('\n') + '\n', maxBuffer: 64 << 20, encoding: 'utf8',
  });
  assert.equal(desk.status, 0, desk.stderr);
  const there = desk.stdout.trim().split('\n').map((line) => JSON.parse(line));

  const bench = await workbench(t);
  const browser = await launch();
  t.cleanup(() => browser.close());
  const page = await browser.newPage();
  await page.goto(bench.url);
  const here = await page.evaluate(async ({ cases, every, today }) => {
    const { startCore } = await import('/worker/core.js');
    const core = await startCore({ simd: '/motcua-worker.simd.wasm', scalar: '/motcua-worker.scalar.wasm' });
    const of = Object.fromEntries(every.map((each) => [each.procedure.code, each]));
    return cases.map(({ procedure, values, attached }) =>
      core.json('judge', { form: of[procedure].schema, procedure: of[procedure].procedure, values, attached, today })
        .defects.map((d) => [d.severity, d.field, d.code]).sort());
  }, { cases, every, today: TODAY });

  const sorted = (list) => [...list].map((d) => d.join(' ')).sort();
  let wrong = 0;
  for (const [n, mine] of here.entries()) {
    const [a, b] = [sorted(mine), sorted(there[n])];
    if (JSON.stringify(a) === JSON.stringify(b)) continue;
    wrong += 1;
    if (wrong < 4) console.log(`    ${JSON.stringify(cases[n])}\n    browser: ${a.join(', ')}\n    desk:    ${b.join(', ')}`);
  }
  const errors = here.filter((list) => list.some(([severity]) => severity === 'error')).length;
  const codes = new Set(here.flat().map(([, , code]) => code));
  assert.equal(wrong, 0, `${wrong} of ${MANY} dossiers are judged differently`);
  assert.equal(there.length, MANY);
  assert.ok(errors > MANY / 4 && errors < MANY, `${errors} of ${MANY} have errors: the cases say little`);
  console.log(`    ${MANY} dossiers of ${every.length} procedures, ${errors} with errors, ${codes.size} kinds of defects`);
}
