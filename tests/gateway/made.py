"""Requests made beforehand, so that a load costs the gateway's time and not its own cryptography."""

import base64
import hashlib
import json
import secrets

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from people import Applicant, canonical, now
from serving import core

_KEY_NUMBER, _SECRET = slice(54, 62), slice(62, 94)  # in the bytes of minisign's secret key


def dossiers(many: int) -> list[dict]:
    """{"upload": sealed bytes, "commit": {"envelope", "signature"}, "follow", "body", "root", "draft"}: different
    dossiers of the same sealed bytes."""
    like = Applicant()
    made = []
    for _ in range(many):
        draft, root = secrets.token_hex(16), secrets.token_hex(32)
        keys = core.dossier_keys(root=root, draft=draft)
        fresh = {name: keys[name] for name in ("sign", "read")}
        fresh.update(draft=draft, follow=keys["follow_hash"], key=secrets.token_hex(16))
        text = canonical({**like.facts, **fresh})
        commit = {"envelope": text, "signature": _minisign(text, keys["minisign_secret"], draft)}
        body = like.facts["body"]
        secret = {"follow": keys["follow"], "root": root, "draft": draft}
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


def posting(key: str, unit: str, number: str, note: str, purpose: str = "event") -> bytes:
    """The body of POST /desk/events, or /desk/marks, for it; good once, for ten minutes."""
    asked = {"unit": unit, "purpose": purpose, "subject": number, "time": now(), "nonce": secrets.token_hex(16)}
    return json.dumps({"request": core.request_make(**asked, key=key)["note"], purpose: note}).encode()


def next_state(sequence: int) -> str:
    """States that may follow each other for ever."""
    return ("supplement-wanted", "received")[sequence % 2]


def _minisign(text, secret_file, draft):
    """What minisign itself would write (tests/interop holds the gateway to the real one), without a process."""
    secret = base64.b64decode(secret_file.split("\n")[1])
    key = Ed25519PrivateKey.from_private_bytes(secret[_SECRET])
    signature = key.sign(hashlib.blake2b(text.encode()).digest())
    comment = f"motcua.envelope/1 draft:{draft} purpose:submit"
    whole = key.sign(signature + comment.encode())
    line = base64.b64encode(b"ED" + secret[_KEY_NUMBER] + signature).decode()
    last = base64.b64encode(whole).decode()
    return f"untrusted comment: signature\n{line}\ntrusted comment: {comment}\n{last}\n"
