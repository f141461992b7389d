import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gallery, plain, settled, wear } from '../lib/gallery.mjs';
import { root } from '../lib/parts.mjs';
import { compare } from '../lib/pixels.mjs';

export const name = 'the gallery is what it was: its accessible tree in both modes, and its looks';

// MOTCUA_SNAPSHOTS=write tests/browser/run gallery-snapshots makes them anew; look at what changed.
const WRITE = process.env.MOTCUA_SNAPSHOTS === 'write';
const FOLDER = path.join(root, 'tests/browser/snapshots');
const MADE = path.join(root, 'build/tests/snapshots');
const MOST = 0.12; // of a block's brightness: more than smoothing, less than a missing word
const SIZE = { width: 760, height: 900 };
const SECTIONS = {
  words: 'Chữ và thông báo', presses: 'Bấm và chuyển', fields: 'Ô để điền', choices: 'Chọn',
  files: 'Tệp, trang giấy, chữ ký', reports: 'Việc đang đến đâu', data: 'Bảng và biểu đồ',
};

const before = (file, kind) => readFile(path.join(FOLDER, file), kind).catch(() => null);

async function sameTree(page, file) {
  const now = `${await page.locator('#mirror').ariaSnapshot()}\n`;
  await writeFile(path.join(MADE, file), now);
  if (WRITE) return writeFile(path.join(FOLDER, file), now);
  assert.equal(now, await before(file, 'utf8'), `${file}: compare tests/browser/snapshots with build/tests/snapshots`);
}

async function sameLooks(context, page, theme, section, title) {
  await page.evaluate((text) => {
    const heading = [...document.querySelectorAll('h2')].find((h) => h.textContent === text);
    scrollTo(0, heading.getBoundingClientRect().top + scrollY - 60);
  }, title);
  await settled(page);
  const file = `${theme}-${section}.webp`;
  const { picture, worst, sizes } = await compare(context, await page.screenshot(), WRITE ? null : await before(file));
  await writeFile(path.join(MADE, file), picture);
  if (WRITE) return writeFile(path.join(FOLDER, file), picture);
  assert.ok(worst !== undefined, `there is a picture ${file}`);
  assert.ok(worst < MOST, `${file}: a block differs by ${(worst * 100).toFixed(0)} % ${sizes ?? ''}; see build/tests/snapshots`);
}

export async function run(t) {
  await mkdir(MADE, { recursive: true });
  const { page, context } = await gallery(t, { size: SIZE });
  await sameTree(page, 'gallery.txt');
  for (const [section, title] of Object.entries(SECTIONS)) await sameLooks(context, page, 'light', section, title);
  await wear(page, 'Tối');
  await sameLooks(context, page, 'dark', 'words', SECTIONS.words);
  await sameLooks(context, page, 'dark', 'data', SECTIONS.data);
  await wear(page, 'Tương phản cao');
  await sameLooks(context, page, 'contrast', 'choices', SECTIONS.choices);
  await wear(page, 'Theo máy');
  await plain(page, true);
  await sameTree(page, 'gallery-page.txt');
  for (const section of ['words', 'data', 'files']) await sameLooks(context, page, 'page', section, SECTIONS[section]);
}
