// Effects and worker against a real gateway on another origin: filed through kills and reloads, then followed.
import { randomBytes } from 'node:crypto';
import { profile, watchedPage } from '../lib/browser.mjs';
import { Gateway } from '../lib/gateway.mjs';
import { holds, same, workbench } from '../lib/workbench.mjs';

export const name = 'a dossier is filed through a killed gateway and a reload, and its events are checked';
export const ways = ['firefox'];

const CAPABILITY = 'follow';

async function start(page, gateway) {
  const config = await (await fetch(`${gateway}/config.json`)).json();
  await page.evaluate(async ([settings, api]) => {
    const { createEffects } = await import('/effects.js');
    window.posts = [];
    window.files = [];
    window.effects = createEffects({
      post: (message) => window.posts.push(message),
      text: (as, text) => window.posts.push({ on: 'loaded', as, text }),
      filesOf: () => window.files,
      config: settings,
      api,
    });
    window.run = (effect) => window.effects.run(effect);
    window.hurry = setInterval(() => dispatchEvent(new Event('online')), 100);
  }, [config, gateway]);
}

const said = (page, on, n = 1) =>
  page
    .waitForFunction(([name, count]) => {
      const found = window.posts.filter((m) => m.on === name);
      return found.length >= count && found;
    }, [on, n], { timeout: 60_000 })
    .then((handle) => handle.jsonValue());

