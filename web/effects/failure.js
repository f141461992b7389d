/** What of a failure may be shown or stored: nothing but the agreed fields. */
export function plain(e) {
  return {
    code: e?.code ?? "other",
    message: e?.message ?? "something went wrong",
    hint: e?.hint ?? "",
    ...(Number.isFinite(e?.missing) ? { missing: e.missing } : {}),
  };
}

/** Failures that say nothing about the dossier or the event, only about this moment. */
export function passing(e) {
  return (
    e?.code === "network" ||
    e?.code === "worker" ||
    (e?.code === "http" && (e.status >= 500 || e.status === 429))
  );
}
