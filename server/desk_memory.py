"""What a desk remembers, so that a gateway that shows it less, or another log, is told (docs/formats/state.md).

unit-CODE.stated.json beside the unit's keys: the log's checkpoint at the last statement, and which entries of units
this desk knows of. Commands that run side by side take turns by unit-CODE.stated.lock.
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

Known = dict[str, dict[str, int | None]]  # number -> entry's hash -> its place in the log, where that is known


class Memory:
    def __init__(self, keys: Path):
        name = keys.name.removesuffix(".json").removesuffix(".keys")
        self._path, self._lock = keys.with_name(f"{name}.stated.json"), keys.with_name(f"{name}.stated.lock")
        self.evidence = keys.with_name(f"{name}.fork.txt")

    def keep(self, shown: dict[str, dict[str, int | None]], checkpoint: str | None = None):
        """`shown`: number -> text of a unit's note -> its place; `checkpoint`: of the log that it was proven in."""
        with self._alone():
            kept = self._kept()
            dossiers = kept["dossiers"]
            for number, notes in shown.items():
                known = dossiers.setdefault(number, {})
                for note, place in notes.items():
                    known[entry_hash(note)] = known.get(entry_hash(note)) if place is None else place
            whole = {
                "format": _FORMAT,
                "checkpoint": checkpoint or kept["checkpoint"],
                "dossiers": {number: dict(sorted(dossiers[number].items())) for number in sorted(dossiers)},
            }
            write_whole(self._path, json.dumps(whole, indent=0) + "\n")

    def known(self) -> Known:
        """Raises Refused when the file is not one of these."""
        return self._kept()["dossiers"]

    def checkpoint(self) -> str | None:
        """Of the log, when this desk last stated something."""
        return self._kept()["checkpoint"]

    def _kept(self):
        if not self._path.exists():
            return {"checkpoint": None, "dossiers": {}}
        kept = json.loads(self._path.read_text(encoding="utf-8"))
        if kept.get("format") == _OLDER:  # which counted events
            return {"checkpoint": None, "dossiers": {number: {} for number in kept["dossiers"]}}
        if kept.get("format") != _FORMAT:
            raise Refused(f"{self._path} is not what this command wrote", "move it away; then all is taken as new")
        return kept

    @contextmanager
    def _alone(self):
        handle = os.open(self._lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)  # which gives the lock up


def entry_hash(note: str) -> str:
    return hashlib.sha256(note.encode()).hexdigest()[:_DIGITS]


def check(known: Known, shown: dict[str, dict[str, int]]):
    """Raises Refused when the gateway shows less than this desk knows of, or shows it elsewhere in the log."""
    for number, entries in known.items():
        if number not in shown:
            raise _told(f"leaves out dossier {number}")
        places = {entry_hash(note): place for note, place in shown[number].items()}
        for entry, place in entries.items():
            if entry not in places:
                raise _told(f"leaves out an entry of {number}")
            if place is not None and places[entry] != place:
                raise _told(f"has logged an entry of {number} twice")


def _told(what):
    return Refused(f"the gateway {what}; nothing was stated", "tell its operator, and the auditors")
