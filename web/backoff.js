// Waiting before the next try: a time drawn from nearly nothing up to a ceiling that doubles from 1 s to
// 60 s (full jitter), so that thousands of browsers do not come back in the same second after a gateway
// restart, and a single person waits a second at most for the first retry.

const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;
/** Of the ceiling: the least wait, so that no draw becomes a loop without a pause. */
const LEAST = 0.1;
/** Of a Retry-After: everybody was told the same seconds, so each adds up to so much of them. */
const SPREAD = 0.5;

/**
 * Milliseconds to wait before try number `attempt` (1 = first retry), and never less than the `asked`
 * milliseconds of a Retry-After.
 */
export function pauseBefore(attempt, asked = 0, random = Math.random) {
  const ceiling = Math.min(FIRST_MS * 2 ** Math.min(attempt - 1, 10), LONGEST_MS);
  return asked + Math.max(ceiling, asked * SPREAD) * (LEAST + (1 - LEAST) * random());
}

/** Seconds or an HTTP date, as Retry-After has it; at most five minutes; 0 when there is none. */
export function retryAfterMs(text, now = Date.now()) {
  if (!text) return 0;
  const ms = /^\d{1,6}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 300_000) : 0;
}

/**
 * Resolves after `ms`, or at once when the connection comes back. Rejects {code: "stopped"} when the
 * signal is aborted.
 */
export function rest(ms, signal) {
  return new Promise((resolve, reject) => {
    const done = (settle, value) => {
      clearTimeout(timer);
      removeEventListener("online", wake);
      signal?.removeEventListener("abort", stop);
      settle(value);
    };
    const wake = () => done(resolve);
    const stop = () => done(reject, { code: "stopped", message: "stopped", hint: "" });
    const timer = setTimeout(wake, ms);
    addEventListener("online", wake);
    signal?.addEventListener("abort", stop);
    if (signal?.aborted) stop();
  });
}

/** A signal that follows `signal` and also aborts after `ms`; call end() when the work is over. */
export function limited(signal, ms) {
  const cut = new AbortController();
  const stop = () => cut.abort();
  const timer = setTimeout(stop, ms);
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  return {
    signal: cut.signal,
    end() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    },
  };
}
