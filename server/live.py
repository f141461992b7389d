"""Following dossiers: a stream of server-sent events, or polling.

A stream holds no events of its own. A commit only wakes the streams that follow the dossier, and each
reads from the database what comes after the last id it sent. So nothing is lost, doubled or sent out
of order, and a slow reader costs a few kilobytes whatever it misses.
"""

import asyncio
import base64
import json
import logging
import time

from aiohttp import web

from . import told
from .capabilities import CAPABILITY, follow_hash
from .ledger import Ledger
from .problems import Problem
from .requests import json_response, member, read_json
from .statements import Statements
from .store import Store
from .witnessing import witnessed

MAX_STREAMS = 10_240
MAX_CAPABILITIES = 64
HEARTBEAT_SECONDS = 20
READING = 8  # streams that read at once: when thousands come back together, everybody else waits for no more than these
SLOW_SECONDS = 30  # a reader that takes nothing for so long is let go; it comes back with its last id
_BODY_MAX = 16 << 10
_PAGE = 16  # rows a read; a message has up to 256 KiB
_EVERYTHING, _NOTHING = frozenset({"events", "checkpoint", "states"}), frozenset()
_log = logging.getLogger("motcua")


class Followers:
    """Who waits for which dossiers. Lives in the event loop's thread only."""

    def __init__(self):
        self._waiting: dict[str, set[Follower]] = {}
        self._owed: dict[Follower, int] = {}  # entry of the log whose witness is waited for
        self._beats: list[set[Follower]] = [set() for _ in range(HEARTBEAT_SECONDS)]
        self.count, self.closed = 0, False

    def join(self, hashes: list[str]) -> "Follower":
        follower = Follower(hashes, int(time.monotonic()) % HEARTBEAT_SECONDS)
        self.count += 1
        for name in hashes:
            self._waiting.setdefault(name, set()).add(follower)
        self._beats[follower.beat].add(follower)
        return follower

    def leave(self, follower: "Follower"):
        self.count -= 1
        self._owed.pop(follower, None)
        self._beats[follower.beat].discard(follower)
        for name in follower.hashes:
            self._waiting[name].discard(follower)
            if not self._waiting[name]:
                del self._waiting[name]

    def wake(self, name: str, index: int):
        """An event of the dossier with this follow hash, a feedback, an answer or a mark was committed as this entry."""
        for follower in self._waiting.get(name, ()):
            follower.wake("events")
            self._owed[follower] = index

    def witnessed(self, size: int):
        """Whoever waits for a witness of an entry is told; the others at their next start."""
        for follower in [each for each, index in self._owed.items() if index < size]:
            del self._owed[follower]
            follower.wake("checkpoint")

    def stated(self, names: set[str]):
        """Units have stated something about these dossiers."""
        for name in names:
            for follower in self._waiting.get(name, ()):
                follower.wake("states")

    async def beat(self):
        """A sign of life on each stream every HEARTBEAT_SECONDS: one clock for all, a timer each would be dear."""
        done = int(time.monotonic())
        while True:
            await asyncio.sleep(1 - time.monotonic() % 1)
            now = int(time.monotonic())
            # All the seconds since the last look: a busy process may have missed some.
            for second in range(max(done + 1, now - HEARTBEAT_SECONDS + 1), now + 1):
                for follower in tuple(self._beats[second % HEARTBEAT_SECONDS]):
                    follower.wake("ping")
            done = now

    def close(self):
        """Ends every stream."""
        self.closed = True
        for followers in self._waiting.values():
            for follower in followers:
                follower.wake()


class Follower:
    __slots__ = ("hashes", "beat", "due", "_woken", "_future")

    def __init__(self, hashes, beat):
        self.hashes, self.beat, self._woken, self._future = hashes, beat, False, None
        self.due = _EVERYTHING  # what to look for; streams share these sets, there are many streams

    def wake(self, *due: str):
        self.due = self.due.union(due)
        self._woken = True
        if self._future:
            _settle(self._future)

    async def wait(self):
        """Until it is woken, or has been since the last wait."""
        if not self._woken:
            self._future = asyncio.get_running_loop().create_future()
            try:
                await self._future
            finally:
                self._future = None
        self._woken = False


def _settle(future):
    if not future.done():
        future.set_result(None)


