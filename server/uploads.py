"""Rows of uploads: how much of each has been received, and until when it is kept.

`received` only grows, and only after the bytes were fsynced. An upload that was committed, ended or
ran out stays as `gone` for a week, so that a late client is told so rather than "never heard of it".
Each function runs in a store thread; `db` is its connection.
"""

import sqlite3

from .times import after, text

KEEP_HOURS = 48  # from the last piece on
REMEMBER_DAYS = 7


def add(db, name: str, size: int, moment):
    db.execute(
        "INSERT INTO uploads(id, size, received, expires) VALUES(?, ?, 0, ?)", (name, size, _expiry(moment))
    )


def find(db, name: str) -> sqlite3.Row | None:
    return db.execute("SELECT * FROM uploads WHERE id=?", (name,)).fetchone()


def advance(db, name: str, received: int, moment):
    db.execute(
        "UPDATE uploads SET received=?, expires=? WHERE id=? AND gone=0", (received, _expiry(moment), name)
    )


def end(db, name: str, moment):
    db.execute(
        "UPDATE uploads SET gone=1, expires=? WHERE id=?", (text(after(moment, days=REMEMBER_DAYS)), name)
    )


def sweep(db, moment) -> list[str]:
    """Ends what has run out and forgets what ended long ago; -> the files to remove."""
    db.execute("DELETE FROM uploads WHERE gone=1 AND expires<?", (text(moment),))
    stale = [row["id"] for row in db.execute("SELECT id FROM uploads WHERE gone=0 AND expires<?", (text(moment),))]
    for name in stale:
        end(db, name, moment)
    return stale


def open_names(db) -> set[str]:
    return {row["id"] for row in db.execute("SELECT id FROM uploads WHERE gone=0")}


def _expiry(moment) -> str:
    return text(after(moment, hours=KEEP_HOURS))
