"""Which builds of the pages this gateway has served: each one's manifest is a leaf of the log.

GET /builds lists them, oldest first, each with its proof, so that whoever compares an origin with a build
(python3 -m setup.origin --log) also sees that the log knows of it: a page made for one visitor alone would
have to stand there for everybody.
"""

import hashlib
import json

from aiohttp import web

from . import times
from .requests import json_response

_NAME = "builds"
_MOST = 1000  # the newest; older ones stay leaves of the log


def entry(manifest: str, time: str) -> bytes:
    """What the leaf commits to; `manifest` is the BLAKE2b-256 of build.txt, hex64."""
    return f"motcua.build/1\n{manifest}\n{time}\n".encode()


class Builds:
    def __init__(self, store, ledger, manifest=lambda: None):
        """manifest() -> build.txt of what is served now, or None; the folder may be made anew."""
        self._store, self._ledger, self.manifest = store, ledger, manifest

    async def note(self, now):
        """Adds the build that is served, if it is not the one that was served last."""
        manifest = self.manifest()
        if manifest is None:
            return
        digest = hashlib.blake2b(manifest, digest_size=32).hexdigest()
        await self._store.write(lambda db: self._add(db, digest, times.text(now)))

    def routes(self):
        return [web.get("/builds", self.serve)]

    async def serve(self, request):
        await self.note(times.now())
        return json_response({"builds": await self._store.read(_known)})

    def _add(self, db, manifest, time):
        known = _known(db)
        if known and known[-1]["manifest"] == manifest:
            return
        leaf = self._ledger.append(db, entry(manifest, time))
        known.append({"manifest": manifest, "time": time, "index": leaf.index, "proof": leaf.proof})
        text = json.dumps(known[-_MOST:])
        db.execute("INSERT OR REPLACE INTO state(name, value) VALUES(?, ?)", (_NAME, text))


def _known(db):
    row = db.execute("SELECT value FROM state WHERE name=?", (_NAME,)).fetchone()
    return json.loads(row["value"]) if row else []
