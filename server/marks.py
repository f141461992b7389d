"""POST /desk/marks: what a unit says of a dossier on the axes beside its processing (docs/formats/mark.md).

A mark is an entry of the log as an event is, stored with it in one transaction, and told to the same people.
"""

import asyncio

from aiohttp import web

from . import records, times, told
from .core import Core, CoreError
from .directory import Directory
from .ledger import Ledger
from .live import Followers
from .problems import Problem, from_core
from .requests import json_response, member, read_json
from .sealed import digest, message_member
from .store import Store

MESSAGE_MAX = 64 << 10
_BODY_MAX = 128 << 10
_CODES = {"duplicate": "mark-order", "refused": "mark-order"}
_KNOWN = ("axis", "sequence", "state", "event")


class Marks:
    def __init__(
        self,
        core: Core,
        store: Store,
        ledger: Ledger,
        directory: Directory,
        followers: Followers,
        authenticate,
        on_grown,
    ):
        """authenticate(body, purpose) as the desk does; on_grown() is called when the log has grown."""
        self._core, self._store, self._ledger, self._directory = core, store, ledger, directory
        self._followers, self._authenticate, self._on_grown = followers, authenticate, on_grown

    def routes(self):
        return [web.post("/desk/marks", self.add)]

    async def add(self, request):
        body = await read_json(request, _BODY_MAX)
        asked = await self._authenticate(body, "mark")
        note, message = member(body, "mark", str), message_member(self._core, body, MESSAGE_MAX)
        # Shielded: a client that goes away must not keep the followers from being told.
        return await asyncio.shield(self._insert(asked, note, message))

    async def _insert(self, asked, note, message):
        status, answer, follow = await self._store.write(lambda db: self._keep(db, asked, note, message))
        self._followers.wake(follow, answer["index"])
        self._on_grown()
        return json_response(answer, status)

    def _keep(self, db, asked, note, message):
        dossier = records.held_dossier(db, asked["unit"], asked["subject"])
        if dossier is None:
            raise Problem("dossier-missing")
        before = of_dossier(db, dossier["id"])
        number, follow = dossier["number"], dossier["follow"]
        for row in before:
            if row["note"] == note:  # the answer to an earlier try was lost
                return 200, _answer(number, row, row["leaf"], row["proof"]), follow
        mark = self._verify(db, dossier, before, note)
        if mark["unit"] != asked["unit"]:
            raise Problem("mark", reason="the mark names another unit than the request")
        if mark["time"] > times.text(times.after(times.now(), minutes=times.CLOCK_MINUTES)):
            raise Problem("event-time")
        if mark["message"] != digest(message):
            raise Problem("message")
        entry = self._ledger.append(db, note.encode())
        row = {
            "dossier": dossier["id"],
            **{name: mark[name] for name in (*_KNOWN, "unit", "time")},
            "note": note,
            "leaf": entry.index,
            "salt": entry.salt,
            "proof": entry.proof,
            "message": message,
        }
        told.add(db, "marks", row)
        return 201, _answer(number, mark, entry.index, entry.proof), follow

    def _verify(self, db, dossier, before, note):
        try:
            return self._core.mark_verify(
                note=note,
                keys=self._directory.keys({dossier["receiving"], dossier["competent"]}),
                index=self._ledger.size(db),
                history=[
                    {name: row[name] for name in ("sequence", "status")}
                    for row in records.events_of(db, dossier["id"])
                ],
                marks=[{name: row[name] for name in _KNOWN} for row in before],
                submission=dossier["number"],
                body=dossier["body"],
            )
        except CoreError as error:
            raise from_core(error, _CODES, "mark") from None


def of_dossier(db, dossier_id: int):
    """Rows, oldest first."""
    return db.execute("SELECT * FROM marks WHERE dossier=? ORDER BY id", (dossier_id,)).fetchall()


def listed(db, dossier_id: int) -> list[dict]:
    """As a unit is shown them."""
    names = ("id", "axis", "sequence", "state", "event", "unit", "time", "note", "proof")
    return [{name: row[name] for name in names} for row in of_dossier(db, dossier_id)]


def _answer(number, mark, index, proof):
    return {"number": number, "axis": mark["axis"], "sequence": mark["sequence"], "index": index, "proof": proof}
