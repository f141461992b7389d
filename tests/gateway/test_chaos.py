"""The short form of tests/gateway/chaos: a few ends, and the test of the test."""

import asyncio
import os
import random
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from disk import Disk
from serving import ROOT
from upheaval import CARELESS, cuts, kills

SEED = 7


class Chaos(unittest.TestCase):
    def test_kills_under_load_lose_and_double_nothing(self):
        self._holds(asyncio.run(kills(3, SEED)))

    def test_power_cuts_lose_nothing_that_was_acknowledged(self):
        outcome = asyncio.run(cuts(3, SEED))
        self._holds(outcome)
        self.assertGreater(outcome.dropped, 0)

    def test_power_cuts_find_out_a_gateway_that_does_not_wait_for_the_disk(self):
        outcome = asyncio.run(cuts(10, SEED, command=CARELESS))
        self.assertTrue(outcome.lost or outcome.faults)

    def test_a_lost_answer_is_found_and_a_doubled_and_a_swapped_one(self):
        for spoilt, name in (("answers", "answer"), ("feedback", "feedback")):
            gone = re.compile(rf"{name} \d+ of \d+ is gone")
            self._found(f"lose {spoilt}", lambda outcome: any(map(gone.fullmatch, outcome.faults)))
            self._found(f"double {spoilt}", lambda outcome: outcome.doubled > 0)
            self._found(f"swap {spoilt}", lambda outcome: outcome.disordered > 0 and not outcome.lost + outcome.doubled)

    def _found(self, how, told):
        """A run at least shows it: what is spoilt may be what nobody had been promised yet when the gateway ended."""
        outcomes = []
        for seed in range(SEED, SEED + 4):
            outcomes.append(asyncio.run(kills(6, seed, spoilt=how)))
            if told(outcomes[-1]):
                return
        self.fail((how, outcomes))

    def _holds(self, outcome):
        self.assertTrue(outcome.well, outcome)
        for kind in ("dossiers", "events", "marks", "feedback", "answers", "proven"):
            self.assertGreater(getattr(outcome, kind), 0, (kind, outcome))


class DiskAfterACut(unittest.TestCase):
    """What the journal says was done, told by a program of a few lines."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name) / "data"
        self.folder.mkdir()
        (self.folder / "before").write_bytes(b"before")

    def test_what_was_synced_is_kept_whole(self):
        for seed in range(8):
            self._after(seed, SYNCED)
            self.assertEqual((self.folder / "file").read_bytes(), b"x" * 5000)
            self.assertEqual((self.folder / "before").read_bytes(), b"be-ore")

    def test_what_was_not_synced_is_kept_lost_or_torn(self):
        found = {self._after(seed, NOT_SYNCED) for seed in range(24)}
        self.assertIn(None, found)
        self.assertIn(b"x" * 5000, found)
        self.assertTrue(any(each and b"\0" in each and b"x" in each for each in found))

    def test_a_rename_leaves_one_of_its_names_at_least(self):
        names = set()
        for seed in range(24):
            self._after(seed, "import os; os.rename('before', 'after')")
            names.add(tuple(sorted(path.name for path in self.folder.iterdir())))
            for path in self.folder.iterdir():
                path.rename(self.folder / "before")
        self.assertEqual(names, {("before",), ("after",), ("after", "before")})

    def test_a_blob_stays_in_a_folder_that_a_gateway_made_before_it_was_killed(self):
        for seed in range(8):
            for folder in ("uploads", "blobs"):
                shutil.rmtree(self.folder / folder, ignore_errors=True)
                (self.folder / folder).mkdir()
            (self.folder / "uploads" / BLOB).write_bytes(b"sealed")
            self._after(seed, KEPT)
            self.assertEqual((self.folder / "blobs" / BLOB[:2] / BLOB).read_bytes(), b"sealed")

    def _after(self, seed, program):
        """The bytes of `file`, once the power is gone; None when its name is not there."""
        (self.folder / "file").unlink(missing_ok=True)
        disk = Disk(self.folder, random.Random(seed))
        try:
            environment = {**os.environ, **disk.environment}
            subprocess.run(["/usr/bin/python3", "-c", program], cwd=self.folder, env=environment, check=True)
            disk.cut()
        finally:
            disk.close()
        file = self.folder / "file"
        return file.read_bytes() if file.exists() else None


BLOB = "ab" * 16
KEPT = f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from server.blobs import Blobs
os.mkdir("blobs/{BLOB[:2]}")
Blobs(Path(".")).keep("{BLOB}")
"""
NOT_SYNCED = """
import os
handle = os.open("file", os.O_CREAT | os.O_WRONLY)
os.write(handle, b"x" * 5000)
"""
SYNCED = NOT_SYNCED + """
os.fsync(handle)
os.fsync(os.open(".", os.O_RDONLY))
before = os.open("before", os.O_WRONLY)
os.pwrite(before, b"-", 2)
os.fdatasync(before)
"""
