import assert from 'node:assert/strict';
import { complaintsBut } from '../lib/browser.mjs';
import { desktop, PROOF, smallPdf, toPapers } from '../lib/filing.mjs';
import { openDossier } from '../lib/officer.mjs';

export const name = 'a device short of memory, told so again and again, loses nothing that was typed or attached';
export const ways = ['page', 'keyboard'];

export async function run(t) {
  const here = await desktop(t);
  const { gateway, browser, context, page, person, paper } = here;
  const cdp = await context.newCDPSession(page);
  const whole = await browser.newBrowserCDPSession();
  const press = (session) => session.send('Memory.simulatePressureNotification', { level: 'critical' });
  await press(cdp); // the browser knows the call
  const often = setInterval(() => { for (const session of [cdp, whole]) press(session).catch(() => {}); }, 150);
  t.cleanup(async () => clearInterval(often));
  await toPapers(here);
  const { name: file, bytes } = smallPdf();
  await person.attach(PROOF, [await paper(file, bytes)]);
  await cdp.send('HeapProfiler.collectGarbage');
  await person.review();
  await person.confirm();
  const number = await person.receipt();
  clearInterval(often);
  const dossier = await openDossier(t, gateway, '99901', number);
  assert.deepEqual(dossier.form.values, person.form.values, 'every answer arrived as it was typed');
  assert.ok(bytes.equals(await dossier.read(dossier.manifest.attachments[0].name)));
  assert.deepEqual(complaintsBut(page), [], 'the console stays empty');
}
