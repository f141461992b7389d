/** What of a failure may be shown or stored: nothing but the agreed fields. */
export function plain(e) {
  return {
    code: e?.code ?? "other",
    message: e?.message ?? "something went wrong",
    hint: e?.hint ?? "",
    ...(Number.isFinite(e?.missing) ? { missing: e.missing } : {}),
  };
}

/** The same for what may also be a defect of ours: an exception's own words are for nobody. */
export const told = (e) => (e instanceof Error ? plain({ code: "other", message: "" }) : plain(e));

/** What hinders for now, where the answer itself says nothing: whoever waits tries again. */
export const hindered = (message) => ({ code: "network", message, hint: "it is tried again" });

/** Failures that say nothing about the dossier or the event, only about this moment. */
export function passing(e) {
  return (
    e?.code === "network" ||
    e?.code === "worker" ||
    (e?.code === "http" && (e.status >= 500 || e.status === 429))
  );
}
