"""The main job without a screen: a person seals and sends, the officer opens and answers, the person
reads the answer, and everything on the way is checked as a client must."""

import base64
import io
import json
import os
import re
import secrets
import subprocess
import tarfile
import tempfile
from pathlib import Path

from following import Stream
from people import Applicant, blake, canonical, now
from sealing import seal_dossier
from serving import ROOT, GatewayCase, core

AGE = ROOT / "build" / "deps" / "age13" / "usr" / "bin" / "age"
COMMAND = ROOT / "build" / "native" / "motcua"
PAPER = b"%PDF-1.7\n" + bytes(range(256)) * 2000
NAME = "Nguyễn Thị Thử"
SECRET = "Xin bổ sung giấy chứng sinh"


class Journey(GatewayCase):
    def setUp(self):
        self.config = self.gateway.ask("GET", "/config.json").json
        note = self.gateway.ask("GET", "/directory").body.decode()
        self.directory = core.directory_verify(note=note, roots=self.config["roots"], now=now())
        self.log = self.directory["log"]["key"]
        self.units = {unit["code"]: unit for unit in self.directory["units"]}
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.identity = self.gateway.data / "data" / "officers" / "unit-99901.identity"

    def test_from_sealing_to_the_answer(self):
        root, draft = secrets.token_hex(32), secrets.token_hex(16)
        sealed, made = seal_dossier(self.plan(root, draft), [PAPER])
        receipt = self.send(sealed, made)
        keys = core.dossier_keys(root=root, draft=draft)
        stream = Stream(self.gateway, [keys["follow"]])
        self.addCleanup(stream.close)
        number, history = receipt["number"], []

        self.assertIn("submitted", self.desk("list"))
        dossier = self.folder / "dossier.age"
        self.desk("fetch", "--number", number, "-o", dossier)
        self.assertEqual(dossier.read_bytes(), sealed)
        self.opens(dossier, made)
        receipt_file = dossier.with_suffix(".receipt.json")
        proven = subprocess.run([COMMAND, "proof", receipt_file, "--log", self.log], capture_output=True, text=True)
        self.assertEqual(proven.returncode, 0, proven.stderr)

        self.desk("post", "--number", number, "--state", "received", "--code", "H99.01-261122-0001")
        event, text = self.verified(stream.next(), receipt, history, made, keys)
        self.assertEqual((event["status"], event["code"], text), (2, "H99.01-261122-0001", None))
        self.desk("post", "--number", number, "--state", "supplement-wanted", "--message", SECRET)
        event, text = self.verified(stream.next(), receipt, history, made, keys)
        self.assertEqual((event["status"], text), (5, SECRET))
        self.assertIn("supplement-wanted", self.desk("list"))

        self.nothing_personal_is_readable()

    def test_the_readmes_commands_work_as_they_stand_there(self):
        """In a folder that looks like a checkout whose demo is running; another address and number are put in."""
        plan = self.plan(secrets.token_hex(32), secrets.token_hex(16))
        form = json.loads((ROOT / "assets" / "forms" / "birth.fixture.json").read_text())
        form["values"]["filing.receiving"] = "99901"
        person = {"name": form["values"]["requester.name"], "id": form["values"]["requester.id"]}
        plan.update(form_json=canonical(form), applicant=person, submitter=person)
        sealed, made = seal_dossier(plan, [PAPER])
        number = self.send(sealed, made)["number"]
        (self.folder / "serve.py").symlink_to(ROOT / "serve.py")
        (self.folder / "build").mkdir()
        (self.folder / "build" / "native").symlink_to(ROOT / "build" / "native")
        (self.folder / "build" / "data").symlink_to(self.gateway.data / "data")
        path = f"{AGE.parent}:{os.environ['PATH']}"
        officers = (ROOT / "README.md").read_text().split("\n## As the officer of the demo\n")[1].split("\n## ")[0]
        commands = [line.strip() for line in officers.split("\n") if line.startswith("    ")]
        self.assertEqual(len(commands), 6)
        said = []
        for command in commands:
            if command.startswith("age ") and not AGE.exists():  # and what follows needs what it unpacks
                break
            typed = command.replace("482177305910", number)
            if typed.startswith("./serve.py desk "):
                typed += f" --api {self.gateway.url}"
            shell = ["bash", "-o", "pipefail", "-c", typed]
            done = subprocess.run(shell, cwd=self.folder, env={**os.environ, "PATH": path}, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, (command, done.stdout, done.stderr))
            said.append(done.stdout)
        grouped = core.number_check(number=number)["grouped"]
        self.assertIn(f"{grouped}  ", said[0])
        self.assertEqual(said[3], f"{grouped}  1  received\n")
        if AGE.exists():
            self.assertEqual((self.folder / "manifest.json").read_text(), made["manifest"])
            self.assertIn("Signature and comment signature verified", said[5])

    def plan(self, root, draft):
        values = {"child.name": NAME}
        return {
            "root": root,
            "draft": draft,
            "time": now(),
            "key": secrets.token_hex(16),
            "channel": 2,
            "procedure": {"code": "1.001193", "version": "2026-07-01"},
            "form_json": canonical({"form": "birth/1", "values": values}),
            "applicant": {"name": NAME, "id": "999012345678"},
            "submitter": {"name": NAME, "id": "999012345678"},
            "helper": None,
            "assurance": "self",
            "units": {"list": "demo-1", "receiving": "99901", "competent": "99901"},
            "recipients": [self.units["99901"]["read"]],
            "attachments": [
                {
                    "component": "giay-chung-sinh",
                    "title": "chung-sinh.pdf",
                    "type": "application/pdf",
                    "hash": blake(PAPER),
                    "size": len(PAPER),
                    "ext": "pdf",
                }
            ],
            "notices": [{"id": "privacy", "version": 1, "shown": now()}],
            "consents": [],
        }

    def send(self, sealed, made):
        body = {"envelope": made["envelope"], "signature": made["signature"], "upload": self.gateway.upload(sealed)}
        answer = self.gateway.ask("POST", "/dossiers", body)
        self.assertEqual(answer.status, 201, answer.body)
        event = base64.b64encode(f"{made['envelope']}\n{made['signature']}".encode()).decode()
        core.proof_verify(proof=answer.json["proof"], event=event, log=self.log)
        return answer.json

    def desk(self, verb, *arguments):
        done = self.gateway.desk("99901", verb, *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def opens(self, dossier, made):
        """With our command, and with age from outside when it is here."""
        for command in (COMMAND, AGE):
            if command == AGE and not AGE.exists():
                continue
            arguments = ["open"] if command == COMMAND else ["-d"]
            whole = [command, *arguments, "-i", self.identity, dossier]
            plain = subprocess.run(whole, capture_output=True, check=True).stdout
            with tarfile.open(fileobj=io.BytesIO(plain)) as archive:
                names = archive.getnames()
                self.assertEqual(names[:3], ["manifest.json", "manifest.json.minisig", "form.json"])
                self.assertEqual(archive.extractfile("manifest.json").read().decode(), made["manifest"])
                self.assertEqual(archive.extractfile(names[3]).read(), PAPER)

    def verified(self, item, receipt, history, made, keys):
        """What a client does before it shows an event; -> (event, message or None)."""
        self.assertEqual(item["number"], receipt["number"])
        note = base64.b64decode(item["event"]).decode()
        envelope = json.loads(made["envelope"])
        event = core.event_verify(
            note=note,
            keys={"99901": self.units["99901"]["sign"]},
            history=history,
            submission=receipt["number"],
            body=envelope["body"],
        )
        core.proof_verify(proof=item["proof"], event=item["event"], log=self.log)
        history.append({name: event[name] for name in ("sequence", "status", "state")})
        if item["message"] is None:
            self.assertEqual(event["message"], "-")
            return event, None
        opened = core.message_open(age=item["message"], identity=keys["identity"])
        self.assertEqual(opened["hash"], event["message"])
        return event, opened["text"]

    def nothing_personal_is_readable(self):
        strings = [NAME.encode(), b"999012345678", SECRET.encode(), b"1.001193", b"giay-chung-sinh", b"chung-sinh.pdf"]
        for path in self.gateway.data.rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                self.assertFalse([one for one in strings if one in content], path)


class DeskCommand(GatewayCase):
    def test_mistakes_are_told_in_one_sentence_with_a_hint(self):
        unknown = core.number_new(random=secrets.token_hex(16))["number"]
        elsewhere = ["--api", "http://127.0.0.1:9"]
        for arguments in (
            ["fetch", "--number", unknown],
            ["fetch", "--number", "123"],
            ["post", "--number", unknown, "--state", "received"],
            ["list", *elsewhere],
            ["list", "--keys", ROOT / "LICENSE"],
        ):
            done = self.gateway.desk("99901", *arguments)
            self.assertEqual((done.returncode, done.stdout), (1, ""), arguments)
            self.assertRegex(done.stderr, re.compile(r"^motcua: [^\n]+ \(hint: [^\n]+\)\n$"), arguments)

    def test_numbers_may_be_typed_as_shown(self):
        number = Applicant(b"small").submit(self.gateway)["number"]
        grouped = core.number_check(number=number)["grouped"]
        done = self.gateway.desk("99901", "post", "--number", grouped, "--state", "received")
        self.assertEqual((done.returncode, done.stdout), (0, f"{grouped}  1  received\n"), done.stderr)
        listed = json.loads(self.gateway.desk("99901", "list", "--json").stdout)
        states = [[event["state"] for event in one["events"]] for one in listed if one["number"] == number]
        self.assertEqual(states, [["received"]])

    def test_a_state_that_may_not_follow_is_refused(self):
        number = Applicant(b"small").submit(self.gateway)["number"]
        done = self.gateway.desk("99901", "post", "--number", number, "--state", "done")
        self.assertEqual(done.returncode, 1)
        self.assertIn("may not follow", done.stderr)
