// web/storage.js: what was said to be saved is there after the browser was closed, and lies encrypted.
import { profile, watchedPage } from '../lib/browser.mjs';
import { holds, same, workbench } from '../lib/workbench.mjs';

export const name = 'drafts survive a closed browser, encrypted under a key no script can read';
export const ways = ['firefox'];

const SECRET = 'Nguyễn Thị Mây Trắng 999000000001';

export async function run(t) {
  const bench = await workbench(t);
  const { context, close } = await profile();
  t.cleanup(close);
  const page = await watchedPage(context);
  await page.goto(bench.url);

  const first = await page.evaluate(async (secret) => {
    const { createDrafts } = await import('/storage.js');
    const drafts = createDrafts();
    const order = [];
    const saves = [];
    for (let n = 0; n < 50; n++) {
      saves.push(drafts.save('d1', JSON.stringify({ n, secret })).then(() => order.push(n)));
    }
    saves.push(drafts.save('d2', JSON.stringify({ secret })));
    await Promise.all(saves);
    return { order: order.length, loaded: await drafts.load() };
  }, SECRET);
  same(first.order, 50, 'every save was answered');
  same(first.loaded.list.map((d) => d.id), ['d1', 'd2'], 'drafts in the store');
  same(JSON.parse(first.loaded.list[0].json).n, 49, 'the last state is the one that stays');

  await page.goto('about:blank');
  await page.goto(bench.url);
  const again = await page.evaluate(async () => (await import('/storage.js')).createDrafts().load());
  same(JSON.parse(again.list[0].json).secret, SECRET, 'text after a new start');

  const raw = await page.evaluate(async () => {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open('motcua');
      request.onsuccess = () => resolve(request.result);
    });
    const all = (store) =>
      new Promise((resolve) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
      });
    const [key] = await all('keys');
    const records = await all('drafts');
    const exported = await crypto.subtle.exportKey('raw', key).then(() => 'exported', (e) => e.name);
    const texts = records.map((r) => new TextDecoder('latin1').decode(r.data));
    // A record moved to another id, and one with a flipped bit, must both be refused.
    const store = database.transaction('drafts', 'readwrite').objectStore('drafts');
    store.put({ ...records[0], id: 'moved' });
    const flipped = new Uint8Array(records[1].data.slice(0));
    flipped[3] ^= 1;
    store.put({ ...records[1], data: flipped.buffer });
    await new Promise((resolve) => {
      store.transaction.oncomplete = resolve;
    });
    database.close();
    return { exported, extractable: key.extractable, texts, members: Object.keys(records[0]).sort() };
  });
  same(raw.exported, 'InvalidAccessError', 'the key does not come out');
  same(raw.members, ['data', 'id', 'iv'], 'members of a record');
  for (const text of raw.texts) holds(!text.includes('999000000001'), 'a record holds plain text');

  const damaged = await page.evaluate(async () => {
    const { createDrafts } = await import('/storage.js');
    const drafts = createDrafts();
    const loaded = await drafts.load();
    await drafts.remove('d1');
    const left = await drafts.load();
    await drafts.erase();
    const databases = (await indexedDB.databases()).map((d) => d.name);
    await drafts.save('new', '{}');
    return { loaded, left: left.list.map((d) => d.id), databases, after: await drafts.load() };
  });
  same(damaged.loaded.list.map((d) => d.id), ['d1'], 'drafts that still open');
  same(damaged.loaded.damaged.sort(), ['d2', 'moved'], 'drafts that no longer open');
  same(damaged.left, [], 'after removing');
  same(damaged.databases, [], 'databases after erasing');
  same(damaged.after, { list: [{ id: 'new', json: '{}' }], damaged: [] }, 'a new start after erasing');

  const refused = await page.evaluate(async () => {
    const { createDrafts } = await import('/storage.js');
    const failing = (name) => ({
      open() {
        const request = { error: new DOMException('no', name) };
        setTimeout(() => request.onerror());
        return request;
      },
    });
    const reason = (source) => createDrafts(source).save('a', '{}').catch((e) => e.reason);
    return [await reason(null), await reason(failing('InvalidStateError')), await reason(failing('QuotaExceededError')), await reason(failing('DataError'))];
  });
  same(refused, ['blocked', 'blocked', 'quota', 'other'], 'reasons');
  same(page.complaints, [], 'console');
}
