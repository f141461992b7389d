import assert from 'node:assert/strict';
import { complaintsBut } from '../lib/browser.mjs';
import { desktop } from '../lib/filing.mjs';

export const name = 'an idle page asks for no frame in 5 s, on the first screen and with the caret in a field';
export const ways = ['page', 'keyboard', 'firefox'];

export async function run(t) {
  const { gateway, page, person } = await desktop(t);
  await page.addInitScript(() => {
    window.frames5 = 0;
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (f) => { window.frames5 += 1; return request(f); };
  });
  const idle = async (where) => {
    await page.waitForTimeout(1_500);
    await page.evaluate(() => { window.frames5 = 0; });
    await page.waitForTimeout(5_000);
    assert.equal(await page.evaluate(() => window.frames5), 0, `frames asked for ${where}`);
  };
  await page.goto(gateway.url);
  await person.title('Xin chào, bạn cần làm việc gì?');
  await idle('on the first screen');
  await page.getByRole('searchbox').fill('khai sinh');
  await idle('with a caret in the search box');
  assert.deepEqual(complaintsBut(page), [], 'no console message under the strict CSP');
}
