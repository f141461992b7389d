// A gateway whose log is forked between two dossiers of one person: the receipt of the second tells, before any
// dossier is followed.
import assert from 'node:assert/strict';
import { cp, rm } from 'node:fs/promises';
import { desktop, PROOF, smallPdf, toPapers } from '../lib/filing.mjs';
import { keepsSize } from '../lib/kept_log.mjs';

export const name = 'a receipt from a log that was forked is told';
export const ways = ['firefox'];

/** A birth is filed. -> the receipt's number */
async function file(citizen) {
  await toPapers(citizen);
  const { name: paper, bytes } = smallPdf();
  await citizen.person.attach(PROOF, [await citizen.paper(paper, bytes)]);
  await citizen.person.review();
  await citizen.person.confirm();
  return citizen.person.receipt();
}

export async function run(t) {
  const citizen = await desktop(t);
  const { gateway, context, page } = citizen;
  await context.route('**/follow', (route) => route.abort()); // what the stream would tell does not count here
  const copy = `${gateway.data}-before`;
  t.cleanup(() => rm(copy, { recursive: true, force: true }));
  await gateway.down();
  await cp(gateway.data, copy, { recursive: true });
  await gateway.up();

  const first = await file(citizen);
  await keepsSize(page, 1); // the receipt's
  await gateway.down();
  await rm(gateway.data, { recursive: true });
  await cp(copy, gateway.data, { recursive: true });
  await gateway.up();
  const second = await file(citizen);
  assert.notEqual(second, first);
  await page.goto(`${gateway.url}/ho-so/${second}`);
  await page.getByText('Mã kiểm tra: fork', { exact: true }).waitFor();
}
