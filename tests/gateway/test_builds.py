"""The builds that were served stand in the log."""

import asyncio
import base64
import hashlib
import tempfile
import unittest
from pathlib import Path

from serving import ROOT, GatewayCase, core
from server import builds, times
from server.ledger import Ledger
from server.store import Store


class Served(GatewayCase):
    def test_the_build_is_listed_once_with_a_proof_that_holds(self):
        manifest = (ROOT / "build" / "web" / "build.txt").read_bytes()
        log = self.gateway.directory["log"]["key"]
        (known,) = self.gateway.builds
        self.assertEqual(known["manifest"], hashlib.blake2b(manifest, digest_size=32).hexdigest())
        event = base64.b64encode(builds.entry(known["manifest"], known["time"])).decode()
        proven = core.proof_verify(proof=known["proof"], event=event, log=log)
        self.assertEqual(proven["index"], known["index"])
        self.gateway.kill()
        self.gateway.start()
        self.assertEqual(self.gateway.builds, [known])


class Noted(unittest.TestCase):
    def test_each_change_is_a_leaf_and_a_restart_none(self):
        with tempfile.TemporaryDirectory() as name:
            store = Store(Path(name) / "motcua.sqlite")
            self.addCleanup(store.close)
            signer = core.unit_keygen(unit="motcua.demo/log", random="4" * 64)
            noted = builds.Builds(store, Ledger(core, "motcua.demo/log", signer["sign"]))

            async def notes():
                now = times.parse("2026-11-22T05:00:00Z")
                for manifest in (None, b"one", b"one", b"two", b"one"):
                    noted.manifest = lambda served=manifest: served
                    await noted.note(now)
                return await store.read(builds._known)

            known = asyncio.run(notes())
            self.assertEqual([one["index"] for one in known], [0, 1, 2])
            self.assertEqual(known[0]["manifest"], known[2]["manifest"])
            self.assertNotEqual(known[0]["manifest"], known[1]["manifest"])
