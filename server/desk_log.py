"""The log as a desk follows it: what it is shown must lie in one log, which goes on from that of the last statement.

So a unit's statement is a witness's signature as well (docs/formats/state.md).
"""

import json
import secrets
import urllib.error
import urllib.request
from pathlib import Path

from . import times
from .core import CoreError
from .desk_memory import TELL
from .folder import write_whole
from .refused import Refused

_TIMEOUT = 60
_CHECKPOINT_MAX, _PROOF_MAX = 64 << 10, 16 << 10
_MISSING = 404


class FollowedLog:
    def __init__(self, core, api: str, key: str, evidence: Path):
        """key = the log's vkey; evidence = what the names of files begin with that get two checkpoints which cannot both
        be true."""
        self._core, self._api, self._key, self._evidence = core, api.rstrip("/"), key, evidence
        self._head, self._fitting = None, set()

    def go_on(self, kept: str | None) -> dict:
        """{"size", "root", "checkpoint"} of the log now, which continues the checkpoint that was kept; size 0 before
        its first entry. Raises Refused, CoreError."""
        note = self._fetch("/log/checkpoint", _CHECKPOINT_MAX)
        head = self._read(note.decode()) if note else {"size": 0, "root": "", "checkpoint": ""}
        before = self._before(kept) if kept else None
        if before and head["size"] < before["size"]:
            raise Refused("the gateway shows an older log than at the last statement", TELL)
        self._head = head
        if before:
            self.fits(before)
        return head

    def fits(self, seen: dict):
        """Whether a checkpoint {"size", "root", "checkpoint"} is of this log: one that it continues, or that continues
        it. Raises Refused."""
        place = seen["size"], seen["root"]
        if place in self._fitting:
            return
        older, newer = sorted((seen, self._head), key=lambda each: each["size"])
        asked = f"/log/consistency/{older['size']}/{newer['size']}"
        answer = b'{"hashes": []}' if older["size"] == newer["size"] else self._fetch(asked, _PROOF_MAX)
        if not self._continues(older, newer, answer):
            file = self._evidence.with_name(f"{self._evidence.name}-{secrets.token_hex(4)}.txt")
            said = answer.decode(errors="replace") if answer else "nothing"
            parts = (older["checkpoint"], newer["checkpoint"], f"{times.text(times.now())}  {asked}\n{said}\n")
            write_whole(file, "\n----\n\n".join(parts))
            raise Refused("the gateway's log tells two stories; nothing was stated", f"the evidence is {file}: {TELL}")
        self._fitting.add(place)

    def _continues(self, older, newer, answer):
        """A log that has no proof between two of its own checkpoints is treated as one that has a wrong one."""
        sizes = {"old": older["size"], "old_root": older["root"], "size": newer["size"], "root": newer["root"]}
        try:
            self._core.log_consistency_verify(**sizes, hashes=json.loads(answer or "{}")["hashes"])
        except (CoreError, ValueError, KeyError, TypeError, RecursionError):
            return False
        return True

    def _before(self, kept):
        try:
            return self._read(kept)
        except CoreError:
            raise Refused("the log of the last statement had another key", TELL) from None

    def _read(self, checkpoint):
        found = self._core.checkpoint_verify(checkpoint=checkpoint, log=self._key)
        return {"size": found["size"], "root": found["root"], "checkpoint": checkpoint}

    def _fetch(self, path, most):
        """None: not there."""
        try:
            with urllib.request.urlopen(self._api + path, timeout=_TIMEOUT) as answer:
                return answer.read(most)
        except urllib.error.HTTPError as error:
            if error.code != _MISSING:
                raise
            return None
