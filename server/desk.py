"""The desk's routes: what the units of a dossier may list, fetch and say about it.

Each request carries a note signed by the unit's key: who, what for, about which dossier, when, and a
nonce that is taken once. A unit that neither receives a dossier nor is competent for it learns nothing,
not even that it exists.
"""

import re

from aiohttp import web

from . import feedback_rows, marks, records, times
from .blobs import Blobs
from .core import Core, CoreError
from .directory import Directory
from .ledger import Ledger
from .live import Followers
from .problems import Problem, from_core
from .requests import json_response, member, read_json
from .sealed import digest, message_member
from .store import Store

REQUEST_MINUTES = times.CLOCK_MINUTES
MESSAGE_MAX = 256 << 10
_BODY_MAX = 512 << 10
_PAGE = 100
_UNIT = re.compile(r"^unit: ([0-9]{1,12})$", re.MULTILINE)
_EVENT_CODES = {"refused": "event-order", "duplicate": "event-order"}


class Desk:
    def __init__(
        self,
        core: Core,
        store: Store,
        blobs: Blobs,
        ledger: Ledger,
        directory: Directory,
        followers: Followers,
        on_grown,
    ):
        """on_grown() is called when the log has grown."""
        self._core, self._store, self._blobs = core, store, blobs
        self._ledger, self._directory, self._followers = ledger, directory, followers
        self._on_grown = on_grown

    def routes(self):
        return [
            web.post("/desk/list", self.list),
            web.post("/desk/fetch", self.fetch),
            web.post("/desk/events", self.add_event),
        ]

    async def list(self, request):
        """One page, oldest first; `after` is the `next` of the page before. With a `number`: that
        dossier only."""
        body = await read_json(request, _BODY_MAX)
        asked = await self.authenticate(body, "list")
        after = member(body, "after", int) if "after" in body else 0
        number = member(body, "number", str) if "number" in body else None
        dossiers, more = await self._store.read(lambda db: _page(db, asked["unit"], after, number))
        return json_response({"dossiers": dossiers, "next": more})

    async def fetch(self, request):
        """The sealed dossier, byte for byte as it came."""
        asked = await self.authenticate(await read_json(request, _BODY_MAX), "fetch")
        row = await self._store.read(lambda db: records.held_dossier(db, asked["unit"], asked["subject"]))
        if row is None:
            raise Problem("dossier-missing")
        headers = {"Content-Type": "application/octet-stream", "Cache-Control": "no-store"}
        return web.FileResponse(self._blobs.path(row["blob"]), headers=headers)

    async def add_event(self, request):
        body = await read_json(request, _BODY_MAX)
        asked = await self.authenticate(body, "event")
        note, message = member(body, "event", str), message_member(self._core, body, MESSAGE_MAX)
        status, answer, follow = await self._store.write(lambda db: self._insert(db, asked, note, message))
        self._followers.wake(follow, answer["index"])
        self._on_grown()
        return json_response(answer, status)

    async def authenticate(self, body, purpose):
        """What was asked, once the unit's signature on it holds. Raises Problem."""
        note = member(body, "request", str)
        unit = _UNIT.search(note)
        key = self._directory.units.get(unit[1]) if unit else None
        if key is None:
            raise Problem("desk-signature")
        moment = times.now()
        try:
            asked = self._core.request_verify(
                note=note,
                keys={unit[1]: key["sign"]},
                purpose=purpose,
                now=times.text(moment),
                max_age=REQUEST_MINUTES * 60,
            )
        except CoreError as error:
            raise from_core(error, {"expired": "desk-time"}, "desk-signature") from None
        if not await self._store.write(lambda db: records.use_nonce(db, asked["unit"], asked["nonce"], moment)):
            raise Problem("desk-replay")
        return asked

    def _insert(self, db, asked, note, message):
        dossier = records.held_dossier(db, asked["unit"], asked["subject"])
        if dossier is None:
            raise Problem("dossier-missing")
        history = records.events_of(db, dossier["id"])
        number, follow = dossier["number"], dossier["follow"]
        for row in history:
            if row["note"] == note:  # the answer to an earlier try was lost
                return 200, _event_answer(number, row["sequence"], row["leaf"], row["proof"]), follow
        event = self._verify(dossier, history, note, self._ledger.size(db))
        if event["unit"] != asked["unit"]:
            raise Problem("event", reason="the event names another unit than the request")
        if event["time"] > times.text(times.after(times.now(), minutes=REQUEST_MINUTES)):
            raise Problem("event-time")
        if event["message"] != digest(message):
            raise Problem("message")
        entry = self._ledger.append(db, note.encode())
        records.add_event(
            db,
            {
                "dossier": dossier["id"],
                **{column: event[column] for column in ("sequence", "status", "state", "unit", "time", "code")},
                "note": note,
                "leaf": entry.index,
                "salt": entry.salt,
                "proof": entry.proof,
                "message": message,
            },
        )
        return 201, _event_answer(number, event["sequence"], entry.index, entry.proof), follow

    def _verify(self, dossier, history, note, index):
        """The event, once it holds as the log's entry `index`. Raises Problem."""
        try:
            return self._core.event_verify(
                note=note,
                keys=self._directory.keys({dossier["receiving"], dossier["competent"]}),
                index=index,
                history=[{name: row[name] for name in ("sequence", "status", "state")} for row in history],
                submission=dossier["number"],
                body=dossier["body"],
            )
        except CoreError as error:
            raise from_core(error, _EVENT_CODES, "event") from None


def _page(db, unit, after, number):
    """-> (dossiers, id to go on from or None)"""
    if number is not None:
        row = records.held_dossier(db, unit, number)
        return ([_dossier(db, row, messages=True)] if row else []), None
    rows = records.held_dossiers(db, unit, after, _PAGE)
    return [_dossier(db, row) for row in rows], rows[-1]["id"] if len(rows) == _PAGE else None


def _dossier(db, row, messages=False):
    names = ("id", "sequence", "status", "state", "unit", "time", "code", "note", "proof")
    return {
        "number": row["number"],
        "time": row["time"],
        "envelope": row["envelope"],
        "signature": row["signature"],
        "proof": row["proof"],
        "salt": row["salt"],
        "ack": row["ack"],
        "events": [{name: event[name] for name in names} for event in records.events_of(db, row["id"])],
        "feedback": feedback_rows.listed(db, row["id"], messages),
        "marks": marks.listed(db, row["id"]),
    }


def _event_answer(number, sequence, index, proof):
    return {"number": number, "sequence": sequence, "index": index, "proof": proof}
