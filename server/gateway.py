"""The gateway put together: one web application over one data folder."""

import asyncio
import logging

from aiohttp import web

from . import times, uploads
from .application import application_of, config_route
from .blobs import Blobs
from .builds import Builds
from .core import Core
from .desk import Desk
from .directory import Directory
from .dossiers import Dossiers
from .feedback import Feedback
from .folder import DataFolder
from .headers import Headers
from .ledger import Ledger
from .live import Followers, Live
from .marks import Marks
from .places import Places
from .requests import json_response
from .statements import Statements
from .static import Static
from .store import Store
from .transfers import Transfers
from .transparency import Transparency
from .turns import Turns
from .tus import Tus
from .witnessing import Witnessing

_SWEEP_SECONDS = 3600
_log = logging.getLogger("motcua")


class Gateway:
    def __init__(self, core: Core, folder: DataFolder, places: Places, witnesses=None):
        """Opens everything in the folder; `witnesses` has keys, a threshold, start(log) -> {key: URL} and stop().
        Raises CoreError, NewerStore, OSError, sqlite3.Error."""
        self.core, self.places, self._witnesses = core, places, witnesses
        policy = {"keys": witnesses.keys, "threshold": witnesses.threshold} if witnesses else None
        self.directory = Directory(core, folder, {"places": places.named, "witnesses": policy}, times.now())
        self.store = Store(folder.path / "motcua.sqlite")
        self.blobs = Blobs(folder.path)
        self.ledger = Ledger(core, self.directory.log_verifier.partition("+")[0], self.directory.log_signer)
        self.followers = Followers()
        log = self.directory.log_verifier
        self.witnessing = Witnessing(core, self.store, self.ledger, log, policy, self.followers.witnessed)
        self.transfers = Transfers()
        self.builds = Builds(self.store, self.ledger)
        self._tasks = []

    def application(self, static: Static, headers: Headers) -> web.Application:
        turns = Turns()
        self.builds.manifest = static.manifest
        grown = self.witnessing.wake
        desk = Desk(self.core, self.store, self.blobs, self.ledger, self.directory, self.followers, grown)
        stated = self.followers.stated
        statements = Statements(self.core, self.store, self.ledger, self.directory, desk.authenticate, stated)
        signed = (self.core, self.store, self.ledger, self.directory, self.followers, desk.authenticate, grown)
        parts = [
            Tus(self.store, self.blobs, turns),
            Dossiers(self.core, self.store, self.blobs, turns, self.ledger, self.directory, grown),
            Live(self.store, self.ledger, statements, self.followers),
            desk,
            Feedback(*signed),
            Marks(*signed),
            statements,
            Transparency(self.core, self.store, self.ledger),
            self.transfers,
            self.builds,
            self.directory,
            self.places,
        ]
        routes = [
            *(route for part in parts for route in part.routes()),
            web.get("/healthz", self._health),
            config_route(self.core.version, self.directory.roots, api=""),
            *static.routes(),
        ]
        application = application_of(headers, routes)
        application.on_startup.append(self._start)
        application.on_shutdown.append(self._shut)
        application.on_cleanup.append(self._close)
        return application

    async def sweep(self):
        """Ends uploads that ran out, removes files nobody owns, renews the directory, notes a new build."""
        self.transfers.drop_expired()
        stale = await self.store.write(lambda db: uploads.sweep(db, times.now()))
        for name in stale:
            await self.blobs.run(self.blobs.remove_upload, name)
        await self.blobs.run(self.directory.renew, times.now())
        await self.builds.note(times.now())

    async def _recover(self):
        """After a crash: files follow the rows. An open upload's file that was already moved for a
        commit that did not happen comes back; a file without a row goes."""
        known = await self.store.read(uploads.open_names)
        present = set(await self.blobs.run(self.blobs.uploads))
        for name in known - present:
            if self.blobs.path(name).exists():
                await self.blobs.run(self.blobs.give_back, name)
        for name in present - known:
            await self.blobs.run(self.blobs.remove_upload, name)

    async def _start(self, application):
        await self._recover()
        await self.sweep()
        self._tasks = [asyncio.create_task(self._sweep_always()), asyncio.create_task(self.followers.beat())]
        if self._witnesses:
            self._tasks.append(asyncio.create_task(self._ask_witnesses()))

    async def _ask_witnesses(self):
        """Not waited for: the gateway serves without them, too."""
        self.witnessing.start(await self._witnesses.start(self.directory.log_verifier))

    async def _sweep_always(self):
        while True:
            await asyncio.sleep(_SWEEP_SECONDS)
            try:
                await self.sweep()
            except Exception:
                _log.exception("sweeping failed; it is tried again in an hour")

    async def _shut(self, application):
        self.followers.close()

    async def _close(self, application):
        for task in self._tasks:
            task.cancel()
        await self.witnessing.stop()
        if self._witnesses:
            await self._witnesses.stop()
        await asyncio.to_thread(self.store.close)
        await asyncio.to_thread(self.blobs.close)

    async def _health(self, request):
        await self.store.read(lambda db: db.execute("SELECT 1").fetchone())
        return json_response({"status": "ok", "version": self.core.version})
