// A person's page beside the load of tests/bench/live: a real Chromium takes dossiers over by their recovery
// codes and follows them. Talks in lines of JSON with whoever starts it:
//   in   {"url", "codes": [text for the QR of a sheet…]}, then {"show": index} …, {"end": true}
//   out  {"ready": true}; {"shown": index}; {"painted": ms since 1970} for each frame that shows one more step
import { createInterface } from 'node:readline';
import { launch, SIZES, watchedPage } from '../../browser/lib/browser.mjs';

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

/**
 * Runs before the page. A frame counts when the canvas was drawn in it and the mirror, which is of the same tree,
 * shows another number of steps than before; its time is that of its end, by the machine's clock.
 */
function watch() {
  const apart = Date.now() - (performance.timeOrigin + performance.now()); // the two clocks, now
  let drawn = false;
  let steps = 0;
  const draw = WebGL2RenderingContext.prototype.drawElements;
  WebGL2RenderingContext.prototype.drawElements = function (...args) {
    drawn = true;
    return draw.apply(this, args);
  };
  window.stepsShown = () => document.getElementById('mirror').textContent.split('đã ký, có ghi trong sổ công khai').length - 1;
  window.countFrom = () => (steps = window.stepsShown());
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (work) =>
    request((at) => {
      drawn = false;
      work(at);
      if (!drawn) return;
      const now = performance.timeOrigin + performance.now() + apart;
      const shown = window.stepsShown();
      if (shown > steps) window.painted(now, shown - steps);
      steps = shown;
    });
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const next = async () => JSON.parse((await lines.next()).value);
const { url, codes } = await next();
const browser = await launch({});
try {
  const context = await browser.newContext({ viewport: SIZES.desktop, locale: 'vi-VN' });
  const page = await watchedPage(context);
  await page.exposeFunction('painted', (at, many) => {
    for (let n = 0; n < many; n += 1) say({ painted: at });
  });
  await page.addInitScript(watch);
  for (const code of codes) {
    await page.goto(`${url}/nhan#${code.replaceAll(' ', '.')}`);
    await page.getByText('Đã nhận tờ khôi phục từ mã bạn quét').first().waitFor();
    await page.getByRole('button', { name: 'Đọc tờ khôi phục' }).click();
    await page.getByText('Đã đưa về máy này 1 hồ sơ').first().waitFor();
  }
  await page.waitForFunction(() => document.documentElement.classList.contains('overlay')); // painted, not plain
  say({ ready: true });
  for (let asked = await next(); !asked.end; asked = await next()) {
    await page.getByRole('link', { name: 'Hồ sơ của tôi' }).first().click();
    await page.getByRole('link', { name: new RegExp(asked.show.replace(/(....)(?=.)/g, '$1 ')) }).click();
    await page.getByText('Đang theo dõi trực tiếp').first().waitFor();
    await page.waitForTimeout(1_000); // what was missed meanwhile, and letters drawn ahead
    await page.evaluate(() => window.countFrom());
    say({ shown: asked.show });
  }
  if (process.env.MOTCUA_PICTURE) await page.screenshot({ path: process.env.MOTCUA_PICTURE });
  for (const complaint of page.complaints) process.stderr.write(`  the page says: ${complaint}\n`);
} finally {
  await browser.close();
  process.stdin.destroy(); // else it is waited for
}
