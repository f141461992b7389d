"""Merkle trees in the database, as tiles (C2SP tlog-tiles): the log, and units' daily statements.

A tile row holds up to 256 hashes side by side, and only ever grows. The tree's size and edge (the hashes
of its perfect subtrees) stand in `state`, so that appending reads nothing else. All functions run in the
store's threads; `db` is their connection.
"""

import base64
import json

from .core import Core

ENTRIES = -1  # the level under which a tree's entries lie, 32 bytes each
_WIDTH, _HASH = 256, 32


class Tree:
    def __init__(self, core: Core, name: str):
        self._core, self.name = core, name

    def head(self, db) -> dict:
        """{size, edge, root}; root is None while the tree is empty."""
        row = db.execute("SELECT value FROM state WHERE name=?", (self.name,)).fetchone()
        return json.loads(row["value"]) if row else {"size": 0, "edge": [], "root": None}

    def keep(self, db, grown: dict):
        """Writes what the core's log_append or log_commit gave."""
        for level, position, start, hashes in grown["tiles"]:
            self._write(db, level, position, start, base64.b64decode(hashes))
        head = json.dumps({name: grown[name] for name in ("size", "edge", "root")})
        db.execute("INSERT OR REPLACE INTO state(name, value) VALUES(?, ?)", (self.name, head))

    def keep_entries(self, db, index: int, entries: bytes):
        """Writes entries of 32 bytes each, the first of them the tree's entry `index`."""
        while entries:
            position, start = divmod(index, _WIDTH)
            piece = entries[: (_WIDTH - start) * _HASH]
            self._write(db, ENTRIES, position, start, piece)
            index, entries = index + len(piece) // _HASH, entries[len(piece) :]

    def remove(self, db):
        db.execute("DELETE FROM tiles WHERE tree=?", (self.name,))
        db.execute("DELETE FROM state WHERE name=?", (self.name,))

    def tile(self, db, level: int, position: int) -> bytes:
        row = db.execute(
            "SELECT hashes FROM tiles WHERE tree=? AND level=? AND position=?", (self.name, level, position)
        ).fetchone()
        return row["hashes"] if row else b""

    def leaf(self, db, index: int) -> str:
        start = index % _WIDTH * _HASH
        return self.tile(db, 0, index // _WIDTH)[start : start + _HASH].hex()

    def inclusion(self, db, index: int, size: int) -> list[str]:
        """Hashes that prove the leaf in the tree of this size. Raises CoreError."""
        wanted = self._core.log_proof_tiles(index=index, size=size)["tiles"]
        named, data = self._tiles(db, wanted)
        return self._core.log_proof(data, index=index, size=size, tiles=named)["hashes"]

    def consistency(self, db, old: int, size: int) -> list[str]:
        """Hashes that prove that the tree of `size` continues that of `old`. Raises CoreError."""
        wanted = self._core.log_consistency_tiles(old=old, size=size)["tiles"]
        named, data = self._tiles(db, wanted)
        return self._core.log_consistency(data, old=old, size=size, tiles=named)["hashes"]

    def _tiles(self, db, wanted):
        """-> (each with its size, all of them one behind the other)"""
        tiles = [self.tile(db, level, at) for level, at in wanted]
        return [[level, at, len(tile)] for (level, at), tile in zip(wanted, tiles)], b"".join(tiles)

    def _write(self, db, level, position, start, hashes):
        before = self.tile(db, level, position)
        if len(before) != start * _HASH:
            raise RuntimeError(f"tile {level}/{position} of {self.name} does not have {start} hashes")
        db.execute(
            "INSERT OR REPLACE INTO tiles(tree, level, position, hashes) VALUES(?, ?, ?, ?)",
            (self.name, level, position, before + hashes),
        )
