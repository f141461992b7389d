"""A log of the tests' own, made with the core, without a gateway."""

import base64
import hashlib

from serving import core

KEY = core.unit_keygen(unit="test.example/log", random="5" * 64)


class Log:
    """A log whose operator may show different trees to different people."""

    def __init__(self, *events):
        self.size, self.edge, self.root, self.tiles, self.roots, self.entries = 0, [], None, {}, {}, []
        for event in events:
            self.add(event)

    def add(self, event):
        grown = core.log_commit(
            size=self.size, edge=self.edge, event=base64.b64encode(event).decode(), salt="a" * 64, key=KEY["sign"]
        )
        self.entries.append(bytes.fromhex(grown["entry"]))
        self._grow(grown)

    def add_many(self, count, seed=b""):
        """Entries that are somebody's events, in one go."""
        for at in range(0, count, 5000):
            entries = [hashlib.sha256(seed + b"%d" % (at + n)).digest() for n in range(min(5000, count - at))]
            leaves = [hashlib.sha256(b"\0" + entry).hexdigest() for entry in entries]
            self.entries += entries
            self._grow(core.log_append(size=self.size, edge=self.edge, leaves=leaves))

    def _grow(self, grown):
        for level, at, _, hashes in grown["tiles"]:
            self.tiles[level, at] = self.tiles.get((level, at), b"") + base64.b64decode(hashes)
        self.size, self.edge, self.root = grown["size"], grown["edge"], grown["root"]
        self.roots[self.size] = self.root

    def checkpoint(self, size=None):
        size = size or self.size
        made = core.checkpoint_sign(origin="test.example/log", size=size, root=self.roots[size], key=KEY["sign"])
        return made["checkpoint"]

    def proof(self, old, size):
        wanted = core.log_consistency_tiles(old=old, size=size)["tiles"]
        tiles = [[level, at, len(self.tiles[level, at])] for level, at in wanted]
        data = b"".join(self.tiles[level, at] for level, at in wanted)
        return core.log_consistency(data, old=old, size=size, tiles=tiles)["hashes"]

    def request(self, old, size=None):
        size = size or self.size
        hashes = self.proof(old, size) if old else []
        return core.witness_request(old=old, hashes=hashes, checkpoint=self.checkpoint(size))["body"]
