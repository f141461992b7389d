"""A follower's browser: reads POST /follow as it streams."""

import json
import queue
import socket
import threading


KINDS = ("event", "feedback", "answer", "mark", "checkpoint", "state")


class Stream:
    """An open stream. Events come by next(); close() goes away as a closed laptop does."""

    def __init__(self, gateway, capabilities, last=None):
        self._came = {kind: queue.Queue() for kind in KINDS}
        self._connection = gateway.connect()
        headers = {"Content-Type": "application/json", "Accept": "text/event-stream"}
        if last is not None:
            headers["Last-Event-ID"] = str(last)
        self._connection.request("POST", "/follow", json.dumps({"capabilities": capabilities}), headers)
        self._socket = self._connection.sock
        self.response = self._connection.getresponse()
        assert self.response.status == 200, self.response.read()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def next(self, kind="event", timeout=5):
        """The next frame of this kind: its data, an event's with its "id"; None when the stream ended. Raises
        queue.Empty."""
        return self._came[kind].get(timeout=timeout)

    def is_quiet(self, seconds=0.3):
        try:
            self._came["event"].get(timeout=seconds)
        except queue.Empty:
            return True
        return False

    def close(self):
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self._thread.join(5)
        self._connection.close()

    def _read(self):
        fields = {}
        try:
            for line in self.response:
                line = line.decode().rstrip("\n")
                name, _, value = line.partition(": ")
                if line == "" and fields:
                    named = {"id": int(fields["id"])} if "id" in fields else {}
                    self._came[fields["event"]].put({**named, **json.loads(fields["data"])})
                    fields = {}
                elif name:
                    fields[name] = value
        except (OSError, ValueError, AttributeError):
            pass
        for kind in self._came.values():
            kind.put(None)
