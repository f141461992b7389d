"""Asks the log's witnesses to sign its newest checkpoint, and keeps the one that enough have signed.

A witness that is slow, gone or refuses holds nobody up: events are shown without it, and "witnessed"
follows when it comes back.
"""

import asyncio
import json
import logging

import aiohttp

from .core import Core, CoreError
from .ledger import Ledger
from .store import Store

_NAME = "witnessed"
_PAUSE_SECONDS = 1  # between two rounds while the log grows
_SLOWEST_PAUSE_SECONDS = 60  # after failures, doubling
_TIMEOUT = aiohttp.ClientTimeout(total=10)
_ANSWER_MAX = 16 << 10
_log = logging.getLogger("motcua")


def witnessed(db) -> str | None:
    """The newest checkpoint that enough witnesses have signed."""
    row = db.execute("SELECT value FROM state WHERE name=?", (_NAME,)).fetchone()
    return json.loads(row["value"])["checkpoint"] if row else None


class Witnessing:
    def __init__(self, core: Core, store: Store, ledger: Ledger, log: str, policy: dict, on_news):
        """log = the log's verifier key; policy = {"threshold", "keys"}; on_news(size) is called when
        enough witnesses have signed a checkpoint of that size."""
        self._core, self._store, self._ledger, self._log_key = core, store, ledger, log
        self._policy, self._on_news = policy, on_news
        self._sizes = {}  # key: the size that the witness has signed, as far as known
        self._grown = asyncio.Event()
        self._task = None

    def start(self, urls: dict[str, str]):
        """urls = {witness key: URL of its submission prefix}"""
        if urls:
            self._grown.set()
            self._task = asyncio.create_task(self._run(urls))

    def wake(self):
        """The log has grown."""
        self._grown.set()

    async def stop(self):
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self, urls):
        pause, said = _PAUSE_SECONDS, False
        async with aiohttp.ClientSession(timeout=_TIMEOUT) as session:
            while True:
                await self._grown.wait()
                self._grown.clear()
                try:
                    enough = await self._round(session, urls)
                except Exception:  # a full disk, say: the next round may do
                    _log.exception("the witnesses could not be asked")
                    enough = False
                if not enough:
                    self._grown.set()
                    if not said:
                        _log.warning("too few witnesses have signed the log; they are asked again")
                said = not enough
                pause = _PAUSE_SECONDS if enough else min(2 * pause, _SLOWEST_PAUSE_SECONDS)
                await asyncio.sleep(pause)

    async def _round(self, session, urls):
        """Whether enough witnesses signed one checkpoint."""
        checkpoint = await self._store.read(self._ledger.checkpoint)
        if checkpoint is None:
            return True
        size = self._core.checkpoint_verify(checkpoint=checkpoint, log=self._log_key)["size"]
        answers = await asyncio.gather(
            *(self._ask(session, key, url, checkpoint, size) for key, url in urls.items()), return_exceptions=True
        )
        signed = checkpoint
        for key, answer in zip(urls, answers):
            if isinstance(answer, str):
                try:
                    signed = self._core.checkpoint_cosign(checkpoint=signed, lines=answer, witness=key)["checkpoint"]
                    self._sizes[key] = size
                except CoreError:
                    continue
        found = self._core.checkpoint_witnessed(
            checkpoint=signed, log=self._log_key, witnesses=self._policy["keys"], threshold=self._policy["threshold"]
        )
        if found["time"] is None:
            return False
        value = json.dumps({"size": size, "checkpoint": signed})
        await self._store.write(lambda db: db.execute("INSERT OR REPLACE INTO state VALUES(?, ?)", (_NAME, value)))
        self._on_news(size)
        return True

    async def _ask(self, session, key, url, checkpoint, size):
        """A witness's signature lines, or None."""
        for _ in range(3):  # it may have signed another size than we know of
            old = self._sizes.get(key, 0)
            hashes = await self._store.read(lambda db: self._ledger.consistency(db, old, size)) if old else []
            if hashes is None:
                return None
            body = self._core.witness_request(old=old, hashes=hashes, checkpoint=checkpoint)["body"]
            async with session.post(f"{url}/add-checkpoint", data=body.encode(), allow_redirects=False) as response:
                answer = (await response.content.read(_ANSWER_MAX)).decode(errors="replace")
            if response.status == 200:
                return answer
            if response.status != 409 or not answer.strip().isdigit() or int(answer) == old:
                return None
            self._sizes[key] = int(answer)
        return None
