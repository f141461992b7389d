"""Resumable uploads, tus 1.0: creation, creation-with-upload, termination, expiration, checksum.

What the gateway has acknowledged by an Upload-Offset is on the disk: fsynced, and its row committed.
A long piece without a checksum is acknowledged to itself every 8 MiB, so that a cut costs little.
Upload-Metadata is neither read nor kept: a file's name is nobody's business here.
"""

import asyncio
import base64
import errno
import hashlib
import secrets

from aiohttp import web

from . import times, uploads
from .blobs import Blobs
from .problems import Problem
from .requests import IDLE_SECONDS
from .store import Store
from .turns import Turns

MAX_SIZE = 260_000_000
_VERSION = "1.0.0"
_EXTENSIONS = "creation,creation-with-upload,termination,expiration,checksum"
_BYTES = "application/offset+octet-stream"
_ALGORITHMS = {"sha256": hashlib.sha256, "sha1": hashlib.sha1}
_WRITE_SIZE = 1 << 20
_SAVE_EVERY = 8 << 20


class Tus:
    def __init__(self, store: Store, blobs: Blobs, turns: Turns):
        self._store, self._blobs, self._turns = store, blobs, turns

    def routes(self):
        one = "/files/{id:[0-9a-f]{32}}"
        return [
            web.options("/files", self.describe),
            web.options(one, self.describe),
            web.post("/files", self.create),
            web.head(one, self.ask),
            web.patch(one, self.append),
            web.delete(one, self.end),
            web.post(one, self.overridden),
        ]

    async def describe(self, request):
        return web.Response(
            status=204,
            headers={
                "Tus-Resumable": _VERSION,
                "Tus-Version": _VERSION,
                "Tus-Extension": _EXTENSIONS,
                "Tus-Max-Size": str(MAX_SIZE),
                "Tus-Checksum-Algorithm": ",".join(_ALGORITHMS),
            },
        )

    async def create(self, request):
        _check_version(request)
        size = _number(request, "Upload-Length")
        if not size:
            raise Problem("upload-length")
        if size > MAX_SIZE:
            raise Problem("upload-too-large", limit=MAX_SIZE)
        with_bytes = request.body_exists
        if with_bytes:
            _check_bytes(request, size)
        if not await self._blobs.run(self._blobs.has_room, size):
            raise Problem("storage-full", headers={"Retry-After": "600"})
        name = secrets.token_hex(16)
        await self._blobs.run(self._blobs.create, name)
        await self._store.write(lambda db: uploads.add(db, name, size, times.now()))
        async with self._turns.take(name, request):
            received = await self._receive(request, name, 0, size) if with_bytes else 0
        headers = {"Location": f"/files/{name}", **await self._headers(name)}
        if with_bytes:
            headers["Upload-Offset"] = str(received)
        return web.Response(status=201, headers=headers)

    async def ask(self, request):
        _check_version(request)
        name = request.match_info["id"]
        async with self._turns.take(name):
            row = await self._upload(name)
        headers = {"Upload-Offset": str(row["received"]), "Upload-Length": str(row["size"])}
        return web.Response(headers={**headers, "Cache-Control": "no-store", **await self._headers(name)})

    async def append(self, request):
        _check_version(request)
        name = request.match_info["id"]
        async with self._turns.take(name, request):
            row = await self._upload(name)
            offset = _number(request, "Upload-Offset")
            if offset is None:
                raise Problem("bad-request", reason="Upload-Offset is missing")
            _check_bytes(request, row["size"] - row["received"])
            if offset != row["received"]:
                raise Problem("upload-offset", headers=await self._headers(name), received=row["received"])
            received = await self._receive(request, name, offset, row["size"])
        return web.Response(status=204, headers={"Upload-Offset": str(received), **await self._headers(name)})

    async def end(self, request):
        _check_version(request)
        name = request.match_info["id"]
        async with self._turns.take(name):
            await self._upload(name)
            await self._store.write(lambda db: uploads.end(db, name, times.now()))
            await self._blobs.run(self._blobs.remove_upload, name)
        return web.Response(status=204, headers={"Tus-Resumable": _VERSION})

    async def overridden(self, request):
        """For clients behind proxies that pass nothing but GET and POST (tus 1.0)."""
        handlers = {"PATCH": self.append, "DELETE": self.end, "HEAD": self.ask}
        handler = handlers.get(request.headers.get("X-HTTP-Method-Override", ""))
        if handler is None:
            raise Problem("method", headers={"Allow": "HEAD, PATCH, DELETE, OPTIONS"})
        return await handler(request)

    async def _upload(self, name):
        row = await self._store.read(lambda db: uploads.find(db, name))
        if row is None:
            raise Problem("upload-missing")
        if row["gone"] or row["expires"] < times.text(times.now()):
            raise Problem("upload-gone")
        return row

    async def _headers(self, name):
        row = await self._store.read(lambda db: uploads.find(db, name))
        return {"Tus-Resumable": _VERSION, "Upload-Expires": times.http(times.parse(row["expires"]))}

    async def _receive(self, request, name, offset, size):
        """Appends the body; -> the new offset, which is on the disk."""
        wanted = _checksum(request)
        writer = await self._blobs.run(self._blobs.writer, name, offset)
        piece = _Piece(self, writer, name, offset, size, saving=wanted is None)
        try:
            try:
                await piece.read(request.content, wanted[0] if wanted else None)
            except (ConnectionError, asyncio.CancelledError, TimeoutError, web.RequestPayloadError) as error:
                # The client went away or stalled. Without a checksum every byte so far is good.
                if wanted is None:
                    await piece.save()
                if isinstance(error, TimeoutError):
                    raise Problem("too-slow") from None
                raise
            if wanted and wanted[0].digest() != wanted[1]:
                raise Problem("checksum")
            await piece.save()
            return piece.offset
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise Problem("storage-full", headers={"Retry-After": "600"}) from error
            raise
        finally:
            await self._blobs.run(writer.close)

    async def _save(self, writer, name, offset):
        await self._blobs.run(writer.sync)
        await self._store.write(lambda db: uploads.advance(db, name, offset, times.now()))


