"""Rows of dossiers and events. Each function runs in a store thread; `db` is its connection."""

import sqlite3

from .times import after, text

NONCE_DAYS = 1


def dossier_by(db, column: str, value: str) -> sqlite3.Row | None:
    """column: number, key, draft or follow."""
    return db.execute(f"SELECT * FROM dossiers WHERE {column}=?", (value,)).fetchone()


def add_dossier(db, row: dict):
    names = ", ".join(row)
    db.execute(f"INSERT INTO dossiers({names}) VALUES({', '.join(':' + name for name in row)})", row)


def held_dossier(db, unit: str, number: str) -> sqlite3.Row | None:
    """The dossier, if this unit receives it or is competent for it."""
    return db.execute(
        "SELECT * FROM dossiers WHERE number=? AND ? IN (receiving, competent)", (number, unit)
    ).fetchone()


def held_dossiers(db, unit: str, after_id: int, limit: int) -> list[sqlite3.Row]:
    """Oldest first, those with a greater id than after_id."""
    return db.execute(
        """SELECT * FROM dossiers WHERE id IN (
             SELECT id FROM dossiers WHERE receiving=:unit AND id>:after
             UNION SELECT id FROM dossiers WHERE competent=:unit AND id>:after
             ORDER BY id LIMIT :limit)
           ORDER BY id""",
        {"unit": unit, "after": after_id, "limit": limit},
    ).fetchall()


def events_of(db, dossier_id: int) -> list[sqlite3.Row]:
    return db.execute("SELECT * FROM events WHERE dossier=? ORDER BY sequence", (dossier_id,)).fetchall()


def add_event(db, row: dict):
    names = ", ".join(row)
    db.execute(f"INSERT INTO events({names}) VALUES({', '.join(':' + name for name in row)})", row)


def use_nonce(db, unit: str, nonce: str, moment) -> bool:
    """False when this unit has used it before."""
    db.execute("DELETE FROM nonces WHERE time<?", (text(after(moment, days=-NONCE_DAYS)),))
    found = db.execute("INSERT OR IGNORE INTO nonces(unit, nonce, time) VALUES(?, ?, ?)", (unit, nonce, text(moment)))
    return found.rowcount == 1
