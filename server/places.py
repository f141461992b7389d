"""The national list of places, as a pack (docs/formats/places.md): the demo's own, or an operator's signed one.

GET /places/HASH serves it, where HASH is what the signed directory names: what has another content has
another address, so a browser may keep it for good.
"""

import base64
from pathlib import Path

from aiohttp import web

from .core import Core
from .problems import Problem
from .requests import takes_brotli

_LARGEST = 4 << 20


class Places:
    def __init__(self, core: Core, pack: Path, key: Path | None = None):
        """Reads the pack; with a minisign public key, PACK.minisig must hold. Raises CoreError, OSError."""
        import brotli  # Debian's; comes with the set-up

        self._pack = pack.read_bytes()[: _LARGEST + 1]
        request = {"pack": base64.b64encode(self._pack).decode()}
        if key:
            request["key"] = key.read_text(encoding="utf-8")
            request["signature"] = Path(f"{pack}.minisig").read_text(encoding="utf-8")
        read = core.pack_read(**request)
        self.named = {"version": read["version"], "hash": read["hash"], "size": read["size"]}
        self._small = brotli.compress(self._pack, quality=11)

    def routes(self):
        return [web.get("/places/{hash:[0-9a-f]{64}}", self.serve)]

    async def serve(self, request):
        if request.match_info["hash"] != self.named["hash"]:
            raise Problem("not-found")
        headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
        body = self._pack
        if takes_brotli(request):
            headers["Content-Encoding"] = "br"
            body = self._small
        return web.Response(body=body, content_type="application/octet-stream", headers=headers)
