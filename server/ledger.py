"""The log: every accepted envelope and event is a leaf of one Merkle tree (RFC 6962, C2SP).

An entry is appended inside the transaction that stores what it commits to, so that neither exists
without the other. All functions run in the store's threads; `db` is their connection.
"""

import base64
import json
import os
from dataclasses import dataclass

from .core import Core


@dataclass(frozen=True)
class Entry:
    index: int
    salt: str  # hex64
    proof: str  # a .tlog-proof file


class Ledger:
    def __init__(self, core: Core, origin: str, key: str):
        """origin = the log's name; key = its signer key, whose name is the origin."""
        self._core, self._origin, self._key = core, origin, key

    def append(self, db, event: bytes) -> Entry:
        """Adds one entry; its proof is against the tree that ends with it."""
        size, edge = _tree(db)
        salt = os.urandom(32).hex()
        leaf = self._core.leaf(event=base64.b64encode(event).decode(), salt=salt)["leaf"]
        grown = self._core.log_append(size=size, edge=edge, leaves=[leaf])
        db.executemany("INSERT INTO nodes(level, position, hash) VALUES(?, ?, ?)", grown["nodes"])
        tree = json.dumps({"size": grown["size"], "edge": grown["edge"], "root": grown["root"]})
        db.execute("INSERT OR REPLACE INTO state(name, value) VALUES('log', ?)", (tree,))
        proof = self._core.proof_file(
            index=size,
            hashes=self._hashes(db, size, grown["size"]),
            salt=salt,
            checkpoint=self._sign(grown["size"], grown["root"]),
        )["proof"]
        return Entry(size, salt, proof)

    def checkpoint(self, db) -> str | None:
        """The signed size and root of the tree; None while it is empty."""
        tree = _state(db)
        return self._sign(tree["size"], tree["root"]) if tree else None

    def inclusion(self, db, index: int) -> dict | None:
        """Proof of a leaf against the present tree, without its salt: the salt belongs to the parties."""
        tree = _state(db)
        if not tree or not 0 <= index < tree["size"]:
            return None
        leaf = db.execute("SELECT hash FROM nodes WHERE level=0 AND position=?", (index,)).fetchone()
        return {
            "index": index,
            "size": tree["size"],
            "leaf": leaf["hash"],
            "hashes": self._hashes(db, index, tree["size"]),
            "checkpoint": self._sign(tree["size"], tree["root"]),
        }

    def _sign(self, size, root):
        return self._core.checkpoint_sign(origin=self._origin, size=size, root=root, key=self._key)["checkpoint"]

    def _hashes(self, db, index, size):
        nodes = []
        for level, position in self._core.log_proof_nodes(index=index, size=size)["nodes"]:
            row = db.execute("SELECT hash FROM nodes WHERE level=? AND position=?", (level, position)).fetchone()
            nodes.append([level, position, row["hash"]])
        return self._core.log_proof(index=index, size=size, nodes=nodes)["hashes"]


def _state(db):
    row = db.execute("SELECT value FROM state WHERE name='log'").fetchone()
    return json.loads(row["value"]) if row else None


def _tree(db):
    tree = _state(db)
    return (tree["size"], tree["edge"]) if tree else (0, [])
