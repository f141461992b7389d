"""Which appointments a desk has sent, for the books that it keeps (docs/formats/slip.md).

A slip 01 or 04 is sealed to the applicant alone: once it is sent, this desk cannot read it any more. So the command that
sends one notes its time in unit-CODE.due.json beside the unit's keys, under the hash of the event that it went with. It
counts only where a verified event has that hash.
"""

import json
from pathlib import Path

from .desk_memory import alone, beside, entry_hash
from .folder import write_whole
from .refused import Refused

_FORMAT = "motcua.unit-due/1"
_MEMBERS = {"01": "due", "04": "new_due"}  # by form


def promised(slip: dict) -> str | None:
    """The appointment in a slip that is one."""
    return slip.get(_MEMBERS.get(slip["form"]))


class Appointments:
    def __init__(self, keys: Path):
        self._keys, self._path = keys, beside(keys, ".due.json")

    def send(self, note: str, due: str):
        """`note` is about to be sent, with this appointment: remembered before, since an answer can be lost."""
        with alone(self._keys):
            kept = self._kept()
            kept[entry_hash(note)] = due
            text = json.dumps({"format": _FORMAT, "due": kept}, indent=0, sort_keys=True)
            write_whole(self._path, text + "\n")

    def of(self, events: list[dict]) -> tuple[str | None, bool]:
        """The newest appointment that went with one of these verified events, if it was sent from here; and whether
        lateness is judged by it: an apology's (04) new day is told and does not count (docs/deadlines.md)."""
        kept = self._kept()
        found = [(kept[entry_hash(one["note"])], one["state"]) for one in events if entry_hash(one["note"]) in kept]
        due, state = found[-1] if found else (None, None)
        return due, state == "received"

    def _kept(self):
        if not self._path.exists():
            return {}
        kept = json.loads(self._path.read_text(encoding="utf-8"))
        if kept.get("format") != _FORMAT:
            raise Refused(f"{self._path} is not what this command wrote", "move it away; then name appointments with --due")
        return kept["due"]
