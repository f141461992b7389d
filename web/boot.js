// Starts the application: fetches everything at once, shows the mirror, then the canvas.

import { createCanvas } from "./canvas.js";
import { createEffects } from "./effects.js";
import { createLate } from "./late.js";
import { createLive } from "./mirror/live.js";
import { Mirror } from "./mirror/mirror.js";
import { createMode } from "./mirror/mode.js";
import { KIND } from "./mirror/node.js";
import { useParts } from "./mirror/parts.js";
import { keysPart } from "./mirror/parts/keys.js";
import { cameraPart, showCamera } from "./mirror/parts/camera.js";
import { dialogPart } from "./mirror/parts/layers.js";
import { comboboxParts } from "./mirror/parts/combobox.js";
import { tableParts } from "./mirror/parts/table.js";
import { createTheme } from "./mirror/theme.js";

const FACE = "Be Vietnam Pro";
const LANG = "motcua.lang"; // of this tab, so that a reload keeps the language

const byId = (id) => document.getElementById(id);
const bytes = async (url) => (await good(url)).arrayBuffer();
const json = async (url) => (await good(url)).json();
const text = async (url) => (await good(url)).text();

/** Lets the browser breathe: starting is several short tasks instead of a long one. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

async function good(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

/** Something that is needed later; if it fails, whoever awaits it says so. */
function early(promise) {
  promise.catch(() => {});
  return promise;
}

const asset = "{{assets}}"; // its key -> its path
const official = Object.keys(asset).map((key) => /^assets\/official\/(.+)\.json$/.exec(key)?.[1]).filter(Boolean);
const words = { vi: "{{asset:assets/words/vi.json}}", en: "{{lazy:assets/words/en.json}}" };
const lang = Object.hasOwn(words, sessionStorage.getItem(LANG) ?? "") ? sessionStorage.getItem(LANG) : "vi";
const module = early(WebAssembly.compileStreaming(fetch("{{asset:web/motcua-app.wasm}}")));
const late = createLate({
  url: "{{lazy:web/motcua-app-late.wasm}}",
  onWait: (waits) => { byId("late").hidden = !waits; },
});
const glue = early(import("{{asset:web/motcua-app.js}}"));
const fonts = early(
  Promise.all([
    bytes("{{asset:web/fonts/regular.ttf}}"),
    bytes("{{asset:web/fonts/semibold.ttf}}"),
  ]),
);
const config = early(json("/config.json"));
const FIRST = "/"; // the path whose screen the first part of the application shows by itself
if (location.pathname !== FIRST) late.fetchAhead();
const texts = [
  early(text(words[lang]).then((text) => ["words/" + lang, text])),
  early(text("{{asset:assets/procedures/index.json}}").then((text) => ["procedures/index", text])),
];

/** Hands text to wasm: it says where to put it, since memory may grow. */
function give(wasm, text) {
  const data = new TextEncoder().encode(text);
  const at = wasm._ui_buf(data.length);
  wasm.HEAPU8.set(data, at);
  return data.length;
}

/** A loaded text and the name under which the application knows it. */
function giveText(wasm, as, text) {
  const size = give(wasm, as + text);
  wasm._app_text(new TextEncoder().encode(as).length, size);
}

// What a first screen does without the rest of the application; web/late.js lets all else wait for it.
const LOOKS = [KIND.focus, KIND.blur, KIND.hover, KIND.unhover];
const isLook = (kind) => LOOKS.includes(kind) || (kind === KIND.input && !late.waits);
const isEmptyShelf = ({ on, list, damaged, reason }) =>
  on === "drafts" && !reason && list.length + damaged.length === 0;

/** Does it now when the parts that are there can, else when all of the application is. */
const when = (now, act) => (now ? act() : late.whenHere(act));

const STILL_MS = 1_500; // a first screen that nobody has touched

/** The rest is fetched when somebody reaches for the page, or in a quiet moment. */
function fetchLate() {
  const load = () => {
    for (const sign of signs) removeEventListener(sign, load, true);
    late.load().catch(() => {}); // tried again when something waits for it
  };
  const signs = ["pointermove", "pointerdown", "keydown", "touchstart"];
  for (const sign of signs) addEventListener(sign, load, { capture: true, passive: true });
  setTimeout(load, STILL_MS);
}

/** The same two files for the canvas and for the document. False: the page does without. */
async function giveFonts(wasm) {
  const files = await fonts.catch(() => []);
  for (const [which, file] of files.entries()) {
    const at = wasm._ui_buf(file.byteLength);
    wasm.HEAPU8.set(new Uint8Array(file), at);
    if (!wasm._ui_font(which, file.byteLength)) return false;
    document.fonts.add(new FontFace(FACE, file, { weight: which ? "600 900" : "400" }));
  }
  return files.length === 2;
}

