"""What applicants say about a dossier after filing it, and what its units answer (docs/formats/feedback.md).

An applicant proves who asks by the dossier's one-time key, with which the feedback is signed; no capability
and no account. Both kinds of word are entries of the log, stored with it in one transaction.
"""

import asyncio
import re
import secrets

from aiohttp import web

from . import feedback_rows, records, times, told
from .core import Core, CoreError
from .directory import Directory
from .ledger import Ledger
from .live import Followers
from .problems import Problem, from_core
from .requests import json_response, member, read_json
from .sealed import digest, message_member
from .store import Store

WORDS_MAX = 64 << 10  # of the applicant; a unit's message is bounded as an event's
ANSWER_MAX = 256 << 10
A_DAY = 10  # of one dossier
_SAY_BODY, _ANSWER_BODY = 128 << 10, 512 << 10
_NUMBER = re.compile(r"^submission: ([0-9]{12})$", re.MULTILINE)
_SAID_CODES = {"signature": "feedback-signature", "duplicate": "feedback-taken", "refused": "feedback-order"}
_ANSWER_CODES = {"duplicate": "answer-order", "refused": "answer-order", "not_found": "answer-order"}


class Feedback:
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
        keys = core.dossier_keys(root=secrets.token_hex(32), draft=secrets.token_hex(16))
        self._nobody = {"sign": keys["sign"], "draft": secrets.token_hex(16)}

    def routes(self):
        return [web.post("/feedback", self.say), web.post("/desk/answers", self.answer)]

    async def say(self, request):
        body = await read_json(request, _SAY_BODY)
        text, signature = member(body, "feedback", str), member(body, "signature", str)
        message = message_member(self._core, body, WORDS_MAX)
        # Whoever cannot sign for the dossier is refused here, without a turn at writing.
        await self._store.read(lambda db: self._known(db, text, signature))
        return await self._told(lambda db: self._say(db, text, signature, message))

    async def answer(self, request):
        body = await read_json(request, _ANSWER_BODY)
        asked = await self._authenticate(body, "answer")
        note, message = member(body, "answer", str), message_member(self._core, body, ANSWER_MAX)
        return await self._told(lambda db: self._answer(db, asked, note, message))

    async def _told(self, insert):
        # Shielded: a client that goes away must not keep the followers from being told.
        return await asyncio.shield(self._insert(insert))

    async def _insert(self, insert):
        status, answer, follow = await self._store.write(insert)
        self._followers.wake(follow, answer["index"])
        self._on_grown()
        return json_response(answer, status)

    def _known(self, db, text, signature):
        """-> (the dossier, the row when this very text is there already, else what the text says). A dossier that
        is not there is answered as one whose key signed something else."""
        number = _NUMBER.search(text)
        dossier = records.dossier_by(db, "number", number[1]) if number else None
        if dossier is None:
            self._verify(text, signature, self._nobody, {"said": [], "answers": [], "status": 1}, {})
            raise Problem("feedback-signature")
        envelope = self._core.envelope_verify(envelope=dossier["envelope"], signature=dossier["signature"])
        applicant = {"sign": envelope["sign"], "draft": envelope["draft"]}
        for row in feedback_rows.said(db, dossier["id"]):
            if (row["text"], row["signature"]) == (text, signature):  # the answer to an earlier try was lost
                return dossier, row, None
        about = {"submission": dossier["number"], "body": dossier["body"]}
        return dossier, None, self._verify(text, signature, applicant, feedback_rows.course(db, dossier["id"]), about)

    def _verify(self, text, signature, applicant, course, about):
        try:
            return self._core.feedback_verify(text=text, signature=signature, **applicant, **course, **about)
        except CoreError as error:
            raise from_core(error, _SAID_CODES, "feedback") from None

    def _say(self, db, text, signature, message):
        dossier, row, said = self._known(db, text, signature)
        number, follow = dossier["number"], dossier["follow"]
        if row:
            return 200, _said(number, row["number"], row["leaf"], row["proof"]), follow
        _check_time(said["time"])
        if said["message"] != digest(message):
            raise Problem("feedback", reason="the message is not the one that the feedback names")
        day_ago = times.text(times.after(times.now(), days=-1))
        if feedback_rows.said_since(db, dossier["id"], day_ago) >= A_DAY:
            raise Problem("feedback-often", headers={"Retry-After": "3600"})
        entry = self._ledger.append(db, f"{text}\n{signature}".encode())
        row = {
            "dossier": dossier["id"],
            **{name: said[name] for name in ("number", "kind", "about", "time")},
            "text": text,
            "signature": signature,
            "leaf": entry.index,
            "salt": entry.salt,
            "proof": entry.proof,
            "message": message,
        }
        told.add(db, "feedback", row)
        return 201, _said(number, said["number"], entry.index, entry.proof), follow

    def _answer(self, db, asked, note, message):
        dossier = records.held_dossier(db, asked["unit"], asked["subject"])
        if dossier is None:
            raise Problem("dossier-missing")
        number, follow = dossier["number"], dossier["follow"]
        for row in feedback_rows.answers(db, dossier["id"]):
            if row["note"] == note:
                return 200, _answered(number, row, row["leaf"], row["proof"]), follow
        answer = self._verify_answer(db, dossier, note)
        if answer["unit"] != asked["unit"]:
            raise Problem("answer", reason="the answer names another unit than the request")
        _check_time(answer["time"])
        if answer["message"] != digest(message):
            raise Problem("message")
        entry = self._ledger.append(db, note.encode())
        row = {
            "dossier": dossier["id"],
            **{name: answer[name] for name in ("feedback", "sequence", "step", "unit", "time")},
            "note": note,
            "leaf": entry.index,
            "salt": entry.salt,
            "proof": entry.proof,
            "message": message,
        }
        told.add(db, "answers", row)
        return 201, _answered(number, answer, entry.index, entry.proof), follow

    def _verify_answer(self, db, dossier, note):
        units = {dossier["receiving"], dossier["competent"]} & self._directory.units.keys()
        try:
            return self._core.answer_verify(
                note=note,
                keys={unit: self._directory.units[unit]["sign"] for unit in units},
                **feedback_rows.course(db, dossier["id"]),
                submission=dossier["number"],
                body=dossier["body"],
            )
        except CoreError as error:
            raise from_core(error, _ANSWER_CODES, "answer") from None


def _check_time(time):
    """The clocks of units run from these times: neither side may date its word otherwise."""
    now, minutes = times.now(), times.CLOCK_MINUTES
    if not times.text(times.after(now, minutes=-minutes)) <= time <= times.text(times.after(now, minutes=minutes)):
        raise Problem("feedback-time", now=times.text(now))


def _said(number, feedback, index, proof):
    return {"number": number, "feedback": feedback, "index": index, "proof": proof}


def _answered(number, answer, index, proof):
    return {
        "number": number,
        "feedback": answer["feedback"],
        "sequence": answer["sequence"],
        "index": index,
        "proof": proof,
    }
