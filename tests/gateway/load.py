"""People who file dossiers and complain, desks that act and answer, and browsers that follow, all of whom insist: what
broke off is asked again, with the same envelope or the same signed word, until it is answered. What was answered is
kept for the judge (judge.py)."""

import asyncio
import json
import random
import re

import made
from lines import Follower, Line, request

UNIT = "99901"
FILERS, DESKS, SPEAKERS, FOLLOWED = 3, 3, 2, 30
MARKED = 0.25  # after so many of the events the desk marks something, too
ENDED = 0.3  # so many of the dossiers that can end do, at each event; then their applicants vote
FEEDBACK_MOST = 5  # of a dossier; the gateway takes ten a day
ANSWERS = 2  # to each complaint and suggestion, as made.answer knows them
_PAUSE = 0.05
_JSON = {"Content_Type": "application/json"}


class Filed:
    """A dossier that was acknowledged, and what was about it: each the gateway's answer
    with the `entry` and the `message` that were sent."""

    def __init__(self, dossier, answer):
        self.dossier, self.answer = dossier, answer
        self.events, self.marks, self.feedback, self.answers = [], [], [], []
        self.busy = self.speaking = self.ended = False

    @property
    def said(self):
        return self.events + self.marks + self.feedback + self.answers

    @property
    def number(self):
        return self.answer["number"]


