"""Requests made beforehand, so that a load costs the gateway's time and not its own cryptography. All sealed messages
are the same bytes: the gateway cannot read them."""

import base64
import hashlib
import json
import secrets
from functools import cache

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from people import Applicant, blake, canonical, now, seal
from serving import core

_KEY_NUMBER, _SECRET = slice(54, 62), slice(62, 94)  # in the bytes of minisign's secret key


def dossiers(many: int) -> list[dict]:
    """{"upload": sealed bytes, "commit": {"envelope", "signature"}, "follow", "body", "root", "draft", "secret"}:
    different dossiers of the same sealed bytes; `secret` signs what the applicant says later."""
    like = Applicant()
    made = []
    for _ in range(many):
        draft, root = secrets.token_hex(16), secrets.token_hex(32)
        keys = core.dossier_keys(root=root, draft=draft)
        fresh = {name: keys[name] for name in ("sign", "read")}
        fresh.update(draft=draft, follow=keys["follow_hash"], key=secrets.token_hex(16))
        text = canonical({**like.facts, **fresh})
        signature = _minisign(text, keys["minisign_secret"], f"motcua.envelope/1 draft:{draft} purpose:submit")
        commit = {"envelope": text, "signature": signature}
        body = like.facts["body"]
        secret = {"follow": keys["follow"], "root": root, "draft": draft, "secret": keys["minisign_secret"]}
        made.append({"upload": like.sealed, "commit": commit, "body": body, **secret})
    return made


def note(key: str, unit: str, number: str, body: str, sequence: int, state: str) -> str:
    """An event without a message."""
    facts = {"submission": number, "sequence": sequence, "state": state, "time": now(), "unit": unit, "body": body}
    return core.event_make(event={**facts, "message": "-", "code": "-"}, key=key)["note"]


def mark(key: str, unit: str, number: str, body: str, before: list[dict], events: int) -> dict:
    """The next word of a unit on what the national portal knows, without a message; `before` are the earlier ones."""
    state = ("sent", "failed" if len(before) % 3 else "confirmed")[len(before) % 2]
    event = events if state == "sent" else before[-1]["event"]
    facts = {"submission": number, "axis": "synchronisation", "sequence": len(before) + 1, "state": state,
             "event": event, "time": now(), "unit": unit, "body": body}  # fmt: skip
    return {"event": event, "note": core.mark_make(mark=facts, key=key)["note"]}


def feedback(dossier: dict, number: str, n: int, kind: str) -> dict:
    """What the applicant of one of `dossiers` says as n-th: {"feedback", "signature", "message"}, the body of POST
    /feedback."""
    facts = {"submission": number, "number": n, "kind": kind, "about": "-", "time": now(), "body": dossier["body"],
             "message": blake(_sealed())}  # fmt: skip
    text = "motcua.feedback/1\n" + "".join(f"{name}: {value}\n" for name, value in facts.items())
    comment = f"motcua.feedback/1 draft:{dossier['draft']} purpose:feedback"
    signature = _minisign(text, dossier["secret"], comment)
    return {"feedback": text, "signature": signature, "message": base64.b64encode(_sealed()).decode()}


def answer(key: str, unit: str, number: str, body: str, feedback: int, sequence: int) -> dict:
    """The next answer of a unit: {"note", "message"}. The first forwards, the second resolves."""
    step, sealed = (("forwarded", None), ("resolved", _sealed()))[sequence - 1]
    facts = {"submission": number, "feedback": feedback, "sequence": sequence, "step": step, "time": now(),
             "unit": unit, "body": body, "message": blake(sealed) if sealed else "-"}  # fmt: skip
    message = base64.b64encode(sealed).decode() if sealed else None
    return {"note": core.answer_make(answer=facts, key=key)["note"], "message": message}


def posting(key: str, unit: str, number: str, note: str, purpose: str = "event", message: str | None = None) -> bytes:
    """The body of POST /desk/events, /desk/marks or /desk/answers for it; good once, for ten minutes."""
    asked = {"unit": unit, "purpose": purpose, "subject": number, "time": now(), "nonce": secrets.token_hex(16)}
    body = {"request": core.request_make(**asked, key=key)["note"], purpose: note}
    return json.dumps({**body, "message": message} if message else body).encode()


def next_state(sequence: int) -> str:
    """States that may follow each other for ever."""
    return ("supplement-wanted", "received")[sequence % 2]


@cache
def _sealed():
    return seal(b"a few words")


def _minisign(text, secret_file, comment):
    """What minisign itself would write (tests/interop holds the gateway to the real one), without a process."""
    secret = base64.b64decode(secret_file.split("\n")[1])
    key = Ed25519PrivateKey.from_private_bytes(secret[_SECRET])
    signature = key.sign(hashlib.blake2b(text.encode()).digest())
    whole = key.sign(signature + comment.encode())
    line = base64.b64encode(b"ED" + secret[_KEY_NUMBER] + signature).decode()
    last = base64.b64encode(whole).decode()
    return f"untrusted comment: signature\n{line}\ntrusted comment: {comment}\n{last}\n"
