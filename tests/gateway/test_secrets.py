"""What an applicant keeps to themselves stays off the gateway's disk and out of what it says to its operator: looked
for in every file, as raw bytes, and in every way of writing them, after a whole course of a dossier."""

import base64
import json
import re
import secrets
import signal
import unittest
import urllib.parse
from pathlib import Path

from following import Stream
from people import Applicant, Officer, blake, canonical, now, seal
from sealing import seal_dossier
from serving import Gateway, core

NAME, BORN, IDENTITY, PHONE = "Nguyễn Thị Bí Mật", "1991-02-03", "079191012345", "0912345678"
PLACE, WORDS, ANSWER = "Số 7 ngõ Không Tên", "Tôi chờ đã lâu, tên tôi là Bí Mật", "Gửi chị Bí Mật: đã xong"
PAPER = b"%PDF-1.7 " + NAME.encode() + b" %d" * 3000
UNIT = "99901"


class Secrets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        """The whole course, and what could tempt a gateway to write: wrong requests with secrets in them."""
        cls.gateway = gateway = Gateway()
        cls.addClassCleanup(gateway.close)
        cls.root, cls.draft = secrets.token_hex(32), secrets.token_hex(16)
        cls.keys = core.dossier_keys(root=cls.root, draft=cls.draft)
        cls.follow = cls.keys["follow"]
        sealed, made = seal_dossier(plan(gateway, cls.root, cls.draft), [PAPER])
        body = {"envelope": made["envelope"], "signature": made["signature"], "upload": gateway.upload(sealed)}
        filed = gateway.ask("POST", "/dossiers", body)
        assert filed.status == 201, filed.body
        cls.number = filed.json["number"]
        applicant = Applicant(b"small")
        applicant.draft, applicant.keys, applicant.facts = cls.draft, cls.keys, json.loads(made["envelope"])

        stream = Stream(gateway, [cls.follow])
        officer, message = Officer(gateway), seal(ANSWER.encode())
        assert officer.post(cls.number, officer.event(applicant, cls.number, message=blake(message)), message).status == 201
        assert stream.next()["message"]
        said = gateway.ask("POST", "/feedback", applicant.feedback(cls.number, words=WORDS.encode()))
        assert said.status == 201, said.body
        assert officer.answer(applicant, cls.number, message=ANSWER.encode()).status == 201
        assert stream.next("answer")["message"]
        posted = gateway.desk(UNIT, "post", "--number", cls.number, "--state", "done", "--message", ANSWER)
        assert posted.returncode == 0, posted.stderr
        assert stream.next()["message"]
        resumed = Stream(gateway, [cls.follow], last=1)
        assert resumed.next("answer")
        json_only = {"Accept": "application/json"}
        polled = gateway.ask("POST", "/follow", {"capabilities": [cls.follow]}, json_only)
        assert len(polled.json["events"]) == 2, polled.body

        for method, path, body in (
            ("GET", f"/follow/{cls.follow}", None),
            ("GET", f"/follow?capability={cls.follow}&name={urllib.parse.quote(NAME)}", None),
            ("POST", "/follow", {"capabilities": [cls.follow, IDENTITY]}),
            ("POST", "/follow", {"capabilities": cls.follow}),
            ("POST", "/follow", f'{{"capabilities": ["{cls.follow}"'.encode()),
            ("POST", "/feedback", {"feedback": WORDS, "signature": cls.root}),
            ("POST", "/dossiers", {"envelope": cls.root, "signature": NAME, "upload": f"/files/{cls.follow}"}),
            ("POST", "/files", cls.root.encode()),
            ("GET", f"/log/proof/{cls.follow}", None),
            ("GET", f"/{cls.root}/{IDENTITY}", None),
        ):
            answer = gateway.ask(method, path, body)
            assert 400 <= answer.status < 500, (path, answer.status)
        cls.running = files(gateway.data)  # with SQLite's own log, before its rows are brought over
        stream.close()
        resumed.close()
        gateway.process.send_signal(signal.SIGTERM)
        cls.said = gateway.process.stdout.read()
        assert gateway.kill() == 0
        cls.ended = files(gateway.data)

    def test_no_secret_is_in_any_file_nor_in_what_the_gateway_said(self):
        for whole in (self.running, self.ended):
            self.assertIn("stderr.txt", whole)
            self.assertEqual(found({**whole, "stdout": self.said.encode()}, self.secrets()), [])

    def test_no_address_is_logged(self):
        said = self.said + self.gateway.log
        self.assertEqual(re.findall(r"/(?:follow|feedback|dossiers|files|log|desk)\b\S*", said), [])

    def test_the_search_finds_what_is_there(self):
        self.assertTrue(any("motcua.sqlite" in name for name in self.running))
        for whole in (self.running, self.ended):
            self.assertIn("follow hash", [name for name, _ in found(whole, {"follow hash": self.keys["follow_hash"]})])
        for name, secret in self.secrets().items():
            for written in writings(secret):
                self.assertIn((name, "file"), found({"file": b"\0" + written + b"\1"}, self.secrets()))

    def secrets(self):
        """Not the draft's number, which the envelope names; but all that is made with the root, and what was sealed."""
        minisign = base64.b64decode(self.keys["minisign_secret"].split("\n")[1])
        return {
            "root": self.root,
            "capability": self.follow,
            "identity to read": self.keys["identity"],
            "key to sign": minisign[62:94].hex(),
            **{f"{text!r}": text for text in (NAME, BORN, IDENTITY, PHONE, PLACE, WORDS, ANSWER)},
            "paper": PAPER[:32].decode(),
        }


