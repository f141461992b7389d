"""Fetching from a server that may be hostile: bounded in size and time, no redirect followed.

    remote = Remote("https://gateway.example")
    checkpoint = remote.get("/log/checkpoint", 16 << 10)
"""

import http.client
import time
from urllib.parse import urlsplit

_SECONDS = 60  # for one answer, however slowly it drips
_PIECE = 64 << 10


class Unreachable(Exception):
    """Nothing was learned: no answer, or one that is none of the server's business."""


class Wrong(Exception):
    """The server answered, and the answer cannot be right."""


class Remote:
    def __init__(self, url: str):
        """One connection, opened when needed. Raises Unreachable for what is no address."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise Unreachable(f"{url} is not an address like https://gateway.example")
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        try:
            self._connection = kind(parts.hostname, parts.port, timeout=_SECONDS)
        except ValueError as error:
            raise Unreachable(f"{url} is not an address: {error}") from None
        self._prefix = parts.path.rstrip("/")

    def get(self, path: str, most: int) -> bytes | None:
        """The body, or None for 404. Raises Unreachable; Wrong for a body of more than `most` bytes."""
        try:
            return self._get(path, most)
        except (OSError, http.client.HTTPException) as error:
            self._connection.close()
            raise Unreachable(f"{path} cannot be fetched: {type(error).__name__}: {error}") from None

    def close(self):
        self._connection.close()

    def _get(self, path, most):
        end = time.monotonic() + _SECONDS
        answer = self._ask(self._prefix + path)
        if 300 <= answer.status < 400:
            self._connection.close()
            raise Unreachable(f"{path} sends us elsewhere, which is not followed; name the right address with --api")
        body = b""
        while piece := answer.read1(_PIECE):
            body += piece
            if len(body) > most or time.monotonic() > end:
                self._connection.close()
                raise Wrong(f"{path} does not end: it may have {most} bytes and take {_SECONDS} seconds")
        if answer.length:  # cut short; what is asked next needs a connection of its own
            self._connection.close()
        answer.close()
        if answer.status == 404:
            return None
        if answer.status != 200:
            raise Unreachable(f"{path} was answered with {answer.status}")
        return body

    def _ask(self, path):
        kept = self._connection.sock is not None
        try:
            self._connection.request("GET", path, headers={"Accept-Encoding": "identity"})
            return self._connection.getresponse()
        except (ConnectionError, http.client.BadStatusLine):
            self._connection.close()
            if not kept:
                raise
        self._connection.request("GET", path, headers={"Accept-Encoding": "identity"})  # it was closed while idle
        return self._connection.getresponse()
