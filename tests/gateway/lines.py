"""HTTP over raw sockets, as cheap as Python can: the load must not cost what the gateway needs."""

import asyncio
import json
import random
import re
import time

_EVENT = re.compile(rb"id: (\d+)\nevent: (?:event|mark)\ndata: (\{[^\n]*\})\n\n")
_FIRST_PAUSE, _LONGEST_PAUSE = 1, 60  # web/backoff.js


def request(method: str, path: str, body: bytes = b"", **headers) -> bytes:
    fields = {"Host": "gateway", "Content-Length": str(len(body)), **headers}
    named = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items())
    return f"{method} {path} HTTP/1.1\r\n{named}\r\n".encode() + body


class Line:
    """One connection that asks one thing after the other."""

    def __init__(self, port: int):
        self._port, self._streams = port, None

    async def ask(self, whole: bytes) -> tuple[int, bytes, bytes]:
        """-> (status, head, body). Raises OSError, asyncio.IncompleteReadError."""
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port, limit=1 << 22)
        reader, writer = self._streams
        writer.write(whole)
        head = await reader.readuntil(b"\r\n\r\n")
        size = re.search(rb"\r\ncontent-length: (\d+)", head, re.IGNORECASE)
        body = await reader.readexactly(int(size[1])) if size else b""
        return int(head[9:12]), head, body

    def close(self):
        if self._streams:
            self._streams[1].close()
            self._streams = None


class Follower(asyncio.Protocol):
    """An event stream that comes back by itself, as a browser's does (web/network.js). `received` has when each
    id of an event or mark came, by time.monotonic()."""

    def __init__(self, port: int, capability: str, gate: asyncio.Semaphore):
        self._port, self._capability, self._gate = port, capability, gate
        self.received: dict[int, float] = {}
        self.numbers: dict[int, bytes] = {}
        self.doubled, self.disordered, self.last, self.live = 0, 0, 0, False
        self._opened = None  # settled when the stream stands, or broke before
        self._attempt, self._transport, self.stopped = 0, None, False

    async def open(self):
        """Tries until the stream stands."""
        loop = asyncio.get_running_loop()
        while not self.stopped:
            self._bytes, self._opened = b"", loop.create_future()
            try:
                async with self._gate:
                    await loop.create_connection(lambda: self, "127.0.0.1", self._port)
                    if await asyncio.wait_for(self._opened, 60):
                        return
            except (OSError, TimeoutError):
                pass
            await self._rest()

    def stop(self):
        self.stopped = True
        if self._transport:
            self._transport.abort()

    async def _rest(self):
        self._attempt += 1
        ceiling = min(_FIRST_PAUSE * 2 ** (self._attempt - 1), _LONGEST_PAUSE)
        await asyncio.sleep(ceiling * (0.5 + random.random() / 2))

    def connection_made(self, transport):
        self._transport = transport
        body = json.dumps({"capabilities": [self._capability]}).encode()
        last = {"Last_Event_ID": self.last} if self.last else {}
        transport.write(request("POST", "/follow", body, Accept="text/event-stream", **last))

    def data_received(self, data):
        moment = time.monotonic()
        self._bytes += data
        if not self.live and b": open" in self._bytes:
            self.live, self._attempt = True, 0
            self._settle(True)
        end = 0
        for found in _EVENT.finditer(self._bytes):
            row, end = int(found[1]), found.end()
            self.doubled += row in self.received
            self.disordered += row < self.last
            self.received.setdefault(row, moment)
            self.numbers[row] = found[2]
            self.last = row
        self._bytes = self._bytes[end:] if end else self._bytes[-(1 << 20) :] if self.live else self._bytes
        if not end and self._bytes.endswith(b"\n\n\r\n"):
            self._bytes = b""  # a whole frame that is no event

    def connection_lost(self, error):
        was, self.live = self.live, False
        self._settle(False)
        if was and not self.stopped:
            asyncio.get_running_loop().create_task(self._again())

    def _settle(self, stands):
        if not self._opened.done():
            self._opened.set_result(stands)

    async def _again(self):
        await self._rest()
        await self.open()
