// What the device has of a draft: read as the page itself would, so the test sees what C++ was told.
import assert from 'node:assert/strict';

/** The saved draft of the page in the address, or null. */
export function savedDraft(page) {
  return page.evaluate(async () => {
    const id = location.pathname.split('/')[2];
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const database = await done(indexedDB.open('motcua'));
    const get = (store, key) => done(database.transaction(store).objectStore(store).get(key));
    const record = await get('drafts', id);
    const key = await get('keys', 'drafts');
    database.close();
    if (!record) return null;
    const additionalData = new TextEncoder().encode(id);
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: record.iv, additionalData }, key, record.data);
    return JSON.parse(new TextDecoder().decode(plain));
  });
}

/** Waits until the device has this answer. */
export async function savedAnswer(page, field, wanted, what) {
  let has;
  for (let i = 0; i < 100; i += 1) {
    has = (await savedDraft(page))?.values[field];
    if (has === wanted) return;
    await page.waitForTimeout(30);
  }
  assert.equal(has, wanted, what);
}