class _Piece:
    """The bytes of one request on their way to the file."""

    def __init__(self, tus, writer, name, offset, size, saving):
        self._tus, self._writer, self._name, self._size = tus, writer, name, size
        self._saving, self._saved, self.offset = saving, offset, offset
        self._buffer = bytearray()

    async def read(self, content, hasher):
        while True:
            async with asyncio.timeout(IDLE_SECONDS):
                data = await content.readany()
            if not data:
                break
            if hasher:
                hasher.update(data)
            self._buffer += data
            if self.offset + len(self._buffer) > self._size:
                self._buffer.clear()
                raise Problem("upload-too-large", limit=self._size)
            if len(self._buffer) >= _WRITE_SIZE:
                await self._flush()
            if self._saving and self.offset - self._saved >= _SAVE_EVERY:
                await self.save()

    async def save(self):
        await self._flush()
        await self._tus._save(self._writer, self._name, self.offset)
        self._saved = self.offset

    async def _flush(self):
        data, self._buffer = self._buffer, bytearray()
        if data:
            await self._tus._blobs.run(self._writer.write, data)
            self.offset += len(data)


def _check_version(request):
    if request.headers.get("Tus-Resumable") != _VERSION:
        raise Problem("tus-version", headers={"Tus-Version": _VERSION})


def _check_bytes(request, room):
    if request.content_type != _BYTES or request.headers.get("Content-Encoding", "identity") != "identity":
        raise Problem("media-type", reason=f"the body must be {_BYTES}")
    if (request.content_length or 0) > room:
        raise Problem("upload-too-large", limit=room)


def _number(request, header):
    written = request.headers.get(header)
    if written is None:
        return None
    if not (written.isascii() and written.isdigit() and len(written) < 16):
        raise Problem("bad-request", reason=f"{header} is not a number")
    return int(written)


def _checksum(request):
    """-> (running hash, wanted digest), or None when the client sent no checksum."""
    written = request.headers.get("Upload-Checksum")
    if written is None:
        return None
    algorithm, _, digest = written.partition(" ")
    if algorithm not in _ALGORITHMS:
        raise Problem("checksum-unknown")
    try:
        return _ALGORITHMS[algorithm](), base64.b64decode(digest, validate=True)
    except ValueError:  # not base64, or not even ASCII
        raise Problem("bad-request", reason="the checksum is not base64") from None
