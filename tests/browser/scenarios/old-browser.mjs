import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { launch, SIZES, watchedPage } from '../lib/browser.mjs';
import { Citizen } from '../lib/citizen.mjs';
import { PROOF, smallPdf } from '../lib/filing.mjs';
import { loadForm } from '../lib/form.mjs';
import { Gateway } from '../lib/gateway.mjs';
import { mouse } from '../lib/hands.mjs';
import { writePaper } from '../lib/papers.mjs';
import { root } from '../lib/parts.mjs';

export const name = 'an old browser does the job without SIMD or WebGL2, and else reads a sentence';

const withoutWebGl2 = () => {
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
    return kind === 'webgl2' ? null : get.call(this, kind, ...more);
  };
};

/** Each makes a browser in which the application cannot start. */
const HOPELESS = {
  'no WebAssembly': (page) => page.addInitScript(() => { delete globalThis.WebAssembly; }),
  'WebAssembly that cannot stream': (page) => page.addInitScript(() => { delete WebAssembly.compileStreaming; }),
  'a syntax it does not know': (page) => page.route(/\/boot\.[0-9a-f]+\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: 'let a = b ???? c;' })),
  'a script that does not arrive': (page) => page.route(/\/boot\.[0-9a-f]+\.js$/, (route) => route.abort()),
  'a module that does not arrive': (page) => page.route(/motcua-app\.[0-9a-f]+\.wasm$/, (route) => route.fulfill({ status: 404 })),
};

async function visit(t, gateway, { args = [], init } = {}) {
  const browser = await launch({ args });
  t.cleanup(() => browser.close());
  const context = await browser.newContext({ viewport: SIZES.desktop, locale: 'vi-VN' });
  const page = await watchedPage(context);
  t.page = page;
  if (init) await page.addInitScript(init);
  return { browser, context, page, person: new Citizen(page, mouse, await loadForm('birth')) };
}

async function file(gateway, person) {
  await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/);
  await person.fill();
  const { name: title, bytes } = smallPdf();
  await person.attach(PROOF, [{ name: title, path: await writePaper(path.join(gateway.data, title), bytes) }]);
  await person.review();
  await person.confirm();
  return person.receipt();
}

export async function run(t) {
  const gateway = await Gateway.start();
  t.cleanup(() => gateway.close());

  // A processor without the instructions that WebAssembly's SIMD needs.
  const plain = await visit(t, gateway, { args: ['--js-flags=--no-enable-sse4-1 --no-enable-ssse3'] });
  await plain.page.goto(gateway.url);
  const simd = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
  assert.equal(await plain.page.evaluate((bytes) => WebAssembly.validate(new Uint8Array(bytes)), simd), false, 'there is no SIMD');
  await file(gateway, plain.person);
  const [worker] = plain.page.workers();
  const loaded = await worker.evaluate(() => performance.getEntriesByType('resource').map(({ name: url }) => url));
  const { files } = JSON.parse(await readFile(path.join(root, 'build/web/sizes.json'), 'utf8'));
  const scalar = files.find(({ key }) => key === 'web/motcua-worker.scalar.wasm').url;
  assert.ok(loaded.some((url) => url.endsWith(scalar)), `the scalar module was taken: ${loaded}`);
  await plain.browser.close();

  const flat = await visit(t, gateway, { init: withoutWebGl2 });
  await file(gateway, flat.person);
  assert.ok(await flat.page.evaluate(() => document.documentElement.classList.contains('page')), 'page mode carries it');
  assert.deepEqual(flat.page.complaints, [], 'and nobody complains');

  for (const [what, make] of Object.entries(HOPELESS)) {
    const page = await flat.context.newPage();
    await make(page);
    await page.goto(gateway.url);
    await page.getByRole('heading', { name: 'Trang chưa mở được' }).waitFor({ timeout: 10_000 }).catch((e) => assert.fail(`${what}: ${e.message}`));
    await page.getByText('Hãy tải lại trang').waitFor();
    await page.close();
  }
}
