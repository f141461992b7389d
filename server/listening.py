"""Serving an application on a local port until told to end."""

import asyncio
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
        server = await loop.create_server(lambda: _accept(loop, runner), "127.0.0.1", port, backlog=1024)
        ready(server.sockets[0].getsockname()[1])
        await ended.wait()
        server.close()
        await runner.shutdown()
        await runner.server.shutdown(_SHUTDOWN_SECONDS)
    finally:
        await runner.cleanup()


def _accept(loop, runner):
    connection = runner.server()
    loop.call_later(FIRST_REQUEST_SECONDS, _let_go_if_silent, connection)
    return connection


def _let_go_if_silent(connection):
    """Ends a connection whose first request has not come whole: aiohttp itself would wait for ever."""
    if connection._request_count == 0:
        connection.force_close()


def _allow_many_files():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
