"""The log: every accepted envelope and event is a leaf of one Merkle tree (RFC 6962, C2SP).

An entry is appended inside the transaction that stores what it commits to, so that neither exists
without the other. All functions run in the store's threads; `db` is their connection.
"""

import base64
import os
import struct
from dataclasses import dataclass

from .core import Core, CoreError
from .trees import ENTRIES, Tree

NAME = "log"
_HASH = 32


@dataclass(frozen=True)
class Entry:
    index: int
    salt: str  # hex64
    proof: str  # a .tlog-proof file


class Ledger:
    def __init__(self, core: Core, origin: str, key: str):
        """origin = the log's name; key = its signer key, whose name is the origin."""
        self._core, self.origin, self._key = core, origin, key
        self._tree = Tree(core, NAME)
        self._signed = (0, None)  # the checkpoint that was asked for last

    def append(self, db, event: bytes) -> Entry:
        """Adds one entry; its proof is against the tree that ends with it."""
        head, salt = self._tree.head(db), os.urandom(32).hex()
        grown = self._core.log_commit(
            size=head["size"],
            edge=head["edge"],
            event=base64.b64encode(event).decode(),
            salt=salt,
            key=self._key,
        )
        self._tree.keep(db, grown)
        self._tree.keep_entries(db, head["size"], bytes.fromhex(grown["entry"]))
        return Entry(head["size"], salt, grown["proof"])

    def size(self, db) -> int:
        return self._tree.head(db)["size"]

    def checkpoint(self, db) -> str | None:
        """The signed size and root of the tree; None while it is empty."""
        head = self._tree.head(db)
        return self._sign(head) if head["size"] else None

    def checkpoint_at(self, db, size: int, root: str) -> str | None:
        """The checkpoint of this size; None when the tree had another root then, or never was as large."""
        head = self._tree.head(db)
        hashes = self.consistency(db, size, head["size"])
        if hashes is None:
            return None
        try:
            sizes = {"old": size, "old_root": root, "size": head["size"], "root": head["root"]}
            self._core.log_consistency_verify(**sizes, hashes=hashes)
        except CoreError:
            return None
        return self._core.checkpoint_sign(size=size, root=root, origin=self.origin, key=self._key)["checkpoint"]

    def inclusion(self, db, index: int) -> dict | None:
        """Proof of a leaf against the present tree, without its salt: the salt belongs to the parties."""
        head = self._tree.head(db)
        if not 0 <= index < head["size"]:
            return None
        return {
            "index": index,
            "size": head["size"],
            "leaf": self._tree.leaf(db, index),
            "hashes": self._tree.inclusion(db, index, head["size"]),
            "checkpoint": self._sign(head),
        }

    def consistency(self, db, old: int, size: int) -> list[str] | None:
        """Proof that the tree of `size` leaves continues that of `old`; None for sizes that never were."""
        if not 0 < old <= size <= self._tree.head(db)["size"]:
            return None
        return self._tree.consistency(db, old, size)

    def tile(self, db, path: str) -> bytes | None:
        """A tile, or a part of one, by its path (C2SP tlog-tiles)."""
        found = self._find(db, path)
        return found and self._tree.tile(db, found["level"], found["index"])[: found["width"] * _HASH]

    def entries(self, db, path: str) -> bytes | None:
        """Entries with their lengths before them; `path` as that of the tile of their leaves."""
        found = self._find(db, f"0/{path}")
        if found is None:
            return None
        entries = self._tree.tile(db, ENTRIES, found["index"])[: found["width"] * _HASH]
        each = (entries[at : at + _HASH] for at in range(0, len(entries), _HASH))
        return b"".join(struct.pack(">H", len(entry)) + entry for entry in each)

    def _find(self, db, path):
        try:
            return self._core.log_tile(path=path, size=self._tree.head(db)["size"])
        except CoreError:
            return None

    def _sign(self, head):
        size, note = self._signed
        if size != head["size"]:
            key = {"origin": self.origin, "key": self._key}
            note = self._core.checkpoint_sign(size=head["size"], root=head["root"], **key)["checkpoint"]
            self._signed = (head["size"], note)
        return note
