// A file that the page hands to the browser.
import { way } from './browser.mjs';

/** What one press downloads: {name, path}; `paper` writes a file to the disk, as in filing.mjs. */
export async function download(page, press, paper) {
  if (way.engine === 'firefox') return overheard(page, press, paper);
  const coming = page.waitForEvent('download');
  await press();
  const file = await coming;
  return { name: file.suggestedFilename(), path: await file.path() };
}

/** Firefox's driver does not tell of downloads: what the page hands to the browser is written down there. */
async function overheard(page, press, paper) {
  await page.evaluate(() => {
    window.handed = null;
    let blob = null;
    URL.createObjectURL = (one) => {
      blob = one;
      return 'blob:';
    };
    HTMLAnchorElement.prototype.click = async function click() {
      window.handed = { name: this.download, text: await blob.text() };
    };
  });
  await press();
  const { name, text } = await (await page.waitForFunction(() => window.handed)).jsonValue();
  return { name, path: (await paper(name, Buffer.from(text))).path };
}