class Load:
    def __init__(self, port: int, key: str, dossiers: list[dict]):
        """key: the unit's; dossiers: as made.dossiers gives them."""
        self._port, self._key, self._left = port, key, list(dossiers)
        self.filed: list[Filed] = []
        self.followers: dict[str, Follower] = {}
        self.refused: list[str] = []  # answers that nobody should have got
        self._gate, self._ended, self._tasks = asyncio.Semaphore(50), False, []

    def start(self):
        works = [self._file] * FILERS + [self._act] * DESKS + [self._speak] * SPEAKERS
        self._tasks = [asyncio.create_task(work()) for work in works]

    async def stop(self):
        """Lets everybody finish what they insist on."""
        self._ended = True
        await asyncio.gather(*self._tasks)

    async def all_caught_up(self, seconds=60):
        """Waits until every follower has as much as was acknowledged; whether they have."""
        for _ in range(int(seconds / 0.1)):
            if all(len(self.followers[one.number].received) >= len(one.said) for one in self._followed()):
                return True
            await asyncio.sleep(0.1)
        return False

    def misled(self) -> tuple[int, int, int]:
        """What followers lack of all that was said, got twice, and got after something later."""
        lacking = sum(max(len(f.said) - len(self.followers[f.number].received), 0) for f in self._followed())
        followers = self.followers.values()
        return lacking, sum(each.doubled for each in followers), sum(each.disordered for each in followers)

    def give_up(self):
        """Nobody insists any more."""
        for task in self._tasks:
            task.cancel()
        for follower in self.followers.values():
            follower.stop()

    def _followed(self):
        return [one for one in self.filed if one.number in self.followers]

    async def _file(self):
        line = Line(self._port)
        while self._left and not self._ended:
            dossier = self._left.pop()
            filed = Filed(dossier, await self._insist(line, lambda: self._submit(line, dossier)))
            self.filed.append(filed)
            if len(self.followers) < FOLLOWED:
                follower = self.followers[filed.number] = Follower(self._port, dossier["follow"], self._gate)
                self._tasks.append(asyncio.create_task(follower.open()))
        line.close()

    async def _submit(self, line, dossier):
        if "path" not in dossier:
            size = len(dossier["upload"])
            head = {"Tus_Resumable": "1.0.0", "Upload_Length": size, "Content_Type": "application/offset+octet-stream"}
            status, answer, body = await line.ask(request("POST", "/files", dossier["upload"], **head))
            if status != 201:
                return self._refuse(body)
            dossier["path"] = re.search(rb"(?i)\r\nlocation: (\S+)", answer)[1].decode()
        body = json.dumps({**dossier["commit"], "upload": dossier["path"]}).encode()
        return await self._accepted(line, request("POST", "/dossiers", body, **_JSON))

    async def _act(self):
        line = Line(self._port)
        while not self._ended:
            filed = _any(one for one in self.filed if not one.busy and (not one.ended or _unanswered(one)))
            if not filed:
                await asyncio.sleep(_PAUSE)
                continue
            filed.busy = True
            if not filed.ended:
                await self._go_on(line, filed)
            if random.random() < MARKED:
                await self._mark(line, filed)
            if feedback := _unanswered(filed):
                await self._answer(line, filed, feedback)
            filed.busy = False
        line.close()

    async def _speak(self):
        line = Line(self._port)
        while not self._ended:
            filed = _any(one for one in self.filed if not one.speaking and len(one.feedback) < FEEDBACK_MOST)
            if not filed:
                await asyncio.sleep(_PAUSE)
                continue
            filed.speaking = True
            kind = random.choice(("complaint", "suggestion", *["vote"] * 2 * filed.ended))
            said = made.feedback(filed.dossier, filed.number, len(filed.feedback) + 1, kind)
            whole = request("POST", "/feedback", json.dumps(said).encode(), **_JSON)
            answer = await self._insist(line, lambda: self._accepted(line, whole))
            entry = f"{said['feedback']}\n{said['signature']}"
            filed.feedback.append({**answer, "entry": entry, "message": said["message"], "kind": kind})
            filed.speaking = False
            await asyncio.sleep(_PAUSE)  # people say less than desks
        line.close()

    async def _go_on(self, line, filed):
        sequence = len(filed.events) + 1
        ends = sequence > 1 and filed.events[-1]["state"] == "received" and random.random() < ENDED
        state, body = "done" if ends else made.next_state(sequence), filed.dossier["body"]
        note = made.note(self._key, UNIT, filed.number, body, sequence, state)
        answer = await self._insist(line, lambda: self._post(line, filed.number, note))
        filed.events.append({**answer, "entry": note, "message": None, "state": state})
        filed.ended = ends

    async def _answer(self, line, filed, feedback):
        said, number = feedback["feedback"], filed.number
        sequence = sum(one["feedback"] == said for one in filed.answers) + 1
        sent = made.answer(self._key, UNIT, number, filed.dossier["body"], said, sequence)
        answer = await self._insist(line, lambda: self._post(line, number, sent["note"], "answer", sent["message"]))
        filed.answers.append({**answer, "entry": sent["note"], "message": sent["message"]})

    async def _mark(self, line, filed):
        mark = made.mark(self._key, UNIT, filed.number, filed.dossier["body"], filed.marks, len(filed.events))
        answer = await self._insist(line, lambda: self._post(line, filed.number, mark["note"], "mark"))
        filed.marks.append({**answer, "entry": mark["note"], "message": None, "event": mark["event"]})

    async def _post(self, line, number, note, purpose="event", message=None):
        body = made.posting(self._key, UNIT, number, note, purpose, message)
        return await self._accepted(line, request("POST", f"/desk/{purpose}s", body, **_JSON))

    async def _accepted(self, line, whole):
        status, _, body = await line.ask(whole)
        return json.loads(body) if status in (200, 201) else self._refuse(body)

    def _refuse(self, body):
        self.refused.append(body.decode(errors="replace")[:300])
        raise ConnectionError("refused")

    async def _insist(self, line, work):
        while True:
            try:
                return await work()
            except (OSError, asyncio.IncompleteReadError):
                line.close()
                await asyncio.sleep(_PAUSE)


def _any(filed):
    """One of these by chance, or None."""
    all_of_them = list(filed)
    return random.choice(all_of_them) if all_of_them else None


def _unanswered(filed):
    """The first feedback that still wants an answer of the unit, or None."""
    given = [one["feedback"] for one in filed.answers]
    wanting = (one for one in filed.feedback if one["kind"] != "vote" and given.count(one["feedback"]) < ANSWERS)
    return next(wanting, None)