class Live:
    def __init__(self, store: Store, ledger: Ledger, statements: Statements, followers: Followers):
        self._store, self._ledger, self._statements, self._followers = store, ledger, statements, followers
        self._turns = asyncio.Semaphore(READING)

    def routes(self):
        return [web.post("/follow", self.follow)]

    async def follow(self, request):
        hashes = _hashes(member(await read_json(request, _BODY_MAX), "capabilities", list))
        last = _last_id(request)
        if "text/event-stream" not in request.headers.get("Accept", "text/event-stream"):
            return await self._poll(hashes, await self._known(last))
        if self._followers.count >= MAX_STREAMS or self._followers.closed:
            raise Problem("busy", headers={"Retry-After": "30"})
        follower = self._followers.join(hashes)
        try:
            return await self._stream(request, follower, await self._in_turn(self._known, last))
        finally:
            self._followers.leave(follower)

    async def _poll(self, hashes, last):
        states = await self._states(hashes)  # before the entries: it may not speak of one that comes after it
        rows = await self._news(hashes, last)
        return json_response(
            {
                "events": _of_kind(rows, "event"),
                "feedback": _of_kind(rows, "feedback"),
                "answers": _of_kind(rows, "answer"),
                "marks": _of_kind(rows, "mark"),
                "last": rows[-1]["id"] if rows else last,
                "more": len(rows) == _PAGE,
                **await self._store.read(self._log),
                "states": states,
            }
        )

    async def _stream(self, request, follower, last):
        response = web.StreamResponse(
            headers={
                "Content-Type": "text/event-stream; charset=utf-8",
                "Cache-Control": "no-store",
                "X-Accel-Buffering": "no",  # nginx would hold events back otherwise
            }
        )
        try:
            await response.prepare(request)
            await _write(response, b": open\n\n")
            while not self._followers.closed:
                due, follower.due = follower.due, _NOTHING
                # Read before the entries: a statement may not speak of one that comes after it.
                states = await self._in_turn(self._states, follower.hashes) if "states" in due else ()
                while "events" in due and (rows := await self._in_turn(self._news, follower.hashes, last)):
                    for row in rows:
                        await _write(response, _frame(row["kind"], _told(row), row["id"]))
                    last = rows[-1]["id"]
                if "checkpoint" in due:
                    await _write(response, _frame("checkpoint", await self._in_turn(self._store.read, self._log)))
                for state in states:
                    await _write(response, _frame("state", state))
                if "ping" in due:
                    await _write(response, b": ping\n\n")
                await follower.wait()
        except Exception as error:
            # The answer has begun: nothing else can be said on this connection.
            if not isinstance(error, (ConnectionError, TimeoutError)):
                _log.exception("a stream failed")
            if request.transport is not None:
                request.transport.abort()
        return response

    async def _in_turn(self, read, *about):
        async with self._turns:
            return await read(*about)

    async def _known(self, last):
        return last and await self._store.read(lambda db: told.id_or_start(db, last))

    async def _news(self, hashes, last):
        return await self._store.read(lambda db: told.followed(db, hashes, last, _PAGE))

    async def _states(self, hashes):
        return await self._store.read(lambda db: self._statements.of(db, hashes))

    def _log(self, db):
        return {"checkpoint": self._ledger.checkpoint(db), "witnessed": witnessed(db)}


async def _write(response, data):
    async with asyncio.timeout(SLOW_SECONDS):
        await response.write(data)


def _frame(kind, value, row_id=None):
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    named = f"id: {row_id}\n" if row_id is not None else ""
    return f"{named}event: {kind}\ndata: {data}\n\n".encode()


def _of_kind(rows, kind):
    return [{"id": row["id"], **_told(row)} for row in rows if row["kind"] == kind]


def _told(row):
    message = row["message"]
    return {
        "number": row["number"],
        row["kind"]: base64.b64encode(row["text"].encode()).decode(),
        **({"signature": row["signature"]} if row["signature"] is not None else {}),
        "proof": row["proof"],
        "message": base64.b64encode(message).decode() if message is not None else None,
    }


def _hashes(capabilities):
    if not 0 < len(capabilities) <= MAX_CAPABILITIES:
        raise Problem("bad-request", reason=f"1 to {MAX_CAPABILITIES} capabilities are taken")
    if not all(isinstance(one, str) and CAPABILITY.fullmatch(one) for one in capabilities):
        raise Problem("bad-request", reason="a capability is 32 lower-case hex digits")
    return sorted({follow_hash(one) for one in capabilities})


def _last_id(request):
    written = request.headers.get("Last-Event-ID", "0")
    if not (written.isascii() and written.isdigit() and len(written) < 16):
        raise Problem("bad-request", reason="Last-Event-ID is not a number")
    return int(written)
