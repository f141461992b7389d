"""What the gateway keeps: its directory, its database, its uploads, over time and over mistakes."""

import asyncio
import json
import os
import signal
import sqlite3
import tempfile
import unittest
from contextlib import closing
from pathlib import Path

from people import Applicant
from serving import TUS, Gateway, core
from server import times
from server.directory import Directory
from server.folder import DataFolder
from server.store import Store


class KeyDirectory(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.path = Path(temporary.name) / "data"
        folder = DataFolder(self.path)
        self.addCleanup(folder.close)
        self.begun = times.parse("2026-11-22T05:00:00Z")
        self.places = {"version": "2025-07-01", "hash": "0a" * 32, "size": 700}
        self.open = lambda now, places=None: Directory(core, folder, {"places": places or self.places}, now)
        self.directory = self.open(self.begun)

    def content(self, now, last_version=1):
        note = (self.path / "directory.note").read_text()
        roots = self.directory.roots
        return core.directory_verify(note=note, roots=roots, now=times.text(now), last_version=last_version)

    def test_the_demo_agency_is_made_once_with_keys_for_its_officers_only(self):
        content = self.content(self.begun)
        self.assertEqual([unit["code"] for unit in content["units"]], ["99901", "99001"])
        self.assertTrue(content["demo"])
        self.assertEqual(content["places"], self.places)
        for path in [*(self.path / "keys").iterdir(), *(self.path / "officers").iterdir()]:
            self.assertEqual(path.stat().st_mode & 0o777, 0o600, path)
        self.assertEqual(self.path.stat().st_mode & 0o777, 0o700)
        identity = (self.path / "officers" / "unit-99901.identity").read_text()
        self.assertIn("AGE-SECRET-KEY-PQ-1", identity)
        self.assertIn(content["units"][0]["read"], identity)
        keys = json.loads((self.path / "officers" / "unit-99901.keys.json").read_text())
        self.assertEqual((keys["format"], keys["unit"]), ("motcua.unit-keys/1", "99901"))

    def test_it_is_signed_anew_before_it_runs_out_and_not_earlier(self):
        early = times.after(self.begun, days=3, hours=23)
        self.directory.renew(early)
        self.assertEqual(self.content(early)["version"], 1)
        late = times.after(self.begun, days=4)
        self.directory.renew(late)
        content = self.content(late, last_version=2)
        self.assertEqual((content["version"], content["expires"]), (2, "2026-12-03T05:00:00Z"))
        self.assertEqual(content["units"], list(self.directory.units.values()))
        self.assertEqual(content["places"], self.places)

    def test_another_list_of_places_is_named_at_the_next_start_and_the_same_is_not_signed_again(self):
        later = times.after(self.begun, days=1)
        self.open(later)
        self.assertEqual(self.content(later)["version"], 1)
        other = {**self.places, "hash": "0b" * 32}
        self.open(later, other)
        content = self.content(later, last_version=2)
        self.assertEqual((content["version"], content["places"]), (2, other))

    def test_one_root_is_not_enough(self):
        lines = (self.path / "directory.note").read_text().splitlines(keepends=True)
        with self.assertRaises(Exception) as caught:
            core.directory_verify(note="".join(lines[:-1]), roots=self.directory.roots, now=times.text(self.begun))
        self.assertEqual(caught.exception.code, "signature")


class Database(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.path = Path(temporary.name) / "motcua.sqlite"
        self.store = Store(self.path)
        self.addCleanup(self.store.close)

    async def test_a_refused_write_undoes_itself_and_not_its_neighbours(self):
        def write(n):
            def work(db):
                db.execute("INSERT INTO state VALUES(?, '')", (f"row {n}",))
                if n % 3 == 0:
                    raise KeyError(n)
                return n

            return self.store.write(work)

        outcomes = await asyncio.gather(*(write(n) for n in range(300)), return_exceptions=True)
        for n, outcome in enumerate(outcomes):
            self.assertEqual(isinstance(outcome, KeyError), n % 3 == 0)
        rows = await self.store.read(lambda db: db.execute("SELECT count(*) FROM state").fetchone()[0])
        self.assertEqual(rows, 200)

    async def test_a_read_sees_what_was_written_before(self):
        for n in range(100):
            await self.store.write(lambda db, n=n: db.execute("INSERT INTO state VALUES(?, '')", (str(n),)))
            seen = await self.store.read(lambda db: db.execute("SELECT count(*) FROM state").fetchone()[0])
            self.assertEqual(seen, n + 1)

    async def test_commits_wait_for_the_disk(self):
        for pragma, wanted in (("journal_mode", "wal"), ("synchronous", 2)):
            found = await self.store.write(lambda db, pragma=pragma: db.execute(f"PRAGMA {pragma}").fetchone()[0])
            self.assertEqual(found, wanted)


class OverTime(unittest.TestCase):
    def setUp(self):
        self.gateway = Gateway()
        self.addCleanup(self.gateway.close)

    def change(self, statement):
        self.gateway.kill(signal.SIGTERM)
        with closing(sqlite3.connect(self.gateway.data / "data" / "motcua.sqlite")) as db, db:
            db.execute(statement)

    def test_an_upload_that_ran_out_is_swept(self):
        upload = self.gateway.upload(b"orphan")
        self.change("UPDATE uploads SET expires='2020-01-01T00:00:00Z'")
        self.gateway.start()
        self.assertEqual(self.gateway.ask("HEAD", upload, headers=TUS).status, 410)
        self.assertEqual(os.listdir(self.gateway.data / "data" / "uploads"), [])

    def test_sweeping_leaves_dossiers_alone(self):
        applicant = Applicant()
        applicant.submit(self.gateway)
        self.change("UPDATE uploads SET expires='2020-01-01T00:00:00Z'")
        self.gateway.start()
        kept = [path for path in (self.gateway.data / "data" / "blobs").rglob("*") if path.is_file()]
        self.assertEqual([path.read_bytes() for path in kept], [applicant.sealed])

    def test_a_folder_of_a_newer_version_is_refused(self):
        self.change("PRAGMA user_version=99")
        told = r"motcua: the data folder was written by a newer version .*\(hint: "
        with self.assertRaisesRegex(AssertionError, told):
            self.gateway.start()
