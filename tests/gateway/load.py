"""People who file dossiers, desks that answer them and browsers that follow, all of whom insist: what broke off is
asked again, with the same envelope or the same event, until it is answered. What was answered is kept for the judge
(judge.py)."""

import asyncio
import json
import random
import re

import made
from lines import Follower, Line, request

UNIT = "99901"
FILERS, DESKS, FOLLOWED = 3, 3, 30
MARKED = 0.25  # after so many of the events the desk marks something, too
_PAUSE = 0.05
_JSON = {"Content_Type": "application/json"}


class Filed:
    """A dossier that was acknowledged, and the events and marks that were."""

    def __init__(self, dossier, answer):
        self.dossier, self.answer, self.events, self.marks, self.busy = dossier, answer, [], [], False

    @property
    def said(self):
        return self.events + self.marks

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
        works = [self._file] * FILERS + [self._answer] * DESKS
        self._tasks = [asyncio.create_task(work()) for work in works]

    async def stop(self):
        """Lets everybody finish what they insist on."""
        self._ended = True
        await asyncio.gather(*self._tasks)

    async def all_caught_up(self, seconds=60):
        """Waits until every follower has as many events and marks as were acknowledged; whether they have."""
        for _ in range(int(seconds / 0.1)):
            if all(len(self.followers[one.number].received) >= len(one.said) for one in self._followed()):
                return True
            await asyncio.sleep(0.1)
        return False

    def misled(self) -> tuple[int, int, int]:
        """Events and marks that followers lack, those that they got twice, and those that came after a later one."""
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

    async def _answer(self):
        line = Line(self._port)
        while not self._ended:
            free = [one for one in self.filed if not one.busy]
            if not free:
                await asyncio.sleep(_PAUSE)
                continue
            filed = random.choice(free)
            filed.busy = True
            sequence = len(filed.events) + 1
            state, body = made.next_state(sequence), filed.dossier["body"]
            note = made.note(self._key, UNIT, filed.number, body, sequence, state)
            answer = await self._insist(line, lambda: self._post(line, filed.number, note))
            filed.events.append({**answer, "note": note})
            if random.random() < MARKED:
                await self._mark(line, filed)
            filed.busy = False
        line.close()

    async def _mark(self, line, filed):
        mark = made.mark(self._key, UNIT, filed.number, filed.dossier["body"], filed.marks, len(filed.events))
        answer = await self._insist(line, lambda: self._post(line, filed.number, mark["note"], "mark"))
        filed.marks.append({**answer, **mark})

    async def _post(self, line, number, note, purpose="event"):
        body = made.posting(self._key, UNIT, number, note, purpose)
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
