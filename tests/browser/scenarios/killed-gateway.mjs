import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { desktop, PROOF, toPapers } from '../lib/filing.mjs';
import { openDossier } from '../lib/officer.mjs';
import { makePdf } from '../lib/papers.mjs';

export const name = 'the gateway is killed in the middle of an upload; the dossier arrives by itself, whole and once';
export const ways = ['page', 'keyboard', 'firefox'];

async function uploadedBytes(gateway) {
  const folder = path.join(gateway.data, 'uploads');
  let sum = 0;
  for (const file of await readdir(folder).catch(() => [])) sum += (await stat(path.join(folder, file)).catch(() => ({ size: 0 }))).size;
  return sum;
}

export async function run(t) {
  const here = await desktop(t);
  const { gateway, page, person, paper } = here;
  await toPapers(here);
  const big = await paper('ban-quet-day.pdf', makePdf('BAN THU', 48_000_000));
  await person.attach(PROOF, [big]);
  await person.review();
  await person.confirm();

  let reached = 0;
  for (let i = 0; i < 6_000 && reached < 4 << 20; i += 1) {
    reached = await uploadedBytes(gateway);
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
  await gateway.down('SIGKILL');
  assert.ok(reached > 0 && reached < 48_000_000, `killed in the middle: ${reached} bytes had arrived`);
  await page.getByText('Đang chờ mạng').first().waitFor({ timeout: 30_000 });
  await gateway.up();
  const number = await person.receipt(60_000);
  t.note(`killed after ${(reached / 1e6).toFixed(1)} MB; accepted as ${number}`);

  const dossier = await openDossier(t, gateway, '99901', number);
  assert.ok(big.bytes.equals(await dossier.read(dossier.manifest.attachments[0].name)), 'the paper arrived byte for byte');
  const listed = JSON.parse(await gateway.desk('99901', 'list', '--json'));
  assert.equal(listed.length, 1, 'committed once');
}
