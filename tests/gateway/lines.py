"""HTTP over raw sockets, as cheap as Python can: the load must not cost what the gateway needs."""

import asyncio
import json
import random
import re
import time

_TOLD = re.compile(rb"id: (\d+)\nevent: (?:event|feedback|answer|mark)\ndata: \{[^\n]*\}\n\n")
_FIRST_PAUSE, _LONGEST_PAUSE, _LEAST = 1, 60, 0.1  # web/backoff.js
_SILENCE = 50  # web/network.js


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
    id of an event, feedback, answer or mark came, by time.monotonic(); `reached`, when it reached the gateway.
    `gate` lets so many open for the first time at once; whoever comes back waits for nobody."""

    def __init__(self, port: int, capability: str, gate: asyncio.Semaphore):
        self._port, self._capability, self._gate = port, capability, gate
        self.received: dict[int, float] = {}
        self.doubled, self.disordered, self.last, self.live = 0, 0, 0, False
        self.reached: list[float] = []
        self.stood = 0.0  # since then it is live
        self._opened = None  # settled when the stream stands, or broke before
        self._attempt, self._transport, self._returning, self.stopped = 0, None, None, False

    async def open(self):
        """Tries until the stream stands."""
        while not self.stopped:
            async with self._gate:
                if await self._try():
                    return
            await self._rest()

    async def _try(self):
        loop = asyncio.get_running_loop()
        self._bytes, self._opened = b"", loop.create_future()
        try:
            await loop.create_connection(lambda: self, "127.0.0.1", self._port)
            return await asyncio.wait_for(self._opened, _SILENCE)
        except TimeoutError:
            if self._transport:
                self._transport.abort()
        except OSError:
            pass
        return False

    def stop(self):
        self.stopped = True
        if self._transport:
            self._transport.abort()

    async def _rest(self):
        self._attempt += 1
        ceiling = min(_FIRST_PAUSE * 2 ** (self._attempt - 1), _LONGEST_PAUSE)
        await asyncio.sleep(ceiling * (_LEAST + (1 - _LEAST) * random.random()))

    def connection_made(self, transport):
        self._transport = transport
        self.reached.append(time.monotonic())
        body = json.dumps({"capabilities": [self._capability]}).encode()
        last = {"Last_Event_ID": self.last} if self.last else {}
        transport.write(request("POST", "/follow", body, Accept="text/event-stream", **last))

    def data_received(self, data):
        moment = time.monotonic()
        self._bytes += data
        if not self.live and b": open" in self._bytes:
            self.live, self.stood, self._attempt = True, moment, 0
            self._settle(True)
        end = 0
        for found in _TOLD.finditer(self._bytes):
            row, end = int(found[1]), found.end()
            self.doubled += row in self.received
            self.disordered += row < self.last
            self.received.setdefault(row, moment)
            self.last = row
        self._bytes = self._bytes[end:] if end else self._bytes[-(1 << 20) :] if self.live else self._bytes
        if not end and self._bytes.endswith(b"\n\n\r\n"):
            self._bytes = b""  # a whole frame that is no event

    def connection_lost(self, error):
        was, self.live = self.live, False
        self._settle(False)
        if was and not self.stopped:
            self._returning = asyncio.get_running_loop().create_task(self._again())

    def _settle(self, stands):
        if not self._opened.done():
            self._opened.set_result(stands)

    async def _again(self):
        await self._rest()
        while not (self.stopped or await self._try()):
            await self._rest()
