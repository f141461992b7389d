"""The log's witnesses: real processes, an honest gateway, and one that forks its log."""

import http.client
import json
import re
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from following import Stream
from own_log import KEY, Log
from people import Applicant, Officer
from serving import ROOT, Gateway, GatewayCase, core

class OneWitness(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = Path(folder.name)
        self.start()

    def start(self):
        command = [ROOT / "serve.py", "witness", "--data", self.data, "--log", KEY["vkey"], "--name", "test.example/w"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.addCleanup(self.end)
        ready = re.fullmatch(r"motcua: witness ready at http://127\.0\.0\.1:(\d+)/ (\S+)\n", self.process.stdout.readline())
        self.port, self.key = int(ready[1]), ready[2]

    def end(self):
        self.process.kill()
        self.process.wait(10)
        self.process.stdout.close()

    def ask(self, body, path="/add-checkpoint"):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("POST", path, body.encode() if isinstance(body, str) else body)
            answer = connection.getresponse()
            return answer.status, answer.headers.get_content_type(), answer.read().decode()
        finally:
            connection.close()

    def test_it_signs_what_continues_and_remembers_over_a_restart(self):
        log = Log(b"1", b"2", b"3")
        status, _, line = self.ask(log.request(0))
        self.assertEqual(status, 200)
        signed = core.checkpoint_cosign(checkpoint=log.checkpoint(), lines=line, witness=self.key)["checkpoint"]
        seen = core.checkpoint_witnessed(checkpoint=signed, log=KEY["vkey"], witnesses=[self.key], threshold=1)
        self.assertEqual((seen["size"], seen["witnesses"]), (3, ["test.example/w"]))
        self.end()
        self.start()
        log.add(b"4")
        self.assertEqual(self.ask(log.request(0))[:2], (409, "text/x.tlog.size"))
        self.assertEqual(self.ask(log.request(0))[2], "3\n")
        self.assertEqual(self.ask(log.request(3))[0], 200)

    def test_a_fork_and_a_roll_back_are_not_signed(self):
        log, fork = Log(b"1", b"2", b"3", b"4"), Log(b"1", b"2", b"x", b"4", b"5")
        self.assertEqual(self.ask(log.request(0))[0], 200)
        self.assertEqual(self.ask(fork.request(4))[0], 422)  # its own proof, of another tree
        same = core.witness_request(old=4, hashes=[], checkpoint=fork.checkpoint(4))["body"]
        self.assertEqual(self.ask(same)[0], 409)
        back = core.witness_request(old=4, hashes=[], checkpoint=log.checkpoint(2))["body"]
        self.assertEqual(self.ask(back)[0], 400)

    def test_strangers_and_nonsense_are_refused(self):
        log = Log(b"1")
        other = core.unit_keygen(unit="other.example/log", random="6" * 64)
        note = core.checkpoint_sign(origin="other.example/log", size=1, root=log.root, key=other["sign"])["checkpoint"]
        self.assertEqual(self.ask(core.witness_request(old=0, hashes=[], checkpoint=note)["body"])[0], 404)
        forged = core.unit_keygen(unit="test.example/log", random="7" * 64)
        note = core.checkpoint_sign(origin="test.example/log", size=1, root=log.root, key=forged["sign"])["checkpoint"]
        self.assertEqual(self.ask(core.witness_request(old=0, hashes=[], checkpoint=note)["body"])[0], 403)
        for body in ("", "old", "old 1\n", "old -1\n\n", b"\xff\xfe", "old 0\nAAAA\n\n" + log.checkpoint()):
            self.assertEqual(self.ask(body)[0], 400, body)
        self.assertEqual(self.ask("x" * 70_000)[0], 413)
        self.assertEqual(self.ask("", "/")[0], 404)


class WithWitnesses(GatewayCase):
    witnesses = "demo"

    def test_an_event_is_witnessed_soon_after(self):
        directory = self.gateway.directory
        policy = directory["witnesses"]
        self.assertEqual((policy["threshold"], len(policy["keys"])), (2, 2))
        applicant = Applicant(b"small")
        number = applicant.submit(self.gateway)["number"]
        stream = Stream(self.gateway, [applicant.keys["follow"]])
        self.addCleanup(stream.close)
        first = stream.next("checkpoint")
        core.checkpoint_verify(checkpoint=first["checkpoint"], log=directory["log"]["key"])
        index = Officer(self.gateway).say(applicant, number)["index"]
        told = stream.next("checkpoint", timeout=30)
        seen = core.checkpoint_witnessed(
            checkpoint=told["witnessed"], log=directory["log"]["key"], witnesses=policy["keys"], threshold=2
        )
        self.assertGreater(seen["size"], index)
        self.assertEqual(len(seen["witnesses"]), 2)
        self.assertEqual(self.gateway.ask("GET", "/log/witnessed").body.decode(), told["witnessed"])

    def test_they_end_with_the_gateway_however_it_ends(self):
        gateway = Gateway(witnesses="demo")
        self.addCleanup(gateway.close)
        seen = gateway.data / "data" / "witnesses" / "demo-1" / "seen.json"
        self.wait(seen.exists)
        gateway.kill()
        mine = str(gateway.data)
        self.wait(lambda: not any(mine in line for line in self.commands()))

    @staticmethod
    def commands():
        for path in Path("/proc").glob("[0-9]*/cwd"):
            try:
                yield (path.parent / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue

    def wait(self, until):
        end = time.monotonic() + 20
        while not until():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)


class Options(unittest.TestCase):
    def test_a_file_that_names_no_witnesses_is_told(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "witnesses.json"
            for text in ("", "[]", "{}", json.dumps({"threshold": 1, "witnesses": [{"key": 1}]})):
                file.write_text(text)
                command = [ROOT / "serve.py", "--no-setup", "--port", "0", "--data", Path(folder) / "d", "--witnesses", file]
                ended = subprocess.run(command, capture_output=True, text=True, timeout=30)
                self.assertEqual(ended.returncode, 1)
                self.assertIn("--witnesses", ended.stderr)
                self.assertNotIn("Traceback", ended.stderr)

