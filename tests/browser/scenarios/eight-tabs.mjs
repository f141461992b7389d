// Eight tabs of the real page follow one dossier: one of them has the stream, all show what comes, and when that tab
// is closed another one takes over. The log is watched by two witnesses, whom the page believes by itself.
import assert from 'node:assert/strict';
import { choosePlain, desktop, PROOF, smallPdf, toPapers } from '../lib/filing.mjs';

export const name = 'eight tabs have one stream, hear everything, and outlive the tab that has it; witnesses are seen';
export const ways = ['firefox'];

const TABS = 8;

export async function run(t) {
  const at = await desktop(t, { extra: ['--witnesses', 'demo'] });
  const { gateway, context, page, person, hands, paper } = at;
  await toPapers(at);
  const { name: file, bytes } = smallPdf();
  await person.attach(PROOF, [await paper(file, bytes)]);
  await person.review();
  await person.confirm();
  const number = await person.receipt();
  await choosePlain(page, `${gateway.url}/ho-so/${number}`, hands);

  const streams = new Map(); // running -> the page that has it
  const watch = (tab) => {
    tab.on('request', (request) => {
      if (request.url().endsWith('/follow') && /event-stream/.test(request.headers().accept ?? '')) streams.set(request, tab);
    });
    const ended = (request) => streams.delete(request);
    tab.on('requestfinished', ended);
    tab.on('requestfailed', ended);
    tab.on('close', () => streams.forEach((owner, request) => owner === tab && streams.delete(request)));
  };
  watch(page);
  const tabs = [page];
  while (tabs.length < TABS) {
    const tab = await context.newPage();
    watch(tab);
    tabs.push(tab);
  }
  await Promise.all(tabs.map((tab) => tab.goto(`${gateway.url}/ho-so/${number}`)));
  const all = (look) => Promise.all(tabs.map(look));
  await all((tab) => tab.getByText('Đang theo dõi trực tiếp').waitFor({ timeout: 60_000 }));
  assert.equal(streams.size, 1, 'one stream for all of them');

  const shows = (words) => all((tab) => tab.getByText(words).first().waitFor({ timeout: 30_000 }));
  await gateway.desk('99901', 'post', '--number', number, '--state', 'received', '--message', 'Lời thứ nhất');
  await shows('Lời thứ nhất');
  assert.equal(streams.size, 1);
  await shows(/các bên độc lập/);

  const [leader] = streams.values();
  await leader.close();
  tabs.splice(tabs.indexOf(leader), 1);
  await gateway.desk('99901', 'post', '--number', number, '--state', 'supplement-wanted', '--message', 'Lời thứ hai');
  await shows('Lời thứ hai');
  for (let tries = 100; streams.size !== 1 && tries > 0; tries--) await tabs[0].waitForTimeout(100);
  assert.equal(streams.size, 1, 'another tab has it now');
  t.note(`${tabs.length} tabs left, one stream`);

  // Without a line, and opened anew: what is shown is true up to when the gateway was heard.
  t.page = tabs[0];
  for (const tab of tabs.slice(1)) await tab.close();
  await gateway.down();
  const lost = tabs[0].getByText('Mất kết nối');
  await lost.waitFor({ timeout: 30_000 });
  await tabs[0].getByText(/Thông tin đúng đến \d/).waitFor();
  assert.equal(await tabs[0].getByText('Lời thứ hai').first().isVisible(), true, 'the last that was proven stays');
}
