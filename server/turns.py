"""One writer at a time for each upload: a later request takes the turn from an earlier one.

A client that lost its connection comes back while the gateway still waits on the dead one. The new
request therefore ends the old connection; the old handler saves what it has and gives up its turn.
"""

import asyncio
from contextlib import asynccontextmanager

from aiohttp import web

from .problems import Problem

PATIENCE_SECONDS = 10


class _Turn:
    def __init__(self):
        self.lock, self.users, self.reading = asyncio.Lock(), 0, None


class Turns:
    def __init__(self):
        self._turns: dict[str, _Turn] = {}

    @asynccontextmanager
    async def take(self, name: str, reading: web.Request | None = None):
        """Holds the upload's turn. `reading` = the request whose body is being received, which a later
        taker may cut off. Raises Problem when the holder does not let go in time."""
        turn = self._turns.setdefault(name, _Turn())
        turn.users += 1
        try:
            if turn.reading is not None and turn.reading.transport is not None:
                turn.reading.transport.abort()
            await self._wait(turn)
            turn.reading = reading
            try:
                yield
            finally:
                turn.reading = None
                turn.lock.release()
        finally:
            turn.users -= 1
            if turn.users == 0:
                del self._turns[name]

    @staticmethod
    async def _wait(turn):
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await turn.lock.acquire()
        except TimeoutError:
            raise Problem("upload-busy", headers={"Retry-After": "5"}) from None
