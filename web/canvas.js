// The canvas behind the mirror, and when the application draws.
//
// The canvas is part of the scrolling document, 2.5 windows tall, and moves with it; a repaint is
// due only when the window comes near its edge. So the compositor scrolls paint and document
// together, and nothing is drawn while nothing changes. web/mirror/mode.js decides whether there is
// a canvas at all.

const OVERSCAN = 2.5;       // canvas height in windows
const MOST_DPR = 2;         // more device pixels cost memory and show nothing
const NEAR = 0.25;          // windows left before the canvas moves on
const PINCHED_MS = 200;     // fingers at rest for so long have ended
const ROOT_PX = 16;
const LARGEST_TEXT = 320;   // least width of the page, in px at the usual text size

const BAKED_AT_ONCE = 2;    // letters, well under a millisecond
const BAKING_MS = 4;        // of an idle moment: the next key or tap waits no longer

const FRAME = { treeOnly: 0, layout: 1, paint: 2 };

export function createCanvas({ canvas, stage, probe, wasm, mode, settled }) {
  let size = null;     // {width, height, tall, dpr, rem}
  let origin = 0;      // document y of the canvas's upper edge, CSS pixels
  let documentHeight = 0;
  let asked = 0;       // handle of the frame asked for
  let moved = false;   // the canvas has to be painted though the tree did not change

  function measure() {
    const width = document.documentElement.clientWidth;
    const height = innerHeight;
    const dpr = Math.min((devicePixelRatio || 1) * (visualViewport?.scale ?? 1), MOST_DPR);
    const rem = probe.getBoundingClientRect().width || ROOT_PX;
    mode.because("text too large", (width * ROOT_PX) / rem < LARGEST_TEXT);
    if (size && size.width === width && size.height === height && size.dpr === dpr &&
        size.rem === rem) return;
    // Past the renderbuffer's limit the browser would shrink the canvas without a word.
    const most = (wasm._ui_canvas_limit() || 4096) / dpr;
    const tall = Math.floor(Math.min(height * OVERSCAN, most));
    size = { width, height, tall, dpr, rem };
    wasm._ui_resize(width, tall, height, dpr, rem);
    if (!mode.page) sizeCanvas();
    ask();
  }

  function sizeCanvas() {
    const w = Math.round(size.width * size.dpr);
    const h = Math.round(size.tall * size.dpr);
    if (canvas.width !== w) canvas.width = w;
    if (canvas.height !== h) canvas.height = h;
    canvas.style.setProperty("width", w / size.dpr + "px");
    canvas.style.setProperty("height", h / size.dpr + "px");
    moved = true;
  }

  /** Where the canvas should stand for the current scroll position. */
  function place() {
    const near = size.height * NEAR;
    const last = Math.max(0, documentHeight - size.tall);
    const top = scrollY;
    const fits = top >= origin + (origin > 0 ? near : 0) &&
      top + size.height <= origin + size.tall - (origin < last ? near : 0);
    if (fits && origin <= last) return;
    const wanted = Math.min(Math.max(top - (size.tall - size.height) / 2, 0), last);
    const snapped = Math.floor(wanted * size.dpr) / size.dpr;
    if (snapped === origin) return;
    origin = snapped;
    moved = true;
  }

  /** Draws letters ahead of need, whenever the browser has nothing else to do. */
  const whenIdle = globalThis.requestIdleCallback ?? ((f) => setTimeout(f, 200, { timeRemaining: () => BAKING_MS }));
  let baking = false;
  function bake() {
    if (baking) return;
    baking = true;
    whenIdle((moment) => {
      baking = false;
      const until = performance.now() + Math.min(BAKING_MS, moment.timeRemaining());
      let more = true;
      while (more && performance.now() < until) more = wasm._ui_bake(BAKED_AT_ONCE) === 1;
      if (more) bake();
    });
  }

  function ask() {
    if (asked) return;
    if (document.hidden) {
      // Hidden tabs get no frames, but progress there is still announced.
      asked = 1;
      setTimeout(() => draw(false), 0);
    } else {
      asked = requestAnimationFrame(() => draw(true));
    }
  }

  function draw(visible) {
    asked = 0;
    if (!size) return;
    if (mode.page) {
      wasm._ui_frame(0, FRAME.treeOnly);
    } else if (!visible) {
      wasm._ui_frame(origin, FRAME.layout);
      moved = true;
    } else {
      place();
      wasm._ui_frame(origin, FRAME.paint);
      // The new tree may be shorter than the one the canvas was placed for.
      const before = origin;
      place();
      if (origin !== before) wasm._ui_frame(origin, FRAME.paint);
      canvas.style.setProperty("transform", `translateY(${origin}px)`);
      moved = false;
      bake();
    }
    settled();
  }

  addEventListener("scroll", () => {
    if (mode.page || !size) return;
    place();
    if (moved) ask();
  }, { passive: true });
  addEventListener("resize", measure);
  // Between two fingers the browser stretches the picture; once they rest it is painted sharp.
  let pinched = 0;
  visualViewport?.addEventListener("resize", () => {
    clearTimeout(pinched);
    pinched = setTimeout(measure, PINCHED_MS);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && asked) {
      cancelAnimationFrame(asked);
      asked = 0;
      ask();
    } else if (!document.hidden && moved) {
      ask();
    }
  });
  new ResizeObserver(measure).observe(probe); // a larger root font fires no resize
  new ResizeObserver(measure).observe(document.documentElement);

  canvas.addEventListener("webglcontextlost", (event) => {
    event.preventDefault();
    wasm._ui_paint_stop();
    mode.because("context lost", true);
  });
  canvas.addEventListener("webglcontextrestored", () => {
    if (wasm._ui_paint_start()) mode.because("context lost", false);
  });

  return {
    measure,
    ask,
    /** The colours changed. */
    repaint() {
      moved = true;
      ask();
    },
    /** Brings the document up to date now and leaves the paint to the frame that was asked for. */
    flush() {
      if (!asked || !size) return;
      wasm._ui_frame(origin, mode.page ? FRAME.treeOnly : FRAME.layout);
      settled();
    },
    /** The mode changed. */
    modeChanged(page) {
      if (!size) return;
      // Who began in page mode has had no context until now.
      if (!page && !wasm._ui_canvas_limit() && !wasm._ui_paint_start()) {
        return mode.because("no WebGL2", true);
      }
      if (!page) sizeCanvas();
      wasm._ui_touch();
      if (page && document.hidden === false) {
        // Printing takes its picture now, not a frame later.
        if (asked) cancelAnimationFrame(asked);
        asked = 0;
        wasm._ui_frame(0, FRAME.treeOnly);
        settled();
      } else if (!page) {
        // The page had no rectangles: until the next frame a field would have no size, and a letter
        // typed into it would leave the caret at its start (tests/browser: typing-interrupted).
        wasm._ui_frame(origin, FRAME.layout);
        settled();
      }
      ask();
    },
    setHeight(height) {
      documentHeight = height;
      stage.style.setProperty("--doc", height + "px");
    },
  };
}
