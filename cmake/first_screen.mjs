#!/usr/bin/env node
// Plays the first screen to an instrumented module and writes which of its functions ran: what wasm-split keeps
// in the part that is loaded first (cmake/split.cmake).
//   first_screen.mjs GLUE WHOLE PLAYED FONTS PROFILE
// GLUE is the module's ES module of glue, WHOLE the module with names, PLAYED what `wasm-split --instrument` made
// of it, FONTS the folder of the page's typeface. It does as web/boot.js and web/canvas.js: wide and painted, narrow and plain, in both
// languages and all themes, a word searched for. What lays out, paints and
// reads text counts as run as a whole, since what people type is not foreseen. A function that is missed is no
// fault, only slow: web/late.js then fetches the rest when it is called (tests/browser: late).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [glue, whole, played, fonts, profile] = process.argv.slice(2);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
// As text, since an older Node takes a .js file for CommonJS.
const reader = readFileSync(path.join(root, 'web/mirror/node.js'));
const { KIND, PackedTree } = await import(`data:text/javascript;base64,${reader.toString('base64')}`);

const THEMES = [1, 2, 0];
// What a first screen lives in, whatever is typed there: its painter, its texts, and the library under them.
const KEPT = [/^motcua::(ui|text|browser)::/, /^Im[A-Z]/, /^stb/];
// Of the library's functions for our own types the small ones: where two are the same, one stays, under either name.
const LIBRARY = /\bstd::/;
const OURS = /motcua|nlohmann/;
const SMALL = 96; // bytes
const BAKED = 400; // letters
const DEPTH = { tree: 0, layout: 1, paint: 2 };
const ROOM = 1 << 20; // bytes for the profile

/** A WebGL2 context that takes everything and draws nothing. */
function blindContext() {
  const answers = {
    getParameter: () => 8192,
    getShaderParameter: () => true,
    getProgramParameter: () => true,
    getSupportedExtensions: () => [],
    getExtension: () => null,
    getShaderInfoLog: () => '',
    getProgramInfoLog: () => '',
    isContextLost: () => false,
  };
  const known = (name) => answers[name] ?? (/^(create|get)/.test(name) ? () => ({}) : () => 0);
  return new Proxy({}, { get: (own, name) => own[name] ?? (/^[A-Z]/.test(String(name)) ? 1 : known(String(name))) });
}

const canvas = { width: 300, height: 150, getContext: blindContext };
globalThis.window = globalThis;
globalThis.document = { querySelector: () => canvas };
globalThis.WebGLRenderingContext = class {};
globalThis.WebGL2RenderingContext = class {};

/** One visit on a fresh instance; returns the profile. */
async function visit(createApp, compiled, { lang, page, width, dpr }) {
  let made;
  const effects = [];
  let tree = [];
  const wasm = await createApp({
    instantiateWasm(imports, done) {
      made = new WebAssembly.Instance(compiled, imports);
      done(made);
      return made.exports;
    },
    onTree: (...packed) => {
      const seen = new PackedTree(wasm.HEAPU8.buffer, ...packed);
      tree = Array.from({ length: seen.count }, (_, i) => seen.node(i));
    },
    onDirty: () => {},
    onEffect: (text) => effects.push(JSON.parse(text)),
  });
  const give = (bytes) => {
    const data = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    const at = wasm._ui_buf(data.length);
    wasm.HEAPU8.set(data, at);
    return data.length;
  };
  const text = (as, file) => {
    const size = give(as + JSON.stringify(JSON.parse(readFileSync(path.join(root, file), 'utf8'))));
    wasm._app_text(new TextEncoder().encode(as).length, size);
  };
  const time = { now: '2026-11-23T02:00:00Z', ms: Date.UTC(2026, 10, 23, 2) };
  const post = (message) => wasm._app_message(give(JSON.stringify({ ...message, ...time })));
  const frame = (depth) => wasm._ui_frame(0, page ? DEPTH.tree : depth);
  const act = (id, kind, value = '') => {
    wasm._ui_action(id, kind, give(value));
    frame(DEPTH.layout);
    frame(DEPTH.paint);
  };
  const find = (role) => tree.find((node) => node.role === role);

  wasm._ui_init();
  wasm._ui_theme(0);
  for (const [which, name] of ['regular', 'semibold'].entries()) {
    if (!wasm._ui_font(which, give(readFileSync(path.join(fonts, `${name}.ttf`))))) throw new Error(`no typeface ${name}`);
  }
  if (!page && !wasm._ui_paint_start()) throw new Error('the painter does not start');
  text(`words/${lang}`, `assets/words/${lang}.json`);
  text('procedures/index', 'assets/procedures/index.json');
  wasm._app_start(give(JSON.stringify({
    lang, path: '/', ...time, page, theme: 'auto', official: ['1.000001'], config: { demo: true, api: '/', roots: ['root-1'], version: '0' },
  })));
  wasm._ui_canvas_limit();
  wasm._ui_resize(width, 1800, 900, dpr, 16);
  frame(DEPTH.paint);
  if (tree.length < 10) throw new Error('the first screen is empty');
  if (effects.some((e) => e.do === 'load_drafts')) post({ on: 'drafts', list: [], damaged: [] });
  frame(DEPTH.paint);
  for (const theme of page ? [] : THEMES) {
    wasm._ui_theme(theme);
    frame(DEPTH.paint);
  }
  for (let i = 0; i < BAKED && !page; i += 1) wasm._ui_bake(1);
  wasm._ui_paintable();
  const link = find('link');
  act(link.id, KIND.hover);
  act(link.id, KIND.unhover);
  const search = find('searchbox');
  if (!search) throw new Error('the first screen has no search');
  act(search.id, KIND.focus, '1');
  for (const typed of ['k', 'kh', 'khai sinh', 'khai sin', 'zzz', '']) act(search.id, KIND.input, typed);
  act(search.id, KIND.blur);
  wasm._ui_resize(width - 20, 1800, 900, 1.5, 20);
  wasm._ui_touch();
  frame(DEPTH.layout);
  frame(DEPTH.paint);
  if (!page) wasm._ui_paint_stop();
  frame(DEPTH.tree);

  const at = wasm._malloc(ROOM);
  const size = made.exports.__write_profile(at, ROOM);
  if (size > ROOM) throw new Error(`the profile has ${size} bytes; there is room for ${ROOM}`);
  return wasm.HEAPU8.slice(at, at + size);
}

