// The one Trusted Types policy of the application. A name can be claimed once a page, so everyone
// who needs a script URL (this worker, the service worker) imports this file.
// Only scripts of this very origin pass; anything else is a programming error and throws.

const policy = globalThis.trustedTypes?.createPolicy("motcua", { createScriptURL: sameOrigin });

function sameOrigin(text) {
  const url = new URL(text, import.meta.url);
  if (url.origin !== location.origin) throw new TypeError("scripts come from this origin only");
  return url.href;
}

/** A script URL of this origin, as the browser's sinks want it. */
export function scriptUrl(text) {
  return policy ? policy.createScriptURL(text) : sameOrigin(text);
}