def plan(gateway, root, draft):
    """A dossier of a person with a name, an address and a paper, as the browser's worker is told it."""
    person = {"name": NAME, "id": IDENTITY}
    paper = {"component": "giay-chung-sinh", "title": "chung-sinh.pdf", "type": "application/pdf", "ext": "pdf",
             "hash": blake(PAPER), "size": len(PAPER)}  # fmt: skip
    values = {"child.name": NAME, "child.birth": BORN, "applicant.phone": PHONE, "applicant.address": PLACE}
    unit = next(one for one in gateway.directory["units"] if one["code"] == UNIT)
    return {
        "root": root, "draft": draft, "time": now(), "key": secrets.token_hex(16), "channel": 2,
        "procedure": {"code": "1.001193", "version": "2026-07-01"},
        "form_json": canonical({"form": "birth/1", "values": values}),
        "applicant": person, "submitter": person, "helper": None, "assurance": "self",
        "units": {"list": "demo-1", "receiving": UNIT, "competent": UNIT}, "recipients": [unit["read"]],
        "attachments": [paper], "notices": [{"id": "privacy", "version": 1, "shown": now()}], "consents": [],
    }  # fmt: skip


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def writings(secret: str) -> set[bytes]:
    """As text, as the bytes that its hex digits stand for, and both in base64 and hex, in both cases; escaped as in
    JSON and in addresses. In base64 what lies within whole groups of three bytes, wherever it begins."""
    plain = [secret.encode()]
    if re.fullmatch(r"([0-9a-f]{2}){12,}", secret):
        plain.append(bytes.fromhex(secret))
    written = {*plain, json.dumps(secret)[1:-1].encode(), urllib.parse.quote(secret).encode()}
    for one in plain:
        written |= {one.hex().encode(), one.hex().upper().encode(), one.upper()}
        for skipped in range(min(3, len(one) - 5)):
            part = one[skipped:]
            group = part[: len(part) // 3 * 3]
            written |= {base64.b64encode(group), base64.urlsafe_b64encode(group)}
    return written


def found(whole: dict[str, bytes], secrets: dict[str, str]) -> list[tuple[str, str]]:
    """(name of the secret, file) for each that is there."""
    wanted = {name: writings(secret) for name, secret in secrets.items()}
    return [(name, file) for file, content in whole.items() for name, all_of_it in wanted.items()
            if any(one in content for one in all_of_it)]  # fmt: skip
