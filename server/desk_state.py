"""./serve.py desk state: the unit's daily statement of how far each of its dossiers is (docs/formats/state.md).

Nothing is stated on the gateway's word: envelopes, events, receipts and their places in the log are verified
first. What the unit has stated or sent before is kept beside its keys, so that a gateway that leaves out a
dossier or its newest event is told, and gets no signature on it.
"""

import json
from pathlib import Path

from . import times
from .desk_record import Record
from .folder import write_whole
from .refused import Refused

_FORMAT = "motcua.unit-stated/1"


class Memory:
    """unit-CODE.stated.json: the last sequence of each dossier that this desk knows of."""

    def __init__(self, keys: Path):
        name = keys.name.removesuffix(".json").removesuffix(".keys")
        self._path, self._last = keys.with_name(f"{name}.stated.json"), {}
        if self._path.exists():
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            if kept.get("format") != _FORMAT:
                raise Refused(f"{self._path} is not what this command wrote", "move it away; then all is taken as new")
            self._last = kept["dossiers"]

    def check(self, stated: dict[str, int]):
        """Raises Refused when less is shown than is known."""
        for number, sequence in self._last.items():
            if stated.get(number, -1) < sequence:
                what = "leaves out dossier" if number not in stated else "leaves out the newest event of"
                raise Refused(f"the gateway {what} {number}; nothing was stated", "tell its operator, and the auditors")

    def keep(self, known: dict[str, int]):
        for number, sequence in known.items():
            self._last[number] = max(sequence, self._last.get(number, 0))
        text = json.dumps({"format": _FORMAT, "dossiers": dict(sorted(self._last.items()))}, indent=1)
        write_whole(self._path, text + "\n")


def arguments(verbs, common):
    one = verbs.add_parser("state", parents=[common], help="the daily statement of how far each dossier is")
    one.add_argument("--roots", type=Path, required=True, metavar="FILE", help="the root keys, roots.json")


def state(desk, options):
    record, memory = Record(desk.core, options.api, desk.unit, options.roots), Memory(options.keys)
    dossiers, stated = desk.dossiers(), {}
    for dossier in dossiers:
        if dossier["number"] in stated:
            raise Refused(f"the gateway lists dossier {dossier['number']} twice", "tell its operator")
        stated[dossier["number"]] = len(record.events(dossier, record.accepted(dossier)))
    memory.check(stated)
    if not stated:
        print("This unit holds no dossier: there is nothing to state.")
        return
    facts = [{"number": one["number"], "salt": one["salt"], "sequence": stated[one["number"]]} for one in dossiers]
    now = times.text(times.now())
    note = desk.core.state_make(unit=desk.unit, time=now, dossiers=facts, key=desk.key)["note"]
    memory.keep(stated)
    with desk.ask("state", note=note, dossiers=[list(pair) for pair in stated.items()]) as answer:
        told = json.load(answer)
    print(f"{told['time']}  {told['dossiers']} dossiers stated")
