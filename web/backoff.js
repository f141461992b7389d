// Waiting before the next try: doubling from 1 s to 60 s with full jitter, so that thousands of
// browsers do not come back in the same second after a gateway restart.

const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** Milliseconds to wait before try number `attempt` (1 = first retry). */
export function pauseBefore(attempt, random = Math.random) {
  const ceiling = Math.min(FIRST_MS * 2 ** Math.min(attempt - 1, 10), LONGEST_MS);
  return ceiling * (0.5 + random() / 2);
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
