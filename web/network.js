// The page's requests: texts with a bound on their size, and the stream of events.
// No request carries credentials or a referrer, and no redirect is followed.

import { limited, pauseBefore, rest, retryAfterMs } from "./backoff.js";
import { createSseParser } from "./sse.js";

const PRIVATE = { credentials: "omit", referrerPolicy: "no-referrer", redirect: "error" };

const TEXT_TIMEOUT_MS = 30_000;
/** The gateway pings each 20 s; two missed pings are a dead line that TCP has not noticed. */
const SILENCE_MS = 50_000;
const POLL_MS = 30_000;
/** Streams that broke before their first byte, before polling takes over (some proxies hold streams). */
const STREAM_TRIES = 3;
const POLLS_BEFORE_STREAM = 10;

const failure = (status) => ({
  code: status ? "http" : "network",
  status,
  message: status ? `the service answered ${status}` : "the service cannot be reached",
  hint: "check the connection and try again",
});

/** GET a text of at most `limit` bytes. Fails with {code: "network"|"http"|"too_large", status}. */
export const fetchText = (url, { limit }) => get(url, (response) => bounded(response, limit));

/** The same for bytes. -> Uint8Array */
export const fetchBytes = (url, { limit }) => get(url, (response) => boundedBytes(response, limit));

async function get(url, read) {
  const time = limited(null, TEXT_TIMEOUT_MS);
  try {
    const response = await fetch(url, { ...PRIVATE, signal: time.signal });
    if (!response.ok) throw failure(response.status);
    return await read(response);
  } catch (e) {
    throw typeof e?.code === "string" ? e : failure(0); // a DOMException has a number there
  } finally {
    time.end();
  }
}

/**
 * POSTs JSON and gives the parsed answer, of at most `limit` bytes. Fails as fetchText does; a refusal
 * that says why has the problem's own code, and all its members in `problem`.
 */
export async function postJson(url, body, { limit }) {
  const time = limited(null, TEXT_TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      ...PRIVATE,
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: time.signal,
    });
    const answer = JSON.parse(await bounded(response, limit));
    if (response.ok) return answer;
    const { code } = answer ?? {};
    throw typeof code === "string" ? { ...failure(response.status), code, problem: answer } : failure(response.status);
  } catch (e) {
    throw typeof e?.code === "string" ? e : failure(0);
  } finally {
    time.end();
  }
}

async function bounded(response, limit) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for await (const piece of pieces(response, limit)) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

async function boundedBytes(response, limit) {
  const got = [];
  for await (const piece of pieces(response, limit)) got.push(piece);
  return new Uint8Array(await new Blob(got).arrayBuffer());
}

async function* pieces(response, limit) {
  const reader = response.body.getReader();
  let size = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    size += value.length;
    if (size > limit) {
      reader.cancel().catch(() => {});
      throw { code: "too_large", status: 0, message: "the answer is too large", hint: "reload the page" };
    }
    yield value;
  }
}

const SAID = new Set(["feedback", "answer", "mark"]);

const nothing = () => {};

/** What one poll brought, in the order of the log. */
function newsOf({ events, feedback, answers, marks }) {
  const of = (kind, list) => (Array.isArray(list) ? list.map((item) => ({ kind, item })) : []);
  const said = [...of("feedback", feedback), ...of("answer", answers), ...of("mark", marks)];
  const all = [...of("event", events), ...said];
  return all.sort((a, b) => a.item.id - b.item.id);
}

/**
 * Follows by capabilities until stop(). onEvent gets each event's parsed data, in the stream's order,
 * onSaid("feedback" | "answer" | "mark", data) what else was said about a dossier,
 * onLog the log's {checkpoint, witnessed}, onStated a unit's statement about a dossier;
 * onState("live" | "waiting" | "offline", as_of ISO time when the gateway was last heard, or null).
 *
 * One stream a browser: there are only six connections a host. The tab that holds the Web Lock
 * streams; the others poll, at once when the streaming tab says that something came.
 */
