"""What was acknowledged is there after kill -9 and after a restart; what was not leaves nothing half."""

import hashlib
import os
import signal
import socket
import subprocess
import threading
import time
import unittest

from following import Stream
from older_store import older
from people import Applicant, Officer
from serving import ROOT, Gateway, core


class Crashes(unittest.TestCase):
    def setUp(self):
        self.gateway = Gateway()
        self.addCleanup(self.gateway.close)

    def restart(self, number=signal.SIGKILL):
        self.gateway.kill(number)
        self.gateway.start()

    def test_an_upload_goes_on_after_kill(self):
        applicant = Applicant(os.urandom(40_000_000))
        upload = self.gateway.create(len(applicant.sealed))
        self.gateway.append(upload, 0, applicant.sealed[:5_000_000])
        sender = threading.Thread(target=self._send_slowly, args=(upload, applicant.sealed, 5_000_000))
        sender.start()
        time.sleep(1)
        self.restart()
        sender.join()
        offset = self.gateway.received(upload)
        self.assertGreaterEqual(offset, 5_000_000)
        self.assertLess(offset, len(applicant.sealed))
        self.assertEqual(self.gateway.append(upload, offset, applicant.sealed[offset:]).status, 204)
        answer = self.gateway.ask("POST", "/dossiers", {**applicant.envelope(), "upload": upload})
        self.assertEqual(answer.status, 201, answer.body)

    def test_a_committed_dossier_and_its_events_survive_kill(self):
        applicant = Applicant()
        body, upload = applicant.envelope(), self.gateway.upload(applicant.sealed)
        first = self.gateway.ask("POST", "/dossiers", {**body, "upload": upload})
        self.restart()
        again = self.gateway.ask("POST", "/dossiers", {**body, "upload": upload})
        self.assertEqual((again.status, again.json), (200, first.json))
        officer, number = Officer(self.gateway), first.json["number"]
        self.assertEqual(officer.fetch(number).body, applicant.sealed)
        officer.say(applicant, number)
        self.restart()
        event = Stream(self.gateway, [applicant.keys["follow"]])
        self.addCleanup(event.close)
        self.assertEqual(event.next()["number"], number)
        self.assertEqual(officer.say(applicant, number, 2, "in-process")["index"], len(self.gateway.builds) + 2)

    def test_kill_at_any_moment_of_a_commit_loses_and_doubles_nothing(self):
        for delay in (0, 0.002, 0.005, 0.01, 0.02):
            applicant = Applicant(os.urandom(3_000_000))
            body = {**applicant.envelope(), "upload": self.gateway.upload(applicant.sealed)}
            committer = threading.Thread(target=self._try_to_commit, args=(body,))
            committer.start()
            time.sleep(delay)
            self.restart()
            committer.join()
            answer = self.gateway.ask("POST", "/dossiers", body)
            self.assertIn(answer.status, (200, 201), answer.body)
            officer = Officer(self.gateway)
            self.assertEqual(officer.fetch(answer.json["number"]).body, applicant.sealed)
            self.assertEqual(self._names("uploads"), [])
            self.assertEqual(len([one for one in officer.list() if one["number"] == answer.json["number"]]), 1)

    def test_a_file_moved_for_a_commit_that_never_happened_comes_back(self):
        applicant = Applicant()
        upload = self.gateway.upload(applicant.sealed)
        name = upload.rpartition("/")[2]
        self.gateway.kill()
        data = self.gateway.data / "data"
        (data / "blobs" / name[:2]).mkdir(exist_ok=True)
        os.rename(data / "uploads" / name, data / "blobs" / name[:2] / name)
        (data / "uploads" / ("f" * 32)).write_bytes(b"nobody's")
        self.gateway.start()
        self.assertEqual(self._names("uploads"), [name])
        self.assertEqual(self.gateway.ask("POST", "/dossiers", {**applicant.envelope(), "upload": upload}).status, 201)

    def test_sigterm_ends_cleanly_with_streams_and_uploads_open(self):
        applicant = Applicant(os.urandom(2_000_000))
        applicant.submit(self.gateway)
        stream = Stream(self.gateway, [applicant.keys["follow"]])
        self.addCleanup(stream.close)
        upload = self.gateway.create(2_000_000)
        sender = threading.Thread(target=self._send_slowly, args=(upload, applicant.sealed[:2_000_000], 0))
        sender.start()
        time.sleep(0.5)
        begun = time.monotonic()
        self.assertEqual(self.gateway.kill(signal.SIGTERM), 0)
        self.assertLess(time.monotonic() - begun, 10)
        self.assertIsNone(stream.next())
        sender.join()
        self.gateway.start()
        self.assertGreater(self.gateway.received(upload), 0)

    def test_keys_and_directory_stay_over_a_restart(self):
        before = [self.gateway.ask("GET", path).body for path in ("/directory", "/config.json")]
        self.restart(signal.SIGTERM)
        self.assertEqual([self.gateway.ask("GET", path).body for path in ("/directory", "/config.json")], before)

    def test_the_log_goes_on_where_it_was(self):
        log = self.gateway.directory["log"]["key"]
        for size in range(1, 6):
            Applicant(b"small").submit(self.gateway)
            self.restart()
            text = self.gateway.ask("GET", "/log/checkpoint").body.decode()
            self.assertEqual(core.checkpoint_verify(checkpoint=text, log=log)["size"], len(self.gateway.builds) + size)

    def test_a_folder_of_the_first_version_goes_on(self):
        """Its log had a row for each node, and kept no entries."""
        applicants = [Applicant(b"small") for _ in range(5)]
        receipts = [applicant.submit(self.gateway) for applicant in applicants]
        Officer(self.gateway).say(applicants[0], receipts[0]["number"])
        before = self.gateway.ask("GET", "/log/checkpoint").body
        size = int(before.split(b"\n")[1])
        paths = [f"/log/tile/entries/000.p/{size}", *(f"/log/proof/{index}" for index in range(size))]
        answers = [self.gateway.ask("GET", path).body for path in paths]
        self.gateway.kill(signal.SIGTERM)

        def nodes(db):
            leaves = db.execute("SELECT hashes FROM tiles WHERE level=0").fetchone()[0]
            db.execute("CREATE TABLE nodes(level, position, hash, PRIMARY KEY(level, position))")
            level, row = 0, [leaves[at : at + 32] for at in range(0, len(leaves), 32)]
            while row:
                db.executemany("INSERT INTO nodes VALUES(?, ?, ?)", [(level, n, h.hex()) for n, h in enumerate(row)])
                pairs = zip(row[::2], row[1::2])
                level, row = level + 1, [hashlib.sha256(b"\1" + left + right).digest() for left, right in pairs]

        older(self.gateway, 1, before=nodes)
        self.gateway.start()
        self.assertEqual(self.gateway.ask("GET", "/log/checkpoint").body, before)
        self.assertEqual([self.gateway.ask("GET", path).body for path in paths], answers)
        self.assertEqual(Applicant(b"small").submit(self.gateway)["index"], size)

    def test_statements_that_counted_events_alone_are_made_anew(self):
        applicant = Applicant(b"small")
        applicant.submit(self.gateway)
        roots, headers = self.gateway.data / "data" / "roots.json", {"Accept": "application/json"}

        def stated():
            wish = {"capabilities": [applicant.keys["follow"]]}
            return self.gateway.ask("POST", "/follow", wish, headers).json["states"]

        self.assertEqual(self.gateway.desk("99901", "state", "--roots", roots).returncode, 0)
        self.assertEqual(len(stated()), 1)
        self.gateway.kill(signal.SIGTERM)
        older(self.gateway, 4)
        self.gateway.start()
        self.assertEqual(stated(), [])
        self.assertEqual(self.gateway.desk("99901", "state", "--roots", roots).returncode, 0)
        self.assertEqual([each["entries"] for each in stated()], [[]])

    def test_a_second_start_on_the_same_folder_is_refused(self):
        data = self.gateway.data / "data"
        command = [ROOT / "serve.py", "--no-setup", "--port", "0", "--data", data]
        second = subprocess.run(command, capture_output=True, text=True, timeout=30)
        self.assertEqual(second.returncode, 1)
        self.assertRegex(second.stderr, r"^motcua: another gateway is using the data folder .*\(hint: .*\)\n$")
        self.assertEqual(self.gateway.ask("GET", "/healthz").status, 200)

    def _names(self, folder):
        return sorted(os.listdir(self.gateway.data / "data" / folder))

    def _try_to_commit(self, body):
        try:
            self.gateway.ask("POST", "/dossiers", body)
        except OSError:
            pass

    def _send_slowly(self, upload, data, offset):
        """As over a bad line; ends when the gateway does."""
        connection = socket.create_connection(("127.0.0.1", self.gateway.port))
        head = f"PATCH {upload} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: {offset}\r\n"
        head += f"Content-Type: application/offset+octet-stream\r\nContent-Length: {len(data) - offset}\r\n\r\n"
        try:
            connection.sendall(head.encode())
            while offset < len(data):
                connection.sendall(data[offset : offset + 100_000])
                offset += 100_000
                time.sleep(0.1)
        except OSError:
            pass
        connection.close()
