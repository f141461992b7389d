// Another worker that the page starts for this one (web/helpers.js has why).

const failures = new Map(); // id -> what to call when the helper fails
let last = 0;

addEventListener("message", ({ data }) => failures.get(data?.helper_failed)?.());

/** `name` is one of web/helpers.js. -> {port: its end of a channel, end()} */
export function startHelper(name, onFailure) {
  const id = ++last;
  const { port1, port2 } = new MessageChannel();
  failures.set(id, onFailure);
  postMessage({ helper: { start: name, id, port: port2 } }, [port2]);
  return {
    port: port1,
    end() {
      if (!failures.delete(id)) return;
      port1.close();
      postMessage({ helper: { end: id } });
    },
  };
}
