// web/worker/reader.js: every byte once and in order, whatever the browser's reader does.
import { launch, watchedPage } from '../lib/browser.mjs';
import { same, workbench } from '../lib/workbench.mjs';

export const name = 'a file is read whole when BYOB reads never settle or do not exist';
export const ways = ['firefox'];

export async function run(t) {
  const bench = await workbench(t);
  const browser = await launch();
  t.cleanup(() => browser.close());
  const page = await watchedPage(await browser.newContext());
  await page.goto(bench.url);
  const result = await page.evaluate(async () => {
    const { pieces } = await import('/worker/reader.js');
    const bytes = new Uint8Array(5 * 1048576 + 17);
    for (let at = 0; at < bytes.length; at += 65536) crypto.getRandomValues(bytes.subarray(at, at + 65536));
    const whole = new Blob([bytes]);
    const hex = async (b) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', b))].join();
    const wanted = await hex(bytes);

    async function readAll(blob) {
      const out = new Uint8Array(blob.size);
      let at = 0;
      for await (const piece of pieces(blob, { watchdog: 60 })) {
        out.set(piece, at);
        at += piece.length;
      }
      return at === blob.size && (await hex(out)) === wanted;
    }
    /** A Blob whose BYOB readers hang on their nth read. */
    function hanging(blob, from, every) {
      let opened = 0;
      return {
        size: blob.size,
        arrayBuffer: () => blob.arrayBuffer(),
        slice: (a, b) => {
          const slice = blob.slice(a, b);
          return {
            size: slice.size,
            arrayBuffer: () => slice.arrayBuffer(),
            stream: () => ({
              getReader(mode) {
                const reader = slice.stream().getReader(mode);
                const hangs = opened++ % every === 0;
                let reads = 0;
                return {
                  read: (view) => (hangs && ++reads > from ? new Promise(() => {}) : reader.read(view)),
                  cancel: () => reader.cancel(),
                };
              },
            }),
          };
        },
      };
    }
    const none = { size: whole.size, slice: (a, b) => ({ stream: () => ({ getReader() { throw new TypeError(); } }), arrayBuffer: () => whole.slice(a, b).arrayBuffer() }) };
    const empty = [];
    for await (const piece of pieces(new Blob([]))) empty.push(piece);
    return {
      plain: await readAll(whole),
      once: await readAll(hanging(whole, 2, 100)),
      always: await readAll(hanging(whole, 0, 1)),
      none: await readAll(none),
      empty: empty.length,
    };
  });
  same(result, { plain: true, once: true, always: true, none: true, empty: 0 }, 'what was read');
  same(page.complaints, [], 'console');
}