/**
 * Asks for the canvas's context while everything else is still on its way: the browser's first one
 * takes long, and wasm/browser/gl.cpp finds it there. Its attributes are those of this first call.
 */
function openContext() {
  byId("paint").getContext("webgl2", {
    alpha: false, depth: false, stencil: false, antialias: false,
  });
}

const styled = new Set();

/** Of what only some pages show: public records, sheets of agencies. */
function addStyles(href) {
  if (styled.has(href)) return;
  styled.add(href);
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = href;
  document.head.append(styles);
}

/** Marks, once, the moment from which a person can read, press and type: tests/bench/screen reads it. */
function usable() {
  const mark = "motcua-usable";
  if (!performance.getEntriesByName(mark).length) performance.mark(mark);
}

async function start() {
  const live = createLive(byId("live"));
  let canvas = null;
  let effects = null;
  const mode = createMode({ onChange: (page) => canvas?.modeChanged(page) });
  if (!mode.page) openContext();

  useParts([dialogPart, cameraPart, keysPart, ...comboboxParts, ...tableParts]);
  if (official.length > 0) addStyles("{{lazy:web/styles/official.css}}");
  const mirror = new Mirror(byId("mirror"), {
    send: (id, kind, text) => when(isLook(kind), () => {
      wasm._ui_action(id, kind, give(wasm, text));
      // A choice can reveal a field, an arrow mark a row: the key that follows at once must find it.
      if ([KIND.activate, KIND.change, KIND.key].includes(kind)) canvas?.flush();
    }),
    onHeight: (height) => canvas?.setHeight(height),
  });

  const { default: createApp } = await glue;
  const wasm = await createApp({
    instantiateWasm(imports, done) {
      module
        .then((compiled) => WebAssembly.instantiate(compiled, { ...imports, ...late.imports }))
        .then((instance) => {
          late.begin(instance.exports);
          done(instance);
        })
        .catch(fail);
      return {};
    },
    onTree: (...tree) => {
      mirror.apply(wasm.HEAPU8.buffer, ...tree);
      usable();
    },
    onDirty: () => canvas?.ask(),
    onEffect: (text) => effects.run(JSON.parse(text)),
  });

  wasm._ui_init();
  const theme = createTheme({
    onChange: (number) => {
      wasm._ui_theme(number);
      canvas?.repaint();
    },
  });
  await turn();
  const painted = await giveFonts(wasm);
  await turn();
  mode.because("no fonts", !painted);
  mode.because("no WebGL2", !mode.page && !wasm._ui_paint_start());

  canvas = createCanvas({
    canvas: byId("paint"),
    stage: byId("stage"),
    probe: byId("probe"),
    wasm,
    mode,
    settled: () => {
      mirror.settle();
      mode.because("letters that the painter lacks", !wasm._ui_paintable());
    },
  });

  const settings = await config.catch(() => null);
  effects = createEffects({
    config: settings,
    text: (as, text) => when(false, () => giveText(wasm, as, text)),
    post: (message) =>
      when(isEmptyShelf(message), () => wasm._app_message(give(wasm, JSON.stringify(message)))),
    filesOf: (id) => mirror.takeFiles(id),
    assetUrl: (path) => asset["assets/" + path] ?? "/assets/" + path,
    focus: (id) => {
      mirror.focusNext(id);
      canvas.ask();
    },
    announce: (text) => live.say(text),
    camera: showCamera,
    sheetStyles: () => addStyles("{{lazy:web/styles/sheets.css}}"),
    pageMode: (on) => mode.choose(on),
    theme: (choice) => theme.choose(choice),
    language: (chosen) => sessionStorage.setItem(LANG, chosen),
  });

  for (const { value } of await Promise.allSettled(texts)) {
    if (value) giveText(wasm, ...value);
  }
  if (location.pathname !== FIRST) await late.load();
  wasm._app_start(
    give(wasm, JSON.stringify({
      lang,
      path: location.pathname,
      now: new Date().toISOString().slice(0, 19) + "Z",
      ms: Date.now(),
      page: mode.page,
      theme: theme.choice,
      official,
      config: settings ?? { demo: true },
    })),
  );
  mode.start();
  canvas.measure();
  fetchLate();
}

/** The one message that does not come from the application: it says itself in both languages. */
function fail() {
  byId("trouble").hidden = false;
}

start().catch(fail);