export async function run(t) {
  let allowed = '';
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(12 << 20)]);
  const bench = await workbench(t, { 'GET /given': (_, response) => response.end(bytes) }, { connect: () => allowed });
  const gateway = await Gateway.start(['--allow-origin', bench.url.slice(0, -1)]);
  t.cleanup(() => gateway.close());
  allowed = gateway.url;
  const { context, close } = await profile();
  t.cleanup(close);
  const page = await watchedPage(context);
  await page.goto(bench.url);
  await start(page, gateway.url);

  await page.evaluate(() => window.run({ do: 'load', path: 'api:/directory', as: 'directory' }));
  const directory = JSON.parse((await said(page, 'loaded'))[0].text);
  const unit = directory.units.find((u) => u.code === '99901');

  await page.evaluate(async () => {
    window.files = [new File([await (await fetch('/given')).blob()], 'Giấy chứng sinh.pdf')];
    window.run({ do: 'keep_files', draft: 'local1', component: 'giay-chung-sinh', node: 7 });
  });
  const [kept] = await said(page, 'file_kept');
  same([kept.draft, kept.component, kept.title, kept.size, kept.ext], ['local1', 'giay-chung-sinh', 'Giấy chứng sinh.pdf', bytes.length, 'pdf'], 'what was kept');
  const { on, now, ms, draft, ...attachment } = kept;
  holds(on && /Z$/.test(now) && ms > 0 && draft, 'every message carries its time');

  const hex = (n) => randomBytes(n).toString('hex');
  const person = { name: 'Nguyễn Văn Thử', id: '999000000001' };
  const plan = {
    root: hex(32), draft: hex(16), key: hex(16), time: now, channel: 2,
    procedure: { code: '1.001193', version: '2026-07-01' },
    form_json: JSON.stringify({ form: 'birth/1', values: {} }),
    applicant: person, submitter: person, helper: null, assurance: 'self',
    units: { list: 'demo-1', receiving: '99901', competent: '99901' },
    recipients: [unit.read], attachments: [attachment],
    notices: [{ id: 'privacy', version: 1, shown: now }], consents: [],
  };
  await page.evaluate((p) => window.run({ do: 'seal', draft: 'local1', plan: p }), plan);
  const [sealed] = await said(page, 'sealed');

  // The gateway dies while the dossier is on its way; the page is left and opened again meanwhile.
  const sending = { do: 'send', draft: 'local1', envelope: sealed.envelope, signature: sealed.signature, file: sealed.file, size: sealed.size };
  await page.evaluate((e) => window.run(e), sending);
  await page.waitForFunction(() => window.posts.some((m) => m.on === 'send_progress' && m.done > 0), null, { timeout: 60_000 });
  await gateway.down('SIGKILL');
  await page.waitForFunction(() => window.posts.some((m) => m.on === 'accepted' || (m.on === 'send_progress' && m.state === 'waiting')), null, { timeout: 60_000 });
  await page.goto('about:blank');
  await gateway.up();
  await page.goto(bench.url);
  await start(page, gateway.url);
  await page.evaluate((e) => { window.run(e); window.run(e); }, sending);
  const [accepted] = await said(page, 'accepted');
  holds(/^\d{12}$/.test(accepted.number) && accepted.proof && accepted.ack && accepted.salt && accepted.time, 'receipt');

  // Asked again (a crash before the application had saved the number), the same receipt comes.
  await page.evaluate((e) => window.run(e), sending);
  const twice = await said(page, 'accepted', 2);
  same(twice.map((a) => a.number), [accepted.number, accepted.number], 'one number');
  const left = await page.evaluate(async () => {
    const names = [];
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('motcua');
    for (const where of ['kept', 'sealed']) for await (const [name] of (await folder.getDirectoryHandle(where)).entries()) names.push(name);
    return names;
  });
  same(left, ['local1.json'], 'files left on the device');
  // Even that record may be lost: the gateway knows the envelope.
  await page.evaluate((file) => window.run({ do: 'drop_sealed', file }), sealed.file);
  await page.evaluate((e) => window.run(e), sending);
  same((await said(page, 'accepted', 3))[2].number, accepted.number, 'the number after everything was lost here');

  // Following: the officer answers with a sealed message.
  await page.evaluate(([root, hexDraft]) => window.run({ do: 'keys', draft: 'local1', root, hex: hexDraft }), [plan.root, plan.draft]);
  const [keys] = await said(page, 'keys');
  const dossier = { capability: keys[CAPABILITY], number: accepted.number, body: sealed.body, root: plan.root, draft: plan.draft, last: 0 };
  await page.evaluate((d) => window.run({ do: 'follow', capabilities: [d.capability], dossiers: [d] }), dossier);
  await gateway.desk('99901', 'post', '--number', accepted.number, '--state', 'received', '--message', 'Xin mời bổ sung bản rõ hơn.');
  const [event] = await said(page, 'event');
  same([event.number, event.sequence, event.status, event.state, event.verified, event.message_text], [accepted.number, 1, 2, 'received', true, 'Xin mời bổ sung bản rõ hơn.'], 'the event');
  await gateway.desk('99901', 'post', '--number', accepted.number, '--state', 'in-process');
  same((await said(page, 'event', 2))[1].state, 'in-process', 'the next event');
  // It had no envelope, as one from a sheet: which units may speak was learnt from what the applicant had signed.
  const [filed] = await said(page, 'filed');
  same([filed.envelope, filed.proof, filed.time], [sealed.envelope, accepted.proof, accepted.time], 'what it was filed with');

  // Nothing that was altered passes.
  const refusals = await page.evaluate(async ([e, d, dir, f]) => {
    const { createWorkerClient } = await import('/worker_client.js');
    const worker = createWorkerClient();
    const keyOf = Object.fromEntries(dir.units.map((u) => [u.code, u.sign]));
    const utf8 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
    const good = { note: utf8(e.note), proof: e.proof, number: d.number, body: d.body, keys: keyOf, history: [], log: dir.log.key };
    const ask = (changes) => worker.call('verify_event', { ...good, ...changes }).then(() => 'passed', (x) => x.code);
    return {
      good: await ask({}),
      state: await ask({ note: utf8(e.note.replace('state: received', 'state: refused')) }),
      body: await ask({ body: '0'.repeat(64) }),
      number: await ask({ number: '000000000000' }),
      again: await ask({ history: [{ sequence: 1, status: 2, state: 'received' }] }),
      unit: await ask({ keys: { 99901: dir.units.find((u) => u.code !== '99901').sign } }),
      proof: await ask({ proof: e.proof.replace(/^index \d+/m, 'index 0') }),
      log: await ask({ log: dir.units[0].sign }),
      stranger: await worker.call('filed', { ...d, root: '0'.repeat(64), log: dir.log.key, ...f }).then(() => 'passed', (x) => x.code),
      other: await worker.call('filed', { ...d, ...f, body: '0'.repeat(64), log: dir.log.key }).then(() => 'passed', (x) => x.code),
      unlogged: await worker.call('filed', { ...d, ...f, proof: e.proof, log: dir.log.key }).then(() => 'passed', (x) => x.code),
      unacknowledged: await worker.call('filed', { ...d, ...f, number: '000000000000', log: dir.log.key }).then(() => 'passed', (x) => x.code),
      filed: await worker.call('filed', { ...d, ...f, log: dir.log.key }).then(({ units }) => units.join(), (x) => x.code),
      old: await worker.call('directory', { note: dir.text, roots: [] }).then(() => 'passed', (x) => x.code),
    };
  }, [event, dossier, directory, filed]);
  same([refusals.good, refusals.filed], ['passed', '99901,99901'], 'the event and the envelope as they are');
  const passed = Object.entries(refusals).filter(([what, code]) => what !== 'good' && code === 'passed');
  same(passed, [], 'what should have been refused');
  same((await page.evaluate(() => window.posts)).filter((m) => /failed|refused/.test(m.on)), [], 'failures');

  const known = page.complaints.filter((line) => !/Failed to load resource|ERR_CONNECTION/.test(line));
  same(known, [], 'console');
}
