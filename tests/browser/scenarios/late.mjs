import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { complaintsBut, launch, SIZES, watchedPage, way } from '../lib/browser.mjs';
import { Gateway } from '../lib/gateway.mjs';
import { root } from '../lib/parts.mjs';

export const name = 'the first screen does without the second part of the application; what is pressed before it is there is done once it is';
export const ways = ['page', 'firefox'];

const LATE = /motcua-app-late\.[0-9a-f]+\.wasm$/;
const NOTE = /Đường truyền đang chậm/;

const LOOKS = {
  'a desk': { viewport: SIZES.desktop },
  'a phone': { viewport: SIZES.phone, deviceScaleFactor: 3, hasTouch: true },
  'a kiosk, dark': { viewport: SIZES.kioskPortrait, colorScheme: 'dark' },
  'forced colours': { viewport: SIZES.desktop, forcedColors: 'active' },
};

/** Notes which places of the table were empty when they were called. */
function noteCalls() {
  window.latePlaces = [];
  const get = WebAssembly.Table.prototype.get;
  WebAssembly.Table.prototype.get = function (place) {
    if (/boot/.test(new Error().stack)) window.latePlaces.push(place);
    return get.call(this, place);
  };
}

/** Their functions, for whoever has to find out why. */
async function calledTooEarly(page) {
  const places = await page.evaluate(() => window.latePlaces);
  const names = new Map(readFileSync(path.join(root, 'build/wasm/motcua-app.wasm.placeholders'), 'utf8').split('\n').map((line) => line.split(/:(.*)/)));
  return places.map((place) => names.get(String(place)));
}

/** A page on which the second part is asked for but never comes; `asked`: how, each time. */
async function held(t, browser, gateway, look) {
  const context = await browser.newContext({ locale: 'vi-VN', ...look });
  const page = await watchedPage(context);
  t.page = page;
  const asked = [];
  await page.route(LATE, (route) => {
    const how = route.request().resourceType();
    asked.push(how);
    if (how !== 'fetch') return route.continue(); // held, it would stop the page for good
  });
  await page.addInitScript(noteCalls);
  if (way.plain) await page.addInitScript(() => localStorage.setItem('motcua.page', '1'));
  await page.goto(gateway.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { context, page, asked };
}

async function firstScreen(t, browser, gateway, what, look) {
  const { context, page, asked } = await held(t, browser, gateway, look);
  const search = page.getByRole('searchbox');
  await search.fill('khai sinh');
  await page.getByRole('link', { name: /^Đăng ký khai sinh/ }).first().waitFor();
  await search.fill('không có việc này');
  await search.fill('');
  await page.getByRole('link').nth(1).hover();
  await page.waitForTimeout(2_500);
  assert.deepEqual(await calledTooEarly(page), [], `${what}: nothing stopped the page to fetch the rest on the spot`);
  assert.deepEqual(asked.filter((type) => type !== 'fetch'), []);
  assert.equal(asked.length, 1, `${what}: the rest is fetched in a quiet moment, once`);
  await context.close();
}

/** The network is down when somebody presses: a sentence, and the page goes on by itself. */
async function pressedTooEarly(t, browser, gateway) {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: SIZES.desktop });
  const page = await watchedPage(context);
  t.page = page;
  let down = true;
  await page.route(LATE, (route) => (down ? route.abort() : route.continue()));
  await page.goto(gateway.url);
  const search = page.getByRole('searchbox');
  await search.fill('khai sinh');
  await page.getByRole('link', { name: /^Đăng ký khai sinh/ }).first().click();
  await page.getByText(NOTE).waitFor();
  assert.equal(await search.inputValue(), 'khai sinh', 'what was typed is still there');
  down = false;
  await page.getByRole('button', { name: 'Bắt đầu điền hồ sơ' }).waitFor({ timeout: 10_000 });
  assert.equal(await page.getByText(NOTE).isVisible(), false, 'the sentence is gone');
  assert.deepEqual(complaintsBut(page, /motcua-app-late|Failed to load/), [], 'nothing else was complained of');
  await context.close();
}

/** A stand-in that is called before the second part is there brings it in the middle of the call: in Node, with the real modules. */
async function onTheSpot() {
  const script = readFileSync(path.join(root, 'web/late.js'));
  const { createLate } = await import(`data:text/javascript;base64,${script.toString('base64')}`);
  const built = (file) => path.join(root, 'build/wasm', file);
  let fetched = 0;
  const kept = { document: globalThis.document, window: globalThis.window, XMLHttpRequest: globalThis.XMLHttpRequest };
  Object.assign(globalThis, {
    window: globalThis,
    document: { querySelector: () => null },
    XMLHttpRequest: class {
      open(method, url, async) { this.url = url; assert.equal(async, false); }
      overrideMimeType(type) { assert.match(type, /x-user-defined/); }
      send() {
        fetched += 1;
        this.status = 200;
        this.responseText = readFileSync(this.url).toString('latin1');
      }
    },
  });
  try {
    const late = createLate({ url: built('motcua-app-late.wasm') });
    const { default: createApp } = await import(pathToFileURL(built('motcua-app.mjs')).href);
    let nodes = 0;
    const wasm = await createApp({
      instantiateWasm(imports, done) {
        const module = new WebAssembly.Module(readFileSync(built('motcua-app.wasm')));
        const instance = new WebAssembly.Instance(module, { ...imports, ...late.imports });
        late.begin(instance.exports);
        done(instance);
        return instance.exports;
      },
      onTree: (_, count) => { nodes = count; },
      onDirty: () => {},
      onEffect: () => {},
    });
    const give = (text) => {
      const bytes = new TextEncoder().encode(text);
      const at = wasm._ui_buf(bytes.length);
      wasm.HEAPU8.set(bytes, at);
      return bytes.length;
    };
    wasm._ui_init();
    wasm._app_text('words/vi'.length, give(`words/vi${readFileSync(path.join(root, 'assets/words/vi.json'), 'utf8')}`));
    const start = { lang: 'vi', now: '2026-11-23T02:00:00Z', ms: 0, page: true, theme: 'auto', official: [], config: { demo: true } };
    wasm._app_start(give(JSON.stringify({ ...start, path: '/kiem-tra-giay' })));
    wasm._ui_frame(0, 0);
    assert.equal(fetched, 1, 'the second part came when it was called, once');
    assert.ok(nodes > 10, `a screen of the second part is there (${nodes} nodes)`);
    let done = false;
    late.whenHere(() => { done = true; });
    assert.equal(done, true, 'nothing waits any more');
  } finally {
    Object.assign(globalThis, kept);
  }
}

export async function run(t) {
  if (way.engine === 'chromium') await onTheSpot();
  const gateway = await Gateway.start();
  t.cleanup(() => gateway.close());
  const browser = await launch();
  t.cleanup(() => browser.close());
  for (const [what, look] of Object.entries(LOOKS)) await firstScreen(t, browser, gateway, what, look);
  await pressedTooEarly(t, browser, gateway);
}
