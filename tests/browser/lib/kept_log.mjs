// What the device of a page keeps in mind of the log.

/** The size of the newest checkpoint that is kept; 0 when there is none. */
export function keptSize(page) {
  return page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('motcua');
    const file = await folder.getFileHandle('log.json').catch(() => null);
    for (let tries = 0; file; tries += 1) {
      try {
        return JSON.parse((await (await file.getFile()).text()) || '{"kept":{"size":0}}').kept.size;
      } catch (e) {
        if (e.name !== 'NotReadableError' || tries === 20) throw e; // written anew between the two
      }
    }
    return 0;
  });
}

/** Resolves once it is that large. */
export async function keepsSize(page, least) {
  const until = Date.now() + 20_000;
  while ((await keptSize(page)) < least) {
    if (Date.now() > until) throw new Error(`this device keeps a log of ${await keptSize(page)}, not yet ${least}`);
    await page.waitForTimeout(100);
  }
}
