"""Serving an application on a local port until told to end."""

import asyncio
import collections
import resource
import signal

from aiohttp import web

FIRST_REQUEST_SECONDS = 15
KEEPALIVE_SECONDS = 60
_SHUTDOWN_SECONDS = 8


async def serve(application: web.Application, port: int, ready):
    """Listens on 127.0.0.1, calls ready(port), returns after SIGTERM or SIGINT. Raises OSError."""
    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ended.set)
    _allow_many_files()
    runner = web.AppRunner(
        application,
        access_log=None,
        auto_decompress=False,  # an upload's bytes are what was sent, and nothing swells
        keepalive_timeout=KEEPALIVE_SECONDS,
    )
    await runner.setup()
    try:
        silent = _Silent(loop)
        server = await loop.create_server(lambda: silent.accept(runner), "127.0.0.1", port, backlog=1024)
        ready(server.sockets[0].getsockname()[1])
        await ended.wait()
        server.close()
        await runner.shutdown()
        await runner.server.shutdown(_SHUTDOWN_SECONDS)
    finally:
        await runner.cleanup()


class _Silent:
    """Ends connections whose first request has not come whole: aiohttp itself would wait for ever. One timer for
    all; one each would be dear where thousands come at once."""

    def __init__(self, loop):
        self._loop, self._new = loop, collections.deque()  # (when it must have asked, connection)

    def accept(self, runner):
        connection = runner.server()
        if not self._new:
            self._loop.call_later(FIRST_REQUEST_SECONDS, self._look)
        self._new.append((self._loop.time() + FIRST_REQUEST_SECONDS, connection))
        return connection

    def _look(self):
        while self._new and self._new[0][0] <= self._loop.time():
            _, connection = self._new.popleft()
            if connection._request_count == 0:
                connection.force_close()
        if self._new:
            self._loop.call_later(max(self._new[0][0] - self._loop.time(), 1), self._look)


def _allow_many_files():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
