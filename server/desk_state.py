"""./serve.py desk state: the unit's daily statement of what the log has about each dossier (docs/formats/state.md).

Nothing is stated on the gateway's word: envelopes, receipts, and all that the applicant and units have signed, with
its places in the log, are verified first. What the unit has sent or stated before is kept beside its keys, so that
a gateway that leaves out a dossier or an entry is told, and gets no signature on it.
"""

import fcntl
import hashlib
import json
import os
from contextlib import contextmanager
from pathlib import Path

from . import times
from .desk_record import Record
from .folder import write_whole
from .refused import Refused

_FORMAT, _OLDER = "motcua.unit-stated/2", "motcua.unit-stated/1"
_DIGITS = 32  # of a hash


class Memory:
    """unit-CODE.stated.json: which entries of units this desk knows of, for each dossier, by their hashes. Commands
    that run side by side take turns by unit-CODE.stated.lock."""

    def __init__(self, keys: Path):
        name = keys.name.removesuffix(".json").removesuffix(".keys")
        self._path, self._lock = keys.with_name(f"{name}.stated.json"), keys.with_name(f"{name}.stated.lock")

    def keep(self, known: dict[str, list[str]], size: int = 0):
        """`known`: number -> texts of signed notes; `size`: of the log in which they were."""
        with self._alone():
            kept = self._kept()
            last = kept["dossiers"]
            for number, notes in known.items():
                last[number] = sorted({*last.get(number, []), *map(_hash, notes)})
            whole = {"format": _FORMAT, "size": max(size, kept["size"]), "dossiers": dict(sorted(last.items()))}
            write_whole(self._path, json.dumps(whole, indent=0) + "\n")

    def known(self) -> dict[str, list[str]]:
        """number -> hashes. Raises Refused when the file is not one of these."""
        return self._kept()["dossiers"]

    def size(self) -> int:
        """Of the log, when this desk last stated something."""
        return self._kept()["size"]

    def _kept(self):
        if not self._path.exists():
            return {"size": 0, "dossiers": {}}
        kept = json.loads(self._path.read_text(encoding="utf-8"))
        if kept.get("format") == _OLDER:  # which counted events
            return {"size": 0, "dossiers": {number: [] for number in kept["dossiers"]}}
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


def _hash(note: str) -> str:
    return hashlib.sha256(note.encode()).hexdigest()[:_DIGITS]


def check(known: dict[str, list[str]], shown: dict[str, list[str]]):
    """Raises Refused when the gateway shows less than this desk knows of. `shown`: number -> notes."""
    for number, hashes in known.items():
        if number not in shown:
            raise _less(f"dossier {number}")
        if set(hashes) - set(map(_hash, shown[number])):
            raise _less(f"an entry of {number}")


def _less(what):
    return Refused(f"the gateway leaves out {what}; nothing was stated", "tell its operator, and the auditors")


def arguments(verbs, common):
    one = verbs.add_parser("state", parents=[common], help="the daily statement of what the log has about each dossier")
    one.add_argument("--roots", type=Path, required=True, metavar="FILE", help="the root keys, roots.json")


def state(desk, options):
    record, memory = Record(desk.core, options.api, desk.unit, options.roots), Memory(options.keys)
    # In this order: what is sent or comes from now on may be missing, and lies beyond the size.
    known, before, now = memory.known(), memory.size(), times.text(times.now())
    size = record.log_size()
    if size < before:
        raise Refused("the gateway shows an older log than at the last statement", "tell its operator, and the auditors")
    dossiers, facts, shown = desk.dossiers(), [], {}
    for dossier in dossiers:
        number = dossier["number"]
        if number in shown:
            raise Refused(f"the gateway lists dossier {number} twice", "tell its operator")
        places = record.places(dossier, record.accepted(dossier))
        shown[number] = [note for note, place in places.items() if place < size]
        entries = sorted(place for place in places.values() if place < size)
        facts.append({"number": number, "salt": dossier["salt"], "entries": entries})
    check(known, shown)
    if not facts:
        print("This unit holds no dossier: there is nothing to state.")
        return
    note = desk.core.state_make(unit=desk.unit, time=now, size=size, dossiers=facts, key=desk.key)["note"]
    memory.keep(shown, size)
    stated = [[one["number"], one["entries"]] for one in facts]
    with desk.ask("state", note=note, dossiers=stated) as answer:
        told = json.load(answer)
    print(f"{told['time']}  {told['dossiers']} dossiers stated")
