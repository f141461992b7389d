"""Rows of feedback and answers. Each function runs in a store thread; `db` is its connection."""

import base64
import sqlite3

_SAID = ("id", "number", "text", "signature", "proof")
_ANSWERED = ("id", "sequence", "note", "proof")


def said(db, dossier_id: int) -> list[sqlite3.Row]:
    return db.execute("SELECT * FROM feedback WHERE dossier=? ORDER BY number", (dossier_id,)).fetchall()


def answers(db, dossier_id: int) -> list[sqlite3.Row]:
    return db.execute("SELECT * FROM answers WHERE dossier=? ORDER BY id", (dossier_id,)).fetchall()


def course(db, dossier_id: int) -> dict:
    """What the core must know to say what may come next: members of feedback_verify and answer_verify."""
    last = db.execute("SELECT status FROM events WHERE dossier=? ORDER BY sequence DESC", (dossier_id,)).fetchone()
    return {
        "said": [{name: row[name] for name in ("number", "kind", "about")} for row in said(db, dossier_id)],
        "answers": [{name: row[name] for name in ("feedback", "sequence", "step")} for row in answers(db, dossier_id)],
        "status": last["status"] if last else 1,
    }


def said_since(db, dossier_id: int, time: str) -> int:
    return db.execute("SELECT count(*) FROM feedback WHERE dossier=? AND time>?", (dossier_id, time)).fetchone()[0]


def listed(db, dossier_id: int, messages: bool) -> list[dict]:
    """As a unit is shown it: each with its answers; the sealed words only when they are wanted."""
    given = answers(db, dossier_id)
    return [
        {
            **{name: row[name] for name in _SAID},
            **({"message": _base64(row["message"])} if messages else {}),
            "answers": [
                {name: each[name] for name in _ANSWERED} for each in given if each["feedback"] == row["number"]
            ],
        }
        for row in said(db, dossier_id)
    ]


def _base64(message):
    return None if message is None else base64.b64encode(message).decode()
