"""./serve.py desk state: the unit's daily statement of how far each of its dossiers is (docs/formats/state.md).

Nothing is stated on the gateway's word: envelopes, receipts, and all that the applicant and units have signed, with
its places in the log, are verified first. What the unit has stated or sent before is kept beside its keys, so that
a gateway that leaves out a dossier or its newest entry is told, and gets no signature on it.
"""

import fcntl
import json
import os
from contextlib import contextmanager
from pathlib import Path

from . import times
from .desk_record import Record
from .folder import write_whole
from .refused import Refused

_FORMAT = "motcua.unit-stated/1"


class Memory:
    """unit-CODE.stated.json: how many entries of units this desk knows of, for each dossier. Commands that run side by
    side take turns by unit-CODE.stated.lock."""

    def __init__(self, keys: Path):
        name = keys.name.removesuffix(".json").removesuffix(".keys")
        self._path, self._lock = keys.with_name(f"{name}.stated.json"), keys.with_name(f"{name}.stated.lock")

    def keep(self, known: dict[str, int]):
        with self._alone():
            last = self.known()
            for number, entries in known.items():
                last[number] = max(entries, last.get(number, 0))
            text = json.dumps({"format": _FORMAT, "dossiers": dict(sorted(last.items()))}, indent=1)
            write_whole(self._path, text + "\n")

    def known(self) -> dict[str, int]:
        """Raises Refused when the file is not one of these."""
        if not self._path.exists():
            return {}
        kept = json.loads(self._path.read_text(encoding="utf-8"))
        if kept.get("format") != _FORMAT:
            raise Refused(f"{self._path} is not what this command wrote", "move it away; then all is taken as new")
        return kept["dossiers"]

    @contextmanager
    def _alone(self):
        handle = os.open(self._lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)  # which gives the lock up


def count(dossier: dict) -> int:
    """Of entries that units have made about a dossier, as a gateway lists it."""
    answers = sum(len(said["answers"]) for said in dossier["feedback"])
    return len(dossier["events"]) + answers + len(dossier["marks"])


def check(known: dict[str, int], shown: dict[str, int]):
    """Raises Refused when the gateway shows less than this desk knows of."""
    for number, entries in known.items():
        if shown.get(number, -1) < entries:
            what = "leaves out dossier" if number not in shown else "leaves out the newest entry of"
            raise Refused(f"the gateway {what} {number}; nothing was stated", "tell its operator, and the auditors")


def arguments(verbs, common):
    one = verbs.add_parser("state", parents=[common], help="the daily statement of how far each dossier is")
    one.add_argument("--roots", type=Path, required=True, metavar="FILE", help="the root keys, roots.json")


def state(desk, options):
    record, memory = Record(desk.core, options.api, desk.unit, options.roots), Memory(options.keys)
    known = memory.known()  # what is sent while the gateway answers is no fault of its answer
    now = times.text(times.now())  # and may be missing in what is stated as of now
    dossiers, stated = desk.dossiers(), {}
    for dossier in dossiers:
        if dossier["number"] in stated:
            raise Refused(f"the gateway lists dossier {dossier['number']} twice", "tell its operator")
        record.course(dossier, record.accepted(dossier))
        stated[dossier["number"]] = count(dossier)
    check(known, stated)
    if not stated:
        print("This unit holds no dossier: there is nothing to state.")
        return
    facts = [{"number": one["number"], "salt": one["salt"], "entries": stated[one["number"]]} for one in dossiers]
    note = desk.core.state_make(unit=desk.unit, time=now, dossiers=facts, key=desk.key)["note"]
    memory.keep(stated)
    with desk.ask("state", note=note, dossiers=[list(pair) for pair in stated.items()]) as answer:
        told = json.load(answer)
    print(f"{told['time']}  {told['dossiers']} dossiers stated")
