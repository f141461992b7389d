import assert from 'node:assert/strict';
import { gallery, plain, settled } from '../lib/gallery.mjs';

export const name = 'the gallery fits 320 px and text of twice the size, in both modes, nothing cut';
export const ways = ['firefox'];

/** Elements of page mode whose words reach beyond them, and the page's own width. */
const overflow = () => {
  const cut = [...document.querySelectorAll('#mirror .leaf')].filter((e) => {
    const style = getComputedStyle(e);
    if (style.display === 'none' || e.matches('.v-skip, .m-preview, .m-listbox, input, select, textarea')) return false;
    return e.scrollWidth > e.clientWidth + 1 && style.display !== 'inline' && style.overflowX !== 'visible';
  });
  return { sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth, cut: cut.map((e) => e.outerHTML.slice(0, 120)) };
};

export async function run(t) {
  const { page } = await gallery(t, { size: { width: 320, height: 640 } });
  assert.equal((await page.evaluate(overflow)).sideways, 0, 'overlay mode at 320 px');
  await plain(page, true);
  assert.deepEqual(await page.evaluate(overflow), { sideways: 0, cut: [] }, 'page mode at 320 px');
  // Text alone at twice the size: the painted layout gives way to the document by itself.
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await settled(page);
  assert.equal((await page.evaluate(overflow)).sideways, 0, 'page mode at 320 px, text of twice the size');
}
