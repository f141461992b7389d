// Failures in the worker are plain objects: {code, message, hint} and nothing else leaves it.

export const failure = (code, message, hint = "", more = {}) => ({ code, message, hint, ...more });

export const stopped = () => failure("stopped", "stopped");

/** Whatever was thrown, as a failure. Unknown exceptions say nothing of their insides. */
export function asFailure(e) {
  if (typeof e?.code === "string" && typeof e.message === "string" && !(e instanceof Error)) {
    return { hint: "", ...e };
  }
  switch (e?.name) {
    case "QuotaExceededError":
      return failure("quota", "this device has no room left", "free some space and try again");
    case "NotReadableError":
    case "NotFoundError":
      return failure(
        "read",
        "the file can no longer be read",
        "it may have been changed, moved or deleted: choose it again",
      );
    case "NoModificationAllowedError":
    case "InvalidStateError":
      return failure("busy", "another tab is using this file", "close the other tab and try again");
    case "SecurityError":
    case "NotAllowedError":
      return failure(
        "blocked",
        "this browser window does not allow storing files",
        "open the page in a normal window, not a private one",
      );
    case "AbortError":
      return stopped();
    default:
      return failure("other", "something went wrong on this device", "reload the page and try again");
  }
}
