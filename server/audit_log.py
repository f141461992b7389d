"""A whole log, followed from outside (C2SP tlog-tiles): every hash is computed again from the leaves.

    DIR/seen.json     the newest checkpoint that held, and what going on from it needs
    DIR/tiles/        full tiles and bundles of entries, under their paths; all of them verified
    DIR/new/          what is being verified; gone at the end of a run
    DIR/evidence-*    two signed checkpoints that no honest log signs both

Memory holds one tile of each level, however long the log is.
"""

import base64
import hashlib
import json
import os
import shutil
from pathlib import Path

from . import times
from .core import Core, CoreError
from .folder import write_whole
from .remote import Remote, Wrong

_HASH, _WIDTH = 32, 256
_TILE = _WIDTH * _HASH
_ENTRY = 2 + _HASH
NOTE_MAX = 64 << 10
_PROOF_MAX = 16 << 10


def tile_path(index: int) -> str:
    """x001/x234/067"""
    parts = [f"{index % 1000:03}"]
    while index := index // 1000:
        parts.insert(0, f"x{index % 1000:03}")
    return "/".join(parts)


class FollowedLog:
    def __init__(self, core: Core, remote: Remote, log: str, folder: Path):
        """log = the log's key. Raises Wrong when the folder is another log's, ValueError, OSError."""
        self._core, self._remote, self._log, self._folder = core, remote, log, folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path = folder / "seen.json"
        self.seen = json.loads(self._path.read_text()) if self._path.exists() else None
        if self.seen and self.seen["log"] != log:
            raise ValueError(f"{folder} is of another log's audit: name another folder with --data")
        self.last = b""  # leaves of the last tile, when it is not full

    @property
    def size(self) -> int:
        return self.seen["size"] if self.seen else 0

    def checkpoint(self, name="checkpoint") -> str | None:
        """As the log gives it, not verified. Raises Unreachable, Wrong."""
        body = self._remote.get(f"/log/{name}", NOTE_MAX)
        try:
            return body if body is None else body.decode()
        except UnicodeDecodeError:
            raise Wrong(f"/log/{name} is not text") from None

    def verify(self, note: str) -> dict:
        """{size, root}. Raises Wrong."""
        try:
            return self._core.checkpoint_verify(checkpoint=note, log=self._log)
        except CoreError as error:
            raise Wrong(f"the checkpoint does not hold: {error.message}") from None

    def continues(self, old: dict, old_note: str, new: dict, new_note: str):
        """Raises Wrong, and keeps the evidence, unless the log of `new` begins with that of `old`."""
        sizes = f"{old['size']} and {new['size']} entries"
        if old["size"] == new["size"]:
            if old["root"] != new["root"]:
                self._accuse(old_note, new_note, f"the log is forked: it has signed two different trees of {sizes}")
            return
        if old["size"] == 0:
            return  # every log continues an empty one
        path = f"/log/consistency/{old['size']}/{new['size']}"
        try:
            hashes = json.loads(self._remote.get(path, _PROOF_MAX) or b"null")["hashes"]
            self._core.log_consistency_verify(
                old=old["size"], size=new["size"], old_root=old["root"], root=new["root"], hashes=hashes
            )
        except (CoreError, ValueError, KeyError, TypeError, RecursionError):
            reason = f"the log does not prove that it continues what it signed before ({sizes}): it is forked, or hides it"
            self._accuse(old_note, new_note, reason)

    def shorter(self, new: dict, note: str):
        """Raises Wrong when the log has fewer entries than it had."""
        if new["size"] < self.size:
            reason = f"the log went back: it had {self.size} entries and now shows {new['size']}"
            self._accuse(self.seen["note"], note, reason)

    def follow(self, head: dict, note: str):
        """Fetches what is new, verifies all of it, and only then keeps it. Raises Wrong, Unreachable."""
        new = self._folder / "new"
        shutil.rmtree(new, ignore_errors=True)
        try:
            run = _Run(self._core, self._remote, new, self.seen or {})
            run.to(head)
            self._keep(new, run, head, note)
            self.last = run.last
        finally:
            shutil.rmtree(new, ignore_errors=True)

    def leaves(self):
        """Every leaf's hash, in order; after follow()."""
        for index in range(self.size // _WIDTH):
            tile = (self._folder / "tiles" / "0" / tile_path(index)).read_bytes()
            yield from (tile[at : at + _HASH] for at in range(0, _TILE, _HASH))
        yield from (self.last[at : at + _HASH] for at in range(0, len(self.last), _HASH))

    def _keep(self, new, run, head, note):
        for path in sorted(new.rglob("*")) if new.exists() else ():
            if path.is_file():
                to = self._folder / "tiles" / path.relative_to(new)
                to.parent.mkdir(parents=True, exist_ok=True)
                os.replace(path, to)
        self.seen = {
            "log": self._log,
            "size": head["size"],
            "root": head["root"],
            "note": note,
            "time": times.text(times.now()),
            **run.boundary,
        }
        write_whole(self._path, json.dumps(self.seen) + "\n")

    def _accuse(self, old_note, new_note, reason):
        stem = hashlib.sha256((old_note + new_note).encode()).hexdigest()[:16]
        evidence = self._folder / f"evidence-{stem}.txt"
        write_whole(evidence, f"{old_note}\n{new_note}")
        raise Wrong(f"{reason}. Both signed checkpoints are kept in {evidence.name}")


class _Run:
    """From the last full tile that was verified to a checkpoint."""

    def __init__(self, core, remote, folder, seen):
        self._core, self._remote, self._folder, self._seen = core, remote, folder, seen
        self.boundary = {name: seen.get(name, empty) for name, empty in (("full", 0), ("edge", []), ("upper", {}))}
        self._upper = {int(level): base64.b64decode(hashes) for level, hashes in self.boundary["upper"].items()}
        self._size, self._edge = self.boundary["full"] * _WIDTH, self.boundary["edge"]
        self._root = hashlib.sha256().hexdigest()  # of no leaves
        self.last = b""

    def to(self, head):
        for index in range(self.boundary["full"], -(-head["size"] // _WIDTH)):
            width = min(_WIDTH, head["size"] - index * _WIDTH)
            leaves = self._fetch(f"/log/tile/0/{tile_path(index)}", width, _HASH, f"0/{tile_path(index)}")
            self._entries(index, width, leaves)
            self._append(leaves)
            if width == _WIDTH:
                upper = {level: base64.b64encode(hashes).decode() for level, hashes in self._upper.items()}
                self.boundary = {"full": index + 1, "edge": self._edge, "upper": upper}
            else:
                self.last = leaves
        for level, hashes in sorted(self._upper.items()):
            if hashes:
                self._compare(level, hashes)
        if head["size"] != self._seen.get("size") and self._root != head["root"]:
            raise Wrong("the tiles do not lead to the root that the log has signed")

    def _entries(self, index, width, leaves):
        path = f"/log/tile/entries/{tile_path(index)}"
        bundle = self._fetch(path, width, _ENTRY, f"entries/{tile_path(index)}")
        for at in range(width):
            entry = bundle[at * _ENTRY : (at + 1) * _ENTRY]
            leaf = leaves[at * _HASH : (at + 1) * _HASH]
            if entry[:2] != _HASH.to_bytes(2, "big") or hashlib.sha256(b"\0" + entry[2:]).digest() != leaf:
                raise Wrong(f"entry {index * _WIDTH + at} is not the one that its leaf is made of")

    def _append(self, leaves):
        """In two steps where the checkpoint that was seen before lies between."""
        seen, hashes = self._seen.get("size", 0), [leaves[at : at + _HASH].hex() for at in range(0, len(leaves), _HASH)]
        cut = min(max(seen - self._size, 0), len(hashes))
        for part in (hashes[:cut], hashes[cut:]):
            if not part:
                continue
            grown = self._core.log_append(size=self._size, edge=self._edge, leaves=part)
            self._size, self._edge, self._root = grown["size"], grown["edge"], grown["root"]
            if self._size == seen and self._root != self._seen["root"]:
                raise Wrong(f"the first {seen} entries are not those that were there before")
            for level, _, start, pieces in grown["tiles"]:
                if level > 0:
                    self._climb(level, start, base64.b64decode(pieces))

    def _climb(self, level, start, hashes):
        self._upper[level] = self._upper.get(level, b"") + hashes
        assert len(self._upper[level]) == start * _HASH + len(hashes)
        if len(self._upper[level]) == _TILE:
            self._compare(level, self._upper[level])
            self._upper[level] = b""

    def _compare(self, level, hashes):
        """The log's own tile must have the hashes that follow from the leaves."""
        width = len(hashes) // _HASH
        covered = self._size // _WIDTH**level
        path = f"{level}/{tile_path((covered - 1) // _WIDTH)}"
        if self._fetch(f"/log/tile/{path}", width, _HASH, path) != hashes:
            raise Wrong(f"tile {path} does not have the hashes that follow from those below it")

    def _fetch(self, path, width, each, keep):
        """So many hashes or entries; a full tile lies in the folder afterwards, as not verified yet."""
        size = width * each
        body = self._remote.get(path if width == _WIDTH else f"{path}.p/{width}", size)
        if body is None and width < _WIDTH:  # the part may be gone once the tile is full
            whole = self._remote.get(path, _WIDTH * each)
            body = whole and whole[:size]
        if body is None:
            raise Wrong(f"{path} is missing, though the signed size says that it must be there")
        if len(body) != size:
            raise Wrong(f"{path} has {len(body)} bytes; it must have {size}")
        if width == _WIDTH:
            file = self._folder / keep
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(body)
        return body
