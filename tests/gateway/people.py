"""The people of the tests: an applicant who seals and signs with outside tools, and an officer.

The gateway must not care who made a dossier, so the hostile tests seal with `age` and sign with
`minisign`; test_journey.py seals with the core as the browser does.
"""

import base64
import hashlib
import json
import secrets
import subprocess
import tempfile
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from serving import core


@cache
def _recipient():
    made = subprocess.run(["age-keygen"], capture_output=True, text=True, check=True).stdout
    return made.split("public key: ")[1].split("\n")[0]


def seal(plain: bytes) -> bytes:
    return subprocess.run(["age", "-r", _recipient()], input=plain, capture_output=True, check=True).stdout


def canonical(value) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def now(**shift) -> str:
    return (datetime.now(timezone.utc) + timedelta(**shift)).strftime("%Y-%m-%dT%H:%M:%SZ")


def blake(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=32).hexdigest()


class Applicant:
    """One dossier of one person: its keys, its sealed bytes, its envelope."""

    def __init__(self, plain=b"one dossier " * 1000, receiving="99901", competent="99901"):
        self.draft = secrets.token_hex(16)
        self.keys = core.dossier_keys(root=secrets.token_hex(32), draft=self.draft)
        self.sealed = seal(plain)
        self.facts = {
            "format": "motcua.envelope/1",
            "draft": self.draft,
            "channel": 2,
            "units": "demo-1",
            "receiving": receiving,
            "competent": competent,
            "commitment": secrets.token_hex(32),
            "sign": self.keys["sign"],
            "read": self.keys["read"],
            "follow": self.keys["follow_hash"],
            "key": secrets.token_hex(16),
            **_hashes(self.sealed),
        }

    def reseal(self, plain):
        """Another content under the same draft and with a new idempotency key."""
        self.sealed = seal(plain)
        self.facts.update(_hashes(self.sealed), key=secrets.token_hex(16))

    def envelope(self, **changes):
        """{"envelope", "signature"}, signed after the changes."""
        text = canonical({**self.facts, **changes})
        return {"envelope": text, "signature": self.sign(text)}

    def sign(self, text, comment=None):
        comment = comment or f"motcua.envelope/1 draft:{self.draft} purpose:submit"
        with tempfile.TemporaryDirectory() as folder:
            key, file, signature = (Path(folder) / name for name in ("key", "file", "signature"))
            key.write_text(self.keys["minisign_secret"])
            file.write_text(text)
            command = ["minisign", "-S", "-s", key, "-m", file, "-x", signature, "-t", comment]
            subprocess.run(command, input=b"\n", capture_output=True, check=True)
            return signature.read_text()

    def feedback(self, number, n=1, kind="complaint", words=b"words", **changes):
        """The body of POST /feedback, signed after the changes; `words` None: without a message."""
        message = None if words is None else seal(words)
        facts = {
            "submission": number,
            "number": str(n),
            "kind": kind,
            "about": "-",
            "time": now(),
            "body": self.facts["body"],
            "message": "-" if message is None else blake(message),
            **changes,
        }
        text = "motcua.feedback/1\n" + "".join(f"{name}: {value}\n" for name, value in facts.items())
        signature = self.sign(text, f"motcua.feedback/1 draft:{self.draft} purpose:feedback")
        sealed = {} if message is None else {"message": base64.b64encode(message).decode()}
        return {"feedback": text, "signature": signature, **sealed}

    def submit(self, gateway):
        """Uploads and commits; -> what the gateway answered, as JSON."""
        answer = gateway.ask("POST", "/dossiers", {**self.envelope(), "upload": gateway.upload(self.sealed)})
        assert answer.status == 201, answer.body
        return answer.json


class Officer:
    """Holds a unit's key, and may do what no honest officer does."""

    def __init__(self, gateway, unit="99901"):
        self.gateway, self.unit = gateway, unit
        file = gateway.data / "data" / "officers" / f"unit-{unit}.keys.json"
        self.key = json.loads(file.read_text())["sign"]

    def request(self, purpose, subject="-", **changes):
        facts = {"unit": self.unit, "purpose": purpose, "subject": subject, "time": now()}
        facts["nonce"] = secrets.token_hex(16)
        return core.request_make(**{**facts, **changes}, key=self.key)["note"]

    def event(self, applicant, number, sequence=1, state="received", **changes):
        facts = {
            "submission": number,
            "sequence": sequence,
            "state": state,
            "time": now(),
            "unit": self.unit,
            "body": applicant.facts["body"],
            "message": "-",
            "code": "-",
        }
        return core.event_make(event={**facts, **changes}, key=self.key)["note"]

    def post(self, number, note, message=None, request=None):
        body = {"request": request or self.request("event", number), "event": note}
        if message is not None:
            body["message"] = base64.b64encode(message).decode()
        return self.gateway.ask("POST", "/desk/events", body)

    def say(self, applicant, number, sequence=1, state="received", **changes):
        answer = self.post(number, self.event(applicant, number, sequence, state, **changes))
        assert answer.status == 201, answer.body
        return answer.json

    def answer(self, applicant, number, feedback=1, sequence=1, step="resolved", message=b"answer", **changes):
        """One answer of this unit; -> what the gateway says to it."""
        sealed = None if message is None else seal(message)
        facts = {
            "submission": number,
            "feedback": feedback,
            "sequence": sequence,
            "step": step,
            "time": now(),
            "unit": self.unit,
            "body": applicant.facts["body"],
            "message": "-" if sealed is None else blake(sealed),
        }
        return self.post_answer(number, core.answer_make(answer={**facts, **changes}, key=self.key)["note"], sealed)

    def post_answer(self, number, note, sealed=None):
        body = {"request": self.request("answer", number), "answer": note}
        if sealed is not None:
            body["message"] = base64.b64encode(sealed).decode()
        return self.gateway.ask("POST", "/desk/answers", body)

    def mark_facts(self, applicant, number, axis, sequence, state, **changes):
        facts = {
            "submission": number,
            "axis": axis,
            "sequence": sequence,
            "state": state,
            "event": 0,
            "time": now(),
            "unit": self.unit,
            "body": applicant.facts["body"],
            "message": "-",
        }
        return {**facts, **changes}

    def mark_note(self, *about, **changes):
        return core.mark_make(mark=self.mark_facts(*about, **changes), key=self.key)["note"]

    def mark(self, *about, **changes):
        """One mark of this unit; -> what the gateway says to it."""
        return self.post_mark(about[1], self.mark_note(*about, **changes))

    def post_mark(self, number, note, sealed=None):
        body = {"request": self.request("mark", number), "mark": note}
        if sealed is not None:
            body["message"] = base64.b64encode(sealed).decode()
        return self.gateway.ask("POST", "/desk/marks", body)

    def list(self, number=None):
        body = {"request": self.request("list"), **({"number": number} if number else {})}
        return self.gateway.ask("POST", "/desk/list", body).json["dossiers"]

    def fetch(self, number):
        return self.gateway.ask("POST", "/desk/fetch", {"request": self.request("fetch", number)})


def _hashes(sealed):
    end = sealed.index(b"\n", sealed.index(b"\n--- ") + 1) + 1
    return {"size": len(sealed), "header": blake(sealed[:end]), "body": blake(sealed[end:])}