export function createFollowStream({
  url, capabilities, onEvent, onSaid = nothing, onLog = nothing, onStated = nothing, onState,
}) {
  const stopping = new AbortController();
  const { signal } = stopping;
  const channel = new BroadcastChannel("motcua.follow");
  let lastId = "";
  let heard = null;
  let said = "";

  function state(name) {
    if (name === said && name !== "live") return;
    said = name;
    if (!signal.aborted) onState(name, heard);
  }

  function hear() {
    heard = new Date().toISOString().slice(0, 19) + "Z";
  }

  async function request(accept, limit) {
    const headers = { "Content-Type": "application/json", Accept: accept };
    if (lastId !== "") headers["Last-Event-ID"] = lastId;
    const response = await fetch(url, {
      ...PRIVATE,
      method: "POST",
      cache: "no-store",
      headers,
      body: JSON.stringify({ capabilities }),
      signal: limit,
    });
    if (!response.ok) {
      throw { ...failure(response.status), pause: retryAfterMs(response.headers.get("Retry-After")) };
    }
    return response;
  }

  /** Reads one stream to its end or failure. Returns whether anything came. */
  async function streamOnce() {
    const cut = new AbortController();
    const onStop = () => cut.abort();
    signal.addEventListener("abort", onStop);
    let silence = setTimeout(() => cut.abort(), SILENCE_MS);
    let came = false;
    try {
      const response = await request("text/event-stream", cut.signal);
      if (!/^text\/event-stream\b/.test(response.headers.get("Content-Type") ?? "")) throw failure(0);
      const decoder = new TextDecoder();
      const parser = createSseParser(({ id, event, data }) => {
        if (event === "event") onEvent(JSON.parse(data));
        if (SAID.has(event)) onSaid(event, JSON.parse(data));
        if (event === "checkpoint") onLog(JSON.parse(data));
        if (event === "state") onStated(JSON.parse(data));
        if (id !== "") lastId = id;
        channel.postMessage("news");
      });
      const reader = response.body.getReader();
      hear();
      state("live");
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return came;
        came = true;
        clearTimeout(silence);
        silence = setTimeout(() => cut.abort(), SILENCE_MS);
        hear();
        parser.feed(decoder.decode(value, { stream: true }));
        state("live");
      }
    } catch (e) {
      if (e?.pause) throw e;
      return came;
    } finally {
      clearTimeout(silence);
      cut.abort();
      signal.removeEventListener("abort", onStop);
    }
  }

  async function pollOnce(until) {
    const limit = limited(until, TEXT_TIMEOUT_MS);
    let answer;
    try {
      const response = await request("application/json", limit.signal);
      answer = JSON.parse(await bounded(response, 16 << 20));
    } finally {
      limit.end();
    }
    const { last, more, states } = answer;
    hear();
    state("live");
    const told = newsOf(answer);
    for (const { kind, item } of told) kind === "event" ? onEvent(item) : onSaid(kind, item);
    onLog(answer);
    // A statement counts once all events before it are there.
    if (more !== true) for (const item of Array.isArray(states) ? states : []) onStated(item);
    if (Number.isSafeInteger(last)) lastId = String(last);
    return more === true && told.length > 0;
  }

  /** Polls until `until` is aborted, or for `count` polls. -> {held: the last one was answered, asked: else, its wait} */
  async function poll(until, count = Infinity) {
    let failures = 0;
    let asked = 0;
    for (let n = 1; !until.aborted; n++) {
      asked = 0;
      try {
        while (await pollOnce(until));
        failures = 0;
      } catch (e) {
        asked = e?.pause ?? 0;
        failures++;
        if (!until.aborted) state(navigator.onLine === false ? "offline" : "waiting");
      }
      if (n >= count) break;
      const pause = failures ? pauseBefore(failures + 1, asked) : POLL_MS * (0.75 + Math.random() / 2);
      await Promise.race([rest(pause, until), news(until)]).catch(() => {});
    }
    return { held: failures === 0, asked };
  }

  function news(until) {
    return new Promise((resolve) => {
      const done = () => {
        channel.removeEventListener("message", done);
        until.removeEventListener("abort", done);
        resolve();
      };
      channel.addEventListener("message", done);
      until.addEventListener("abort", done);
    });
  }

  async function streamForever() {
    let attempt = 0;
    let empty = 0;
    let held = false; // polls are answered while streams break
    while (!signal.aborted) {
      let asked = 0;
      let came = false;
      try {
        came = await streamOnce();
      } catch (e) {
        asked = e.pause;
      }
      if (signal.aborted) return;
      attempt = came ? 1 : attempt + 1;
      empty = came ? 0 : empty + 1;
      held &&= !came;
      const offline = navigator.onLine === false;
      state(offline ? "offline" : "waiting");
      await rest(pauseBefore(attempt, asked), signal).catch(() => {});
      if (empty < STREAM_TRIES || offline) continue;
      if (held) {
        await poll(signal, POLLS_BEFORE_STREAM);
        empty = 0;
        held = false;
        continue;
      }
      // A gateway that was away breaks streams, too. Once it answers a poll, one more stream shows which it was.
      while (!signal.aborted && !held) {
        ({ held, asked } = await poll(signal, 1));
        if (!held) await rest(pauseBefore(++attempt, asked), signal).catch(() => {});
      }
    }
  }

  async function run() {
    if (!navigator.locks) return streamForever();
    const led = await navigator.locks
      .request("motcua.follow", { ifAvailable: true }, async (lock) => {
        if (lock && !signal.aborted) await streamForever();
        return lock !== null;
      })
      .catch(() => false);
    if (led || signal.aborted) return;
    const untilLeader = new AbortController();
    signal.addEventListener("abort", () => untilLeader.abort());
    const polling = poll(untilLeader.signal);
    await navigator.locks
      .request("motcua.follow", { signal }, async () => {
        untilLeader.abort();
        await polling; // an answer on its way would tell the same events twice
        await streamForever();
      })
      .catch(() => {});
  }

  const goneOffline = () => state("offline");
  addEventListener("offline", goneOffline);
  run();

  return {
    stop() {
      stopping.abort();
      removeEventListener("offline", goneOffline);
      channel.close();
    },
  };
}
