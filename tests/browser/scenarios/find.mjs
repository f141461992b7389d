import assert from 'node:assert/strict';
import { desktop, goPlain, modes } from '../lib/filing.mjs';

export const name = 'the browser finds words on the page, scrolls to them and shows them, in both modes';
export const ways = ['firefox'];

export async function run(t) {
  const { gateway, page, person, hands } = await desktop(t);
  await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/);
  await person.title('Em bé');
  for (const plain of modes()) {
    if (plain) await goPlain(page, hands);
    for (const words of ['Quê quán của bé', 'thường theo quê của cha', 'Nơi sinh và quê quán']) {
      await page.evaluate(() => { scrollTo(0, 0); getSelection().removeAllRanges(); });
      const found = await page.evaluate((text) => window.find(text, true), words);
      assert.ok(found, `"${words}" is found`);
      await page.waitForTimeout(200);
      const { x, y, width, height, selected } = await page.evaluate(() => {
        const range = getSelection().getRangeAt(0);
        return { ...range.getBoundingClientRect().toJSON(), selected: getSelection().toString() };
      });
      assert.equal(selected.normalize('NFC'), words);
      const { innerWidth, innerHeight } = await page.evaluate(() => ({ innerWidth, innerHeight }));
      assert.ok(y > 0 && y + height < innerHeight && x >= 0 && x + width <= innerWidth + 1, `"${words}" is in sight at ${x}, ${y}`);
      assert.ok(width > 30 && height > 10, `what was found has a size: ${width} x ${height}`);
      const clip = { x, y, width, height };
      const shown = await page.screenshot({ clip });
      await page.evaluate(() => getSelection().removeAllRanges());
      await page.waitForTimeout(100);
      assert.ok(!shown.equals(await page.screenshot({ clip })), `"${words}" is marked for the eye`);
    }
  }
}
