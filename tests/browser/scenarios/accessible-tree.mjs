import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { way } from '../lib/browser.mjs';
import { root } from '../lib/parts.mjs';
import { tour } from '../lib/tour.mjs';

export const name = 'assistive technology reads every screen as recorded, in both languages and modes';
export const ways = ['firefox'];

const FOLDER = path.join(root, 'tests/browser/snapshots');

/** In Vietnam, as pages write it. */
const today = (language, month) =>
  new Intl.DateTimeFormat(language, { timeZone: 'Asia/Ho_Chi_Minh', day: month === 'long' ? 'numeric' : month, month, year: 'numeric' }).format(new Date());

/** Numbers and times of this run go; what is left is the same every time. */
const steady = (text) => `${text
  .replace(/\d{4} \d{4} \d{4}/g, '<number>')
  .replace(/\/(nop|ho-so)\/[0-9a-f]{12,16}/g, '/$1/<draft>')
  .replace(/\d{1,2}:\d\d, (\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2} [A-Z][a-z]+ \d{4})/g, '<moment>')
  .replace(/MOTCUA-ROOT-1[A-Z0-9]+/g, '<root>')
  .replace(/[a-z0-9]{4}(-[a-z0-9]{4}){4}-[a-z0-9]{6}/g, '<passphrase>')
  .replace(/RW[A-Za-z0-9+/]{54}/g, '<signing key>')
  .replace(/(GIU-KIN-|-m )\d{12}/g, '$1<number>')
  .replace(/(paragraph: )\d{3} \d{3}$/gm, '$1<code>')
  .replace(new RegExp(`(definition: )(${today('en-GB', 'long')}|${today('vi-VN', '2-digit')})$`, 'gm'), '$1<today>')
  .replace(/đến \d{1,2}:\d\d|until \d{1,2}:\d\d/g, '<until>')
  .replace(/lúc \d{1,2}:\d\d|at \d{1,2}:\d\d/g, '<clock>')
  .replace(/\d+(,\d)? [KM]B/g, '<size>')}\n`;

/** The tree once it has stood still: a sentence that is on its way out belongs to no screen. */
async function settled(page) {
  const read = async () => steady(await page.locator('#mirror').ariaSnapshot());
  for (let before = await read(), tries = 0; ; tries += 1) {
    await page.waitForTimeout(200);
    const now = await read();
    if (now === before || tries === 20) return now;
    before = now;
  }
}

/** A browser that begins in page mode offers the other one: that button alone may differ. */
const painted = (text) => text.replaceAll('Xem trang thường', 'Xem trang đơn giản').replaceAll('Show the usual page', 'Show the plain page');

async function compare(file, text, changed) {
  const seen = way.engine === 'firefox' ? painted(text) : text;
  const known = await readFile(path.join(FOLDER, file), 'utf8').catch(() => '');
  if (known === seen) return;
  if (process.env.MOTCUA_RECORD) {
    await mkdir(path.dirname(path.join(FOLDER, file)), { recursive: true });
    await writeFile(path.join(FOLDER, file), seen);
    return;
  }
  const before = new Set(known.split('\n'));
  const after = new Set(seen.split('\n'));
  changed.push(`${file}:`, ...[...before].filter((l) => !after.has(l)).map((l) => `  - ${l}`), ...[...after].filter((l) => !before.has(l)).map((l) => `  + ${l}`));
}

export async function run(t) {
  const changed = [];
  let trees = 0;
  await tour(t, async (screen, page) => {
    for (const lang of ['vi', 'en']) {
      const label = lang === 'vi' ? 'Tiếng Việt' : 'English';
      if ((await page.locator('html').getAttribute('lang')) !== lang) {
        await page.getByRole('button', { name: label }).click();
        await page.waitForFunction((l) => document.documentElement.lang === l, lang);
        await page.locator('h1').first().waitFor();
      }
      // What is still on its way is no screen yet.
      await page.getByText(/^(Đang mở, xin chờ|Opening, one moment)/).waitFor({ state: 'detached' });
      const seen = await settled(page);
      await compare(`${screen}.${lang}.txt`, seen, changed);
      trees += 1;
      if (lang === 'en' && way.engine === 'chromium') {
        await page.emulateMedia({ forcedColors: 'active' });
        assert.equal(await settled(page), seen, `${screen}: page mode says the same as overlay mode`);
        await page.emulateMedia({ forcedColors: 'none' });
      }
      if (lang === 'en') {
        await page.getByRole('button', { name: 'Tiếng Việt' }).click();
        await page.waitForFunction(() => document.documentElement.lang === 'vi');
      }
    }
  });
  t.note(`${trees} trees; MOTCUA_RECORD=1 records what has changed`);
  assert.deepEqual(changed, [], 'the trees are as recorded');
}
