"""The database: one SQLite file, one thread that writes, one that reads.

    number = await store.write(lambda db: records.add_dossier(db, ...))
    rows = await store.read(lambda db: records.dossiers_of(db, unit))

`write` returns after the commit is on disk (WAL, synchronous=FULL). Writes that wait at the same time
share one commit; each runs in its own savepoint, so that one refusal does not undo its neighbours.
"""

import asyncio
import queue
import sqlite3
import threading
from concurrent.futures import Future
from pathlib import Path

from .store_versions import FEEDBACK, MARKS, STATED, STEPS

SCHEMA_VERSION = 5
_SCHEMA = f"""
CREATE TABLE state(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE uploads(
  id TEXT PRIMARY KEY, size INTEGER NOT NULL, received INTEGER NOT NULL, expires TEXT NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE dossiers(
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, draft TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE, receiving TEXT NOT NULL, competent TEXT NOT NULL, size INTEGER NOT NULL,
  body TEXT NOT NULL, read TEXT NOT NULL, follow TEXT NOT NULL, envelope TEXT NOT NULL,
  signature TEXT NOT NULL, blob TEXT NOT NULL UNIQUE, time TEXT NOT NULL, leaf INTEGER NOT NULL,
  salt TEXT NOT NULL, proof TEXT NOT NULL, ack TEXT NOT NULL);
CREATE INDEX dossiers_follow ON dossiers(follow);
CREATE INDEX dossiers_receiving ON dossiers(receiving, id);
CREATE INDEX dossiers_competent ON dossiers(competent, id);
CREATE TABLE events(
  id INTEGER PRIMARY KEY AUTOINCREMENT, dossier INTEGER NOT NULL REFERENCES dossiers(id),
  sequence INTEGER NOT NULL, status INTEGER NOT NULL, state TEXT NOT NULL, unit TEXT NOT NULL,
  time TEXT NOT NULL, code TEXT NOT NULL, note TEXT NOT NULL, leaf INTEGER NOT NULL,
  salt TEXT NOT NULL, proof TEXT NOT NULL, message BLOB, UNIQUE(dossier, sequence));
{FEEDBACK}
{MARKS}
CREATE TABLE tiles(
  tree TEXT NOT NULL, level INTEGER NOT NULL, position INTEGER NOT NULL, hashes BLOB NOT NULL,
  PRIMARY KEY(tree, level, position));
{STATED}
CREATE TABLE nonces(unit TEXT NOT NULL, nonce TEXT NOT NULL, time TEXT NOT NULL,
  PRIMARY KEY(unit, nonce)) WITHOUT ROWID;
"""
_LARGEST_BATCH = 128


class NewerStore(Exception):
    """The database was written by a newer version."""


class Store:
    def __init__(self, path: Path):
        """Opens or creates the database. Raises NewerStore, sqlite3.Error."""
        _prepare(path)
        self._writes = _Lane(path, _write_batch)
        self._reads = _Lane(path, _read_batch)

    async def write(self, work):
        """Runs work(db) in a transaction; what it raises undoes it and comes out here."""
        return await self._writes.put(work)

    async def read(self, work):
        """Runs work(db), which must only read. It sees every write that was answered before."""
        return await self._reads.put(work)

    def close(self):
        """Finishes what waits, then closes."""
        self._reads.close()
        self._writes.close()


class _Lane:
    """A thread with a connection of its own and a queue of work."""

    def __init__(self, path, run_batch):
        self._queue, self._path, self._run_batch = queue.SimpleQueue(), path, run_batch
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    def put(self, work):
        future = Future()
        # Running from the start: a request that goes away must not cancel a write half-way through.
        future.set_running_or_notify_cancel()
        self._queue.put((work, future))
        return asyncio.wrap_future(future)

    def close(self):
        self._queue.put(None)
        self._thread.join()

    def _run(self):
        db = _connect(self._path)
        last = False
        while not last:
            jobs = [self._queue.get()]
            while jobs[-1] is not None and len(jobs) < _LARGEST_BATCH and not self._queue.empty():
                jobs.append(self._queue.get())
            last = jobs[-1] is None
            self._run_batch(db, jobs[:-1] if last else jobs)
        db.close()


def _write_batch(db, jobs):
    if not jobs:
        return
    outcomes = []
    try:
        db.execute("BEGIN IMMEDIATE")
        for work, future in jobs:
            db.execute("SAVEPOINT job")
            try:
                outcomes.append((future, future.set_result, work(db)))
            except Exception as error:
                db.execute("ROLLBACK TO job")
                outcomes.append((future, future.set_exception, error))
            db.execute("RELEASE job")
        db.execute("COMMIT")
    except Exception as error:  # the disk is full or broken: nothing of this batch happened
        if db.in_transaction:
            db.execute("ROLLBACK")
        outcomes = [(future, future.set_exception, error) for _, future in jobs]
    for _, settle, outcome in outcomes:
        settle(outcome)


def _read_batch(db, jobs):
    for work, future in jobs:
        try:
            answer = work(db)
        except Exception as error:
            future.set_exception(error)
        else:
            future.set_result(answer)


def _connect(path):
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("PRAGMA foreign_keys=ON")
    return db


def _prepare(path):
    db = _connect(path)
    try:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA_VERSION:
            raise NewerStore(f"the data folder was written by a newer version ({version})")
        if version == 0:
            db.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version={SCHEMA_VERSION}; COMMIT;")
        elif version < SCHEMA_VERSION:
            db.execute("BEGIN IMMEDIATE")
            for step in range(version, SCHEMA_VERSION):
                STEPS[step](db)
            db.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
            db.execute("COMMIT")
    finally:
        db.close()
