"""./serve.py audit: against a real gateway, and against a server that lies about its log."""

import hashlib
import http.server
import json
import sqlite3
import subprocess
import tempfile
import threading
import unittest
from pathlib import Path

from own_log import KEY, Log
from people import Applicant, Officer
from serving import ROOT, Gateway, core

HOLDS, WRONG, UNKNOWN = 0, 1, 2


def audit(url, log, data, *options):
    command = [ROOT / "serve.py", "audit", "--api", url, "--log", log, "--data", data, *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def root_of(log, size):
    """The root that the log had with its first entries."""
    leaves = [hashlib.sha256(b"\0" + entry).hexdigest() for entry in log.entries[:size]]
    return core.log_append(size=0, edge=[], leaves=leaves)["root"]


class Liar:
    """Serves a log as the tests want it: `answers` takes the place of what is true, `paths` counts requests."""

    def __init__(self, log):
        self.log, self.size, self.answers, self.paths, self.witnessed = log, log.size, {}, [], None
        liar = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                liar.paths.append(self.path)
                answer = liar.answers[self.path] if self.path in liar.answers else liar.true(self.path)
                if callable(answer):
                    return answer(self)
                self.send_response(404 if answer is None else 200)
                self.end_headers()
                self.wfile.write(answer or b"")

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def true(self, path):
        parts = path.split("/")[2:]
        if parts == ["checkpoint"]:
            return self.log.checkpoint(self.size).encode()
        if parts == ["witnessed"]:
            return self.witnessed
        if parts[0] == "consistency":
            hashes = self.log.proof(int(parts[1]), int(parts[2]))
            return json.dumps({"hashes": hashes}).encode()
        written, _, width = "/".join(parts[2:]).partition(".p/")
        index, width = int(written.replace("x", "").replace("/", "")), int(width or 256)
        if parts[1] == "entries":
            entries = self.log.entries[index * 256 : index * 256 + width]
            return b"".join(b"\0\x20" + entry for entry in entries)
        return self.log.tiles[int(parts[1]), index][: width * 32]


class WithLiar(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = Path(folder.name) / "audit"
        self.log = Log()
        self.log.add_many(600)
        self.liar = Liar(self.log)
        self.addCleanup(self.liar.close)

    def run_audit(self, code, sentence, *options, key=KEY["vkey"]):
        ended = audit(self.liar.url, key, self.data, *options)
        self.assertEqual(ended.returncode, code, ended.stdout + ended.stderr)
        self.assertIn(sentence, ended.stdout + ended.stderr)
        self.assertNotIn("Traceback", ended.stderr)
        return ended.stdout

    def kept(self):
        """Everything in the folder but evidence."""
        paths = (path for path in self.data.rglob("*") if path.is_file() and not path.name.startswith("evidence-"))
        return {path.relative_to(self.data): path.read_bytes() for path in paths}

    def caught(self, sentence, code=WRONG, **options):
        """Told, and the folder is as it was."""
        before = self.kept()
        self.run_audit(code, sentence, **options)
        self.assertEqual(self.kept(), before)
        self.assertFalse((self.data / "new").exists())

    def evidence(self):
        return [path.read_text() for path in self.data.glob("evidence-*")]


class Honest(WithLiar):
    def test_full_tiles_are_fetched_once(self):
        self.run_audit(HOLDS, "The log has 600 entries, 600 of them new.")
        self.assertIn(Path("tiles/0/001"), self.kept())
        self.log.add_many(300, b"more")
        self.liar.size, self.liar.paths[:] = self.log.size, []
        self.run_audit(HOLDS, "900 entries, 300 of them new")
        self.assertNotIn("/log/tile/0/001", self.liar.paths)
        self.assertIn("/log/tile/0/002", self.liar.paths)
        self.run_audit(HOLDS, "900 entries, 0 of them new")

    def test_every_size_around_a_tile_is_followed(self):
        for size in (255, 256, 257, 511, 512, 513):
            self.log.roots[size] = root_of(self.log, size)
            self.liar.size = size
            self.run_audit(HOLDS, f"The log has {size} entries")

    def test_tiles_above_the_second_level(self):
        self.log.add_many(66_000, b"many")
        self.liar.size = self.log.size
        self.run_audit(HOLDS, "The log has 66600 entries")
        self.assertIn("/log/tile/1/000", self.liar.paths)
        self.assertIn("/log/tile/2/000.p/1", self.liar.paths)
        self.assertEqual(self.kept()[Path("tiles/1/000")], self.log.tiles[1, 0])

    def test_a_part_of_a_tile_that_is_gone_is_cut_from_the_whole(self):
        self.log.roots[300] = root_of(self.log, 300)
        self.liar.size = 300
        gone = lambda handler: handler.send_error(404)  # noqa: E731
        self.liar.answers = {"/log/tile/0/001.p/44": gone, "/log/tile/entries/001.p/44": gone}
        self.run_audit(HOLDS, "The log has 300 entries")


class Lies(WithLiar):
    def test_at_the_first_sight(self):
        tile, entries = self.log.tiles[0, 0], self.liar.true("/log/tile/entries/000")
        for path, answer, sentence in (
            ("/log/tile/0/000", tile[32:64] + tile[:32] + tile[64:], "entry 0 is not the one"),
            ("/log/tile/0/000", tile[:-1], "has 8191 bytes"),
            ("/log/tile/entries/000", entries[:-32] + bytes(32), "entry 255 is not the one"),
            ("/log/tile/1/000.p/2", bytes(64), "does not have the hashes that follow"),
            ("/log/tile/0/001", lambda handler: handler.send_error(404), "0/001 is missing"),
            ("/log/checkpoint", b"\xff\xfe", "is not text"),
            ("/log/checkpoint", b"nothing\n", "does not hold"),
        ):
            self.liar.answers = {path: answer}
            self.caught(sentence)
        self.liar.answers = {}
        other = core.unit_keygen(unit="test.example/log", random="8" * 64)["vkey"]
        self.caught("does not hold", key=other)
        self.run_audit(HOLDS, "600 entries")

    def test_another_leaf_with_its_own_entry(self):
        entry = hashlib.sha256(b"another").digest()
        tile, entries = self.log.tiles[0, 0], self.liar.true("/log/tile/entries/000")
        self.liar.answers = {
            "/log/tile/0/000": hashlib.sha256(b"\0" + entry).digest() + tile[32:],
            "/log/tile/entries/000": b"\0\x20" + entry + entries[34:],
        }
        before = self.kept()
        ended = audit(self.liar.url, KEY["vkey"], self.data)
        self.assertEqual((ended.returncode, self.kept()), (WRONG, before))

    def test_bodies_without_end_and_redirects(self):
        def endless(handler):
            handler.send_response(200)
            handler.end_headers()
            try:
                while True:
                    handler.wfile.write(bytes(65536))
            except OSError:
                pass

        def elsewhere(handler):
            handler.send_response(302)
            handler.send_header("Location", "http://127.0.0.1:1/")
            handler.end_headers()

        for path in ("/log/checkpoint", "/log/tile/0/000"):
            self.liar.answers = {path: endless}
            self.caught("does not end")
            self.liar.answers = {path: elsewhere}
            self.caught("sends us elsewhere", UNKNOWN)

    def test_a_size_that_is_still_to_come(self):
        note = core.checkpoint_sign(origin="test.example/log", size=900, root="ab" * 32, key=KEY["sign"])["checkpoint"]
        self.liar.answers = {"/log/checkpoint": note.encode()}
        self.caught("bytes; it must have 8192")

    def test_a_shorter_log(self):
        self.run_audit(HOLDS, "600 entries")
        self.log.roots[512] = root_of(self.log, 512)
        self.liar.size = 512
        self.caught("the log went back: it had 600 entries and now shows 512")
        self.assertEqual(self.evidence()[0].count("\n— test.example/log "), 2)

    def test_a_fork(self):
        self.run_audit(HOLDS, "600 entries")
        for size, sentence in ((600, "two different trees of 600"), (700, "does not prove that it continues")):
            fork = Log()
            fork.add_many(size, b"fork")
            self.liar.log, self.liar.size = fork, size
            fork.roots.setdefault(600, "00" * 32)
            self.liar.answers = {}
            self.caught(sentence)
        self.assertEqual(len(self.evidence()), 2)
        for text in self.evidence():
            self.assertEqual(text.count("\n— test.example/log "), 2)

    def test_a_proof_that_is_none(self):
        self.run_audit(HOLDS, "600 entries")
        self.log.add_many(10, b"more")
        self.liar.size = 610
        for answer in (b"", b"[]", b'{"hashes": 1}', b'{"hashes": ["zz"]}', b"[" * 9000):
            self.liar.answers = {"/log/consistency/600/610": answer}
            self.caught("does not prove that it continues")

    def test_nobody_there(self):
        self.liar.close()
        ended = audit(self.liar.url, KEY["vkey"], self.data)
        self.assertEqual(ended.returncode, UNKNOWN)
        for url in ("file:///etc/hostname", "nothing", "http://[", "http://a:b"):
            ended = audit(url, KEY["vkey"], self.data)
            self.assertEqual(ended.returncode, UNKNOWN, url)
            self.assertNotIn("Traceback", ended.stderr)


class Usage(WithLiar):
    def test_a_mistyped_key_is_not_the_logs_fault(self):
        witness = core.witness_keygen(name="test.example/w", random="1" * 64)["vkey"]
        for key in (KEY["vkey"][:-1], KEY["vkey"].replace("test", "text"), "", "+", "a+b+c", witness):
            self.caught("argument --log", UNKNOWN, key=key)
        ended = audit(self.liar.url, KEY["vkey"], self.data, "--witness", KEY["vkey"])
        self.assertEqual(ended.returncode, UNKNOWN)
        ended = audit(self.liar.url, KEY["vkey"], self.data, "--witness", witness, "--threshold", "2")
        self.assertEqual(ended.returncode, UNKNOWN)
        self.assertEqual(self.liar.paths, [])

    def test_a_folder_is_of_one_log(self):
        self.run_audit(HOLDS, "600 entries")
        other = core.unit_keygen(unit="other.example/log", random="8" * 64)["vkey"]
        self.caught("is of another log's audit", UNKNOWN, key=other)


class Witnesses(WithLiar):
    def setUp(self):
        super().setUp()
        self.keys = [core.witness_keygen(name=f"test.example/w{n}", random=f"{n}" * 64) for n in (1, 2)]

    def sign(self, log, size, keys, now="2026-11-20T05:00:00Z"):
        note = log.checkpoint(size)
        body = core.witness_request(old=0, hashes=[], checkpoint=note)["body"]
        for key in keys:
            line = core.witness_sign(body=body, size=0, log=KEY["vkey"], key=key["sign"], now=now)["line"]
            note = core.checkpoint_cosign(checkpoint=note, lines=line, witness=key["vkey"])["checkpoint"]
        self.liar.witnessed = note.encode()

    def options(self, *more):
        return [part for key in self.keys for part in ("--witness", key["vkey"])] + list(more)

    def test_what_they_signed_must_be_this_log(self):
        self.sign(self.log, 600, self.keys)
        self.run_audit(HOLDS, "Witnesses signed its first 600 entries by 2026-11-20T05:00:00Z", *self.options())
        self.log.add_many(5, b"more")
        self.liar.size = 605
        self.run_audit(WRONG, "its witnesses have signed nothing for", *self.options())
        self.sign(self.log, 605, self.keys[:1])
        self.run_audit(WRONG, "1 of the named witnesses have signed; 2 are needed", *self.options())
        self.run_audit(HOLDS, "test.example/w1", *self.options("--threshold", "1"))

    def test_another_log_than_theirs(self):
        fork = Log()
        fork.add_many(600, b"fork")
        self.sign(fork, 600, self.keys)
        self.run_audit(WRONG, "two different trees of 600", *self.options())
        self.assertEqual(len(self.evidence()), 1)
        fork.add_many(1, b"x")
        self.sign(fork, 601, self.keys)
        self.run_audit(WRONG, "witnesses have signed 601 entries; the log shows only 600", *self.options())
        self.liar.witnessed = None
        self.run_audit(WRONG, "no checkpoint that witnesses have signed", *self.options())


class OwnGateway(unittest.TestCase):
    """The operator's own auditor; each test spoils the database of a gateway that has ended."""

    @classmethod
    def setUpClass(cls):
        cls.gateway = Gateway()
        cls.addClassCleanup(cls.gateway.close)
        officer = Officer(cls.gateway)
        for _ in range(2):
            applicant = Applicant(b"small")
            cls.number = applicant.submit(cls.gateway)["number"]
            officer.say(applicant, cls.number)
            officer.say(applicant, cls.number, 2, "in-process")
        cls.store = cls.gateway.data / "data"
        cls.log = cls.gateway.directory["log"]["key"]

    def audit(self):
        with tempfile.TemporaryDirectory() as folder:
            return audit(self.gateway.url, self.log, Path(folder), "--gateway", self.store)

    def spoiled(self, sentence, *statements):
        db = sqlite3.connect(self.store / "motcua.sqlite")
        self.addCleanup(db.close)
        copy = sqlite3.connect(":memory:")
        db.backup(copy)
        try:
            for statement in statements:
                db.execute(statement)
            db.commit()
            ended = self.audit()
        finally:
            copy.backup(db)
            copy.close()
        self.assertEqual(ended.returncode, WRONG, ended.stdout + ended.stderr)
        self.assertIn(sentence, ended.stdout)

    def test_it_holds_while_the_gateway_runs(self):
        ended = self.audit()
        self.assertEqual((ended.returncode, ended.stderr), (HOLDS, ""))
        self.assertIn("2 dossiers and 4 events are in the log at their places", ended.stdout)

    def test_what_was_changed_behind_its_back_is_told(self):
        last = "(SELECT max(id) FROM events)"
        first = "(SELECT min(id) FROM events)"
        for sentence, *statements in (
            ("belongs to nothing", f"DELETE FROM events WHERE id={last}"),
            ("does not hold", f"DELETE FROM events WHERE id={first}"),
            ("says something else than what was signed", f"UPDATE events SET state='done' WHERE id={last}"),
            ("with its salt", f"UPDATE events SET salt='{'ab' * 32}' WHERE id={last}"),
            ("with its salt", f"UPDATE events SET leaf=leaf-1 WHERE id={last}"),
            ("does not hold", f"UPDATE events SET note=replace(note, 'in-process', 'done') WHERE id={last}"),
            ("the envelope of", "UPDATE dossiers SET envelope=envelope || ' '"),
            ("something else than its envelope", "UPDATE dossiers SET competent='99001' WHERE id=1"),
            ("is claimed 2 times", f"UPDATE events SET leaf=(SELECT min(leaf) FROM events) WHERE id={last}"),
            ("belong to no dossier", "PRAGMA foreign_keys=OFF", "DELETE FROM dossiers WHERE id=1"),
        ):
            with self.subTest(sentence, of=statements):
                self.spoiled(sentence, *statements)
