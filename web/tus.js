// A small tus 1.0 client (creation, checksum) for one file of known size. It goes on by itself until
// the upload is whole, the service refuses it for good, or the signal stops it: cut lines, gateway
// restarts and vanished uploads are waited out. https://tus.io/protocols/resumable-upload

import { limited, pauseBefore, rest, retryAfterMs } from "./backoff.js";

/** Pieces shrink when a line keeps breaking: the gateway keeps only pieces that came whole. */
const PIECE_MOST = 4 << 20;
const PIECE_LEAST = 128 << 10;
const REQUEST_TIMEOUT_MS = 30_000;
const PIECE_TIMEOUT_MS = 300_000;
const REQUEST = {
  credentials: "omit",
  referrerPolicy: "no-referrer",
  redirect: "error",
  cache: "no-store",
};

/**
 * upload({endpoint, size, read, location, onLocation, onProgress, signal}) -> URL of the whole upload
 *   endpoint    absolute URL of the creation route
 *   read(a, b)  the file's bytes [a, b), good until the next call; slice(a, b) the same as a Blob that
 *               the browser reads by itself: fresh buffers a piece would pile up until they are collected
 *   location    URL of an upload begun earlier, or null; onLocation(url | null) persists a new one
 *   onProgress({done, total, state: "sending" | "waiting"})
 * Fails with {code: "stopped" | "refused" | "too_large" | "read", message, hint}.
 */
export async function upload({ endpoint, size, read, slice, location = null, onLocation, onProgress, signal }) {
  let url = ownUrl(location, endpoint);
  let offset = null; // null = ask the service
  let piece = PIECE_MOST;
  let failures = 0;

  for (;;) {
    if (signal?.aborted) throw stopped();
    let retry;
    try {
      if (!url) {
        url = await create();
        offset = 0;
        await onLocation?.(url);
      } else if (offset === null) {
        offset = await head();
        if (offset === null) {
          url = null;
          await onLocation?.(null);
        }
      } else if (offset < size) {
        offset = await patch();
        piece = Math.min(piece * 2, PIECE_MOST);
      } else {
        onProgress?.({ done: size, total: size, state: "sending" });
        return url;
      }
      failures = 0;
      if (url && offset !== null) onProgress?.({ done: offset, total: size, state: "sending" });
      continue;
    } catch (e) {
      if (e.final) throw e.final;
      if (signal?.aborted) throw stopped();
      retry = e;
    }
    failures++;
    piece = Math.max(piece / 4, PIECE_LEAST);
    if (offset !== null) onProgress?.({ done: offset, total: size, state: "waiting" });
    else onProgress?.({ done: 0, total: size, state: "waiting" });
    offset = url ? null : offset;
    await rest(retry.now ? 0 : pauseBefore(failures, retry.pause), signal);
  }

  async function create() {
    const response = await ask(endpoint, { method: "POST", headers: { "Upload-Length": String(size) } });
    if (response.status !== 201) throw refusedOrRetry(response);
    const made = ownUrl(response.headers.get("Location"), endpoint);
    if (!made) throw final("refused", "the service gave the upload an address that is not its own");
    return made;
  }

  /** The service's offset, or null when it knows no such upload (any more). */
  async function head() {
    const response = await ask(url, { method: "HEAD" });
    if ([403, 404, 410].includes(response.status)) return null;
    if (!response.ok) throw refusedOrRetry(response);
    const at = offsetOf(response);
    const length = response.headers.get("Upload-Length");
    return length !== null && Number(length) !== size ? null : at;
  }

  async function patch() {
    const end = Math.min(offset + piece, size);
    let bytes;
    try {
      bytes = await read(offset, end);
    } catch {
      throw final("read", "the sealed file can no longer be read");
    }
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const response = await ask(
      url,
      {
        method: "PATCH",
        headers: {
          "Content-Type": "application/offset+octet-stream",
          "Upload-Offset": String(offset),
          "Upload-Checksum": "sha256 " + btoa(String.fromCharCode(...sum)),
        },
        body: slice ? slice(offset, end) : bytes,
      },
      PIECE_TIMEOUT_MS,
    );
    if (response.status === 404 || response.status === 410) {
      url = null;
      await onLocation?.(null);
      throw { now: true };
    }
    // 409: another offset than ours; 460: the piece was damaged on its way. Ask where it stands.
    if (response.status === 409 || response.status === 460) throw {};
    if (response.status !== 204) throw refusedOrRetry(response);
    const at = offsetOf(response);
    if (at !== end) throw {};
    return at;
  }

  function offsetOf(response) {
    const text = response.headers.get("Upload-Offset") ?? "";
    const at = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
    if (!(at >= 0 && at <= size)) throw {};
    return at;
  }

  async function ask(target, init, timeout = REQUEST_TIMEOUT_MS) {
    const limit = limited(signal, timeout);
    try {
      const response = await fetch(target, {
        ...REQUEST,
        ...init,
        headers: { "Tus-Resumable": "1.0.0", ...init.headers },
        signal: limit.signal,
      });
      // Read to the end, which frees the connection; a refusal's words are for the person.
      const text = await response.text();
      return { status: response.status, ok: response.ok, headers: response.headers, text };
    } finally {
      limit.end();
    }
  }
}

/** An address of the same service below the creation route, or null. */
function ownUrl(text, endpoint) {
  if (!text) return null;
  try {
    const base = new URL(endpoint);
    const url = new URL(text, base);
    const folder = base.pathname.replace(/\/?$/, "/");
    return url.origin === base.origin && url.pathname.startsWith(folder) ? url.href : null;
  } catch {
    return null;
  }
}

/** 4xx that no waiting mends is final; everything else is tried again. */
function refusedOrRetry(response) {
  const { status } = response;
  if (status === 413) return final("too_large", "the service does not take a dossier of this size", response.text);
  if (status >= 400 && status < 500 && ![401, 403, 408, 409, 423, 425, 429].includes(status)) {
    return final("refused", `the service refused the upload (${status})`, response.text);
  }
  return { pause: retryAfterMs(response.headers.get("Retry-After")) };
}

/** A failure that waiting does not mend, in the service's own words (RFC 9457) when it has some. */
function final(code, message, problem = "") {
  const own = { code, message, hint: "your draft is kept: ask the one-stop desk for help" };
  try {
    const { detail, hint } = JSON.parse(problem);
    if (typeof detail === "string" && typeof hint === "string") {
      return { final: { code, message: detail.slice(0, 500), hint: hint.slice(0, 500) } };
    }
  } catch {
    // Not a problem document: a proxy answered.
  }
  return { final: own };
}
const stopped = () => ({ code: "stopped", message: "stopped", hint: "" });
