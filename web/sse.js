// The text/event-stream format (HTML standard, 9.2.6), for streams read with fetch: EventSource can
// send neither a body nor a header. Bounded: an event over the limit fails the stream.

const LIMIT = 4 << 20;

/**
 * onEvent({id, event, data}) is called once an event; `id` is the last id seen ("" before any).
 * feed(text) takes the decoded stream piece by piece and throws RangeError past the bound.
 */
export function createSseParser(onEvent) {
  let buffer = "";
  let id = "";
  let event = "";
  let data = [];
  let size = 0;
  let sawReturn = false; // the piece before ended in CR: a leading LF belongs to it
  let first = true;

  function line(text) {
    if (text === "") {
      if (data.length) onEvent({ id, event: event || "message", data: data.join("\n") });
      event = "";
      data = [];
      size = 0;
      return;
    }
    const colon = text.indexOf(":");
    if (colon === 0) return;
    const field = colon < 0 ? text : text.slice(0, colon);
    let value = colon < 0 ? "" : text.slice(colon + 1);
    if (value.startsWith(" ")) value = value.slice(1);
    if (field === "data") {
      size += value.length;
      if (size > LIMIT) throw new RangeError("an event of the stream is too large");
      data.push(value);
    } else if (field === "event") {
      event = value;
    } else if (field === "id" && !value.includes("\0")) {
      id = value;
    }
  }

  return {
    feed(text) {
      if (first && text.length) {
        first = false;
        if (text.startsWith("\uFEFF")) text = text.slice(1);
      }
      if (sawReturn && text.startsWith("\n")) text = text.slice(1);
      if (text.length) sawReturn = text.endsWith("\r");
      buffer += text;
      const lines = buffer.split(/\r\n|\r|\n/);
      buffer = lines.pop();
      if (buffer.length > LIMIT) throw new RangeError("a line of the stream is too large");
      for (const l of lines) line(l);
    },
  };
}
