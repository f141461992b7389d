"""The log in public: its checkpoint, proofs, and tiles (C2SP tlog-tiles) for whoever follows it whole.

Tiles never change, so that anything between may keep them; the checkpoint and proofs against it do.
"""

from functools import lru_cache

from aiohttp import web

from .core import Core
from .ledger import Ledger
from .problems import Problem
from .requests import json_response
from .store import Store
from .witnessing import witnessed

_FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_PROOFS_KEPT = 4096


class Transparency:
    def __init__(self, core: Core, store: Store, ledger: Ledger):
        self._core, self._store, self._ledger = core, store, ledger
        self._kept = lru_cache(_PROOFS_KEPT)(lambda old, size: {})  # one box for each pair of sizes

    def routes(self):
        return [
            web.get("/log/checkpoint", self.checkpoint),
            web.get("/log/witnessed", self.witnessed),
            web.get("/log/proof/{index:[0-9]{1,15}}", self.proof),
            web.get("/log/consistency/{old:[0-9]{1,15}}/{size:[0-9]{1,15}}", self.consistency),
            web.get("/log/tile/entries/{path:[0-9x/.p]{3,40}}", self.entries),
            web.get("/log/tile/{path:[0-9x/.p]{3,40}}", self.tile),
        ]

    async def checkpoint(self, request):
        return _checkpoint(await self._store.read(self._ledger.checkpoint))

    async def witnessed(self, request):
        """The newest checkpoint that enough witnesses have signed."""
        return _checkpoint(await self._store.read(witnessed))

    async def proof(self, request):
        index = int(request.match_info["index"])
        proof = await self._store.read(lambda db: self._ledger.inclusion(db, index))
        if proof is None:
            raise Problem("log-missing")
        return json_response(proof)

    async def consistency(self, request):
        old, size = int(request.match_info["old"]), int(request.match_info["size"])
        box = self._kept(old, size)
        if "hashes" not in box:
            hashes = await self._store.read(lambda db: self._ledger.consistency(db, old, size))
            if hashes is None:
                raise Problem("log-missing")
            box["hashes"] = hashes
        return json_response({"old": old, "size": size, "hashes": box["hashes"]})

    async def tile(self, request):
        path = request.match_info["path"]
        return _bytes(await self._store.read(lambda db: self._ledger.tile(db, path)))

    async def entries(self, request):
        path = request.match_info["path"]
        return _bytes(await self._store.read(lambda db: self._ledger.entries(db, path)))


def _checkpoint(text):
    if text is None:
        raise Problem("log-missing")
    headers = {"Cache-Control": "no-cache"}
    return web.Response(text=text, content_type="text/plain", charset="utf-8", headers=headers)


def _bytes(body):
    if body is None:
        raise Problem("log-missing")
    return web.Response(body=body, content_type="application/octet-stream", headers=_FOREVER)