/** Reads the numbers and texts of a module's bytes. */
class Bytes {
  constructor(bytes, at = 0) { Object.assign(this, { bytes, at }); }
  get more() { return this.at < this.bytes.length; }
  byte() { return this.bytes[this.at++]; }
  number() {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }
  skip(size) { this.at += size; }
  text() {
    const size = this.number();
    this.skip(size);
    return new TextDecoder().decode(this.bytes.subarray(this.at - size, this.at));
  }
  /** Goes to the section of this number: it and its size stand before each. */
  find(wanted) {
    while (this.more) {
      const found = this.byte();
      const size = this.number();
      if (found === wanted) return this;
      this.skip(size);
    }
    throw new Error(`the module has no section ${wanted}`);
  }
}

/** [name, bytes] of a module's own functions, in their order. */
function functions(bytes) {
  const module = new WebAssembly.Module(bytes);
  const imported = WebAssembly.Module.imports(module).filter((one) => one.kind === 'function').length;
  const section = new Uint8Array(WebAssembly.Module.customSections(module, 'name')[0]);
  const named = new Bytes(section).find(1);
  const names = new Map(Array.from({ length: named.number() }, () => [named.number(), named.text()]));
  const code = new Bytes(bytes, 8).find(10);
  return Array.from({ length: code.number() }, (_, i) => {
    const size = code.number();
    code.skip(size);
    return [plain(names.get(imported + i) ?? ''), size];
  });
}

const plain = (name) => name.replace(/\\([0-9a-f]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));

/** Marks what is kept although it did not run. */
function keep(ran, list) {
  const view = new DataView(ran.buffer);
  if (ran.length !== 8 + 4 * list.length) throw new Error(`${list.length} functions, but a profile of ${ran.length} bytes`);
  list.forEach(([name, size], i) => {
    const kept = KEPT.some((room) => room.test(name)) || (LIBRARY.test(name) && (size <= SMALL || !OURS.test(name)));
    if (kept && !view.getUint32(8 + 4 * i, true)) view.setUint32(8 + 4 * i, 1, true);
  });
}

/** A profile: 8 bytes that name the module, then for each function when it first ran, 0 for never. */
function both(a, b) {
  const out = a.slice();
  const [one, other] = [new DataView(out.buffer), new DataView(b.buffer, b.byteOffset)];
  for (let i = 8; i < out.length; i += 4) {
    if (!one.getUint32(i, true)) one.setUint32(i, other.getUint32(i, true), true);
  }
  return out;
}

async function main() {
  const { default: createApp } = await import(pathToFileURL(path.resolve(glue)).href);
  const compiled = new WebAssembly.Module(readFileSync(played));
  let ran = null;
  for (const way of [
    { lang: 'vi', page: false, width: 1280, dpr: 1 },
    { lang: 'en', page: false, width: 390, dpr: 2 },
    { lang: 'vi', page: true, width: 390, dpr: 2 },
  ]) {
    const seen = await visit(createApp, compiled, way);
    ran = ran ? both(ran, seen) : seen;
  }
  keep(ran, functions(readFileSync(whole)));
  writeFileSync(profile, ran);
}

main().catch((e) => {
  console.error(`first screen: ${e.message}`);
  process.exit(1);
});
