"""What a desk remembers, so that a gateway that shows it less, or another log, is told (docs/formats/state.md).

unit-CODE.stated.json beside the unit's keys: the log's newest checkpoint that was proven, and which entries this
desk knows of. Commands that run side by side take turns by unit-CODE.stated.lock.
"""

import fcntl
import hashlib
import json
import os
from contextlib import contextmanager
from pathlib import Path

from .folder import write_whole
from .refused import Refused

_FORMAT, _OLDER = "motcua.unit-stated/2", "motcua.unit-stated/1"
_DIGITS = 32  # of a hash

TELL = "tell its operator, and the auditors; docs/operations.md says how to go on after a restored backup"
Known = dict[str, dict[str, int | None]]  # number -> entry's hash -> its place in the log, where that is known


class Memory:
    def __init__(self, keys: Path):
        self._path, self._keys = beside(keys, ".stated.json"), keys
        self.evidence = beside(keys, ".fork")  # what its files begin with

    def sent(self, number: str, note: str):
        """The gateway has taken this note from this desk."""
        with alone(self._keys):
            kept = self._kept()
            kept["dossiers"].setdefault(number, {}).setdefault(entry_hash(note), None)
            self._write(kept)

    def proven(self, shown: dict[str, dict[str, int]], checkpoint: str, before: str | None):
        """All of this lies in the log of `checkpoint`, which continues the one that was kept `before`. `shown`: number
        -> text of an entry -> its place. Raises Refused when another command has kept another one meanwhile: nobody
        has looked whether one continues the other."""
        with alone(self._keys):
            kept = self._kept()
            if kept["checkpoint"] != before:
                raise Refused("another statement was made meanwhile; this one was not", "start it again if need be")
            kept["checkpoint"] = checkpoint
            for number, entries in shown.items():
                kept["dossiers"].setdefault(number, {}).update({entry_hash(text): place for text, place in entries.items()})
            self._write(kept)

    def known(self) -> Known:
        """Raises Refused when the file is not one of these."""
        return self._kept()["dossiers"]

    def checkpoint(self) -> str | None:
        """The newest one that was proven; None before the first statement."""
        return self._kept()["checkpoint"]

    def _write(self, kept):
        write_whole(self._path, json.dumps({"format": _FORMAT, **kept}, indent=0, sort_keys=True) + "\n")

    def _kept(self):
        if not self._path.exists():
            return {"checkpoint": None, "dossiers": {}}
        kept = json.loads(self._path.read_text(encoding="utf-8"))
        if kept.get("format") == _OLDER:  # which counted events
            return {"checkpoint": None, "dossiers": {number: {} for number in kept["dossiers"]}}
        if kept.get("format") != _FORMAT:
            raise Refused(f"{self._path} is not what this command wrote", "move it away; then all is taken as new")
        return {name: kept[name] for name in ("checkpoint", "dossiers")}


def beside(keys: Path, ending: str) -> Path:
    """unit-CODE<ending>, beside unit-CODE.keys.json."""
    return keys.with_name(keys.name.removesuffix(".json").removesuffix(".keys") + ending)


@contextmanager
def alone(keys: Path):
    """The other commands that write what this desk remembers wait meanwhile."""
    handle = os.open(beside(keys, ".stated.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)  # which gives the lock up


def entry_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def check(known: Known, shown: dict[str, dict[str, int]]):
    """Raises Refused when the gateway shows less than this desk knows of, or shows it elsewhere in the log. `shown`
    as Memory.proven takes it."""
    for number, entries in known.items():
        if number not in shown:
            raise _told(f"leaves out dossier {number}")
        places = {entry_hash(text): place for text, place in shown[number].items()}
        for entry, place in entries.items():
            if entry not in places:
                raise _told(f"leaves out an entry of {number}")
            if place is not None and places[entry] != place:
                raise _told(f"has logged an entry of {number} twice")


def _told(what):
    return Refused(f"the gateway {what}; nothing was stated", TELL)
