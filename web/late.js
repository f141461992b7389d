// The part of the application that its first screen does not run: a second module, which cmake/split.cmake cuts
// off. Its functions stand in the first one's table; until it is there, each place holds a stand-in.
//
// It is fetched when somebody reaches for the page, or once the first screen has been still for a while. What a
// person does, and what comes from outside, waits for it in order (`whenHere`). A stand-in that is called all the
// same fetches it on the spot: slow, but right, so that no call depends on a guess of what a first screen runs.

const AGAIN_MS = 3_000; // between two tries, while something waits

/** url: of the second module. onWait(waits): something waits although a try has failed; or no longer. */
export function createLate({ url, onWait = () => {} }) {
  let first = null;    // the first part's exports
  let table = null;    // where both parts' functions stand
  let here = false;
  let compiled = null; // the second part on its way
  let asked = null;    // a try to join it
  const waiting = [];

  const compile = () => WebAssembly.compileStreaming(fetch(url));

  function join() {
    here = true;
    onWait(false);
    while (waiting.length) {
      const act = waiting.shift();
      try {
        act();
      } catch (e) {
        reportError(e); // as if its event had come now
      }
    }
  }

  /** Resolves when all of the application is there; fails when this try does. */
  function load() {
    if (here) return Promise.resolve();
    asked ??= (async () => {
      try {
        const module = await (compiled ??= compile());
        await WebAssembly.instantiate(module, { first }); // puts its functions into the table
        if (!here) join();
      } catch (e) {
        compiled = null;
        if (waiting.length) {
          onWait(true);
          setTimeout(() => load().catch(() => {}), AGAIN_MS);
        }
        throw e;
      } finally {
        asked = null;
      }
    })();
    return asked;
  }

  /** In the middle of a call nothing can be awaited: the bytes come as text, one letter each. */
  function loadNow() {
    const request = new XMLHttpRequest();
    request.open("GET", url, false);
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
    if (request.status !== 200) throw new Error(`${url}: ${request.status}`);
    const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 255);
    new WebAssembly.Instance(new WebAssembly.Module(bytes), { first });
  }

  const standIn = (place) => (...values) => {
    if (!here) loadNow();
    here = true;
    setTimeout(join, 0); // not in the middle of this call
    return table.get(place)(...values);
  };

  return {
    /** What the first part imports: a stand-in for each place of the table. */
    imports: { late: new Proxy({}, { get: (_, place) => standIn(Number(place)) }) },
    /** The first part runs. */
    begin(exports) {
      first = exports;
      table = Object.values(exports).find((one) => one instanceof WebAssembly.Table);
    },
    /** Lets the second part set out before the first one runs. */
    fetchAhead() {
      compiled = compile();
      compiled.catch(() => {});
    },
    load,
    get here() {
      return here;
    },
    /** True while acts wait. */
    get waits() {
      return waiting.length > 0;
    },
    /** Does it, at once or as soon as all of the application is there. */
    whenHere(act) {
      if (here && !waiting.length) return act();
      waiting.push(act);
      load().catch(() => {}); // and again, until it is there
    },
  };
}
