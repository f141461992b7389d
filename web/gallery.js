// Boots the gallery: the same mirror and canvas as the application's, all components, no gateway.

import { createCanvas } from "./canvas.js";
import { drawPage } from "./gallery/page.js";
import { createLive } from "./mirror/live.js";
import { Mirror } from "./mirror/mirror.js";
import { createMode } from "./mirror/mode.js";
import { KIND } from "./mirror/node.js";
import { useParts } from "./mirror/parts.js";
import { cameraPart } from "./mirror/parts/camera.js";
import { comboboxParts } from "./mirror/parts/combobox.js";
import { keysPart } from "./mirror/parts/keys.js";
import { layerParts } from "./mirror/parts/layers.js";
import { previewPart } from "./mirror/parts/preview.js";
import { signatureParts } from "./mirror/parts/signature.js";
import { signParts } from "./mirror/parts/signs.js";
import { tableParts } from "./mirror/parts/table.js";
import { tabParts } from "./mirror/parts/tabs.js";
import { setPicture } from "./mirror/pictures.js";
import { createTheme } from "./mirror/theme.js";

const byId = (id) => document.getElementById(id);
const bytes = async (url) => (await fetch(url)).arrayBuffer();

/** Hands text to wasm: it says where to put it, since memory may grow. */
function give(wasm, text) {
  const data = new TextEncoder().encode(text);
  const at = wasm._ui_buf(data.length);
  wasm.HEAPU8.set(data, at);
  return data.length;
}

async function giveFonts(wasm) {
  const files = await Promise.all([
    bytes("{{asset:web/fonts/regular.ttf}}"),
    bytes("{{asset:web/fonts/semibold.ttf}}"),
  ]);
  for (const [which, file] of files.entries()) {
    const at = wasm._ui_buf(file.byteLength);
    wasm.HEAPU8.set(new Uint8Array(file), at);
    wasm._ui_font(which, file.byteLength);
    document.fonts.add(new FontFace("Be Vietnam Pro", file, { weight: which ? "600 900" : "400" }));
  }
}

async function start() {
  const live = createLive(byId("live"));
  let canvas = null;
  useParts([keysPart, ...signParts, ...layerParts((text) => live.say(text)), cameraPart, ...tabParts,
    ...comboboxParts, ...tableParts, previewPart, ...signatureParts]);
  const mirror = new Mirror(byId("mirror"), {
    send: (id, kind, text) => {
      wasm._ui_action(id, kind, give(wasm, text));
      if ([KIND.activate, KIND.change, KIND.key].includes(kind)) canvas?.flush();
    },
    onHeight: (height) => canvas?.setHeight(height),
  });

  const { default: createGallery } = await import("{{asset:web/motcua-gallery.js}}");
  const module = await WebAssembly.compileStreaming(fetch("{{asset:web/motcua-gallery.wasm}}"));
  const wasm = await createGallery({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(module, imports).then(done, fail);
      return {};
    },
    onTree: (...tree) => mirror.apply(wasm.HEAPU8.buffer, ...tree),
    onDirty: () => canvas?.ask(),
    onEffect: (text) => {
      const effect = JSON.parse(text);
      effects[effect.do](effect);
    },
  });
  wasm._ui_init();
  const theme = createTheme({
    onChange: (number) => {
      wasm._ui_theme(number);
      canvas?.repaint();
    },
  });
  const mode = createMode({ onChange: (page) => canvas?.modeChanged(page) });
  const effects = {
    theme: ({ choice }) => theme.choose(choice),
    mode: ({ page }) => mode.choose(page),
    focus: ({ node }) => {
      mirror.focusNext(node);
      canvas.ask();
    },
  };
  await giveFonts(wasm);
  mode.because("no WebGL2", !mode.page && !wasm._ui_paint_start());
  canvas = createCanvas({
    canvas: byId("paint"), stage: byId("stage"), probe: byId("probe"), wasm, mode,
    settled: () => mirror.settle(),
  });
  wasm._app_start(give(wasm, JSON.stringify({ theme: theme.choice, page: mode.page })));
  mode.start();
  canvas.measure();
  setPicture("gallery/page", await drawPage());
}

function fail() {
  byId("trouble").hidden = false;
}

start().catch(fail);
