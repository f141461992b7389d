"""What the parties of a dossier are told: events, feedback, answers and marks, in the order they were committed.

The four have one counter of ids (SQLite's own of the table `events`): one Last-Event-ID serves all. Each
function runs in a store thread; `db` is its connection.
"""

import sqlite3


def next_id(db) -> int:
    """For a row of `feedback`, `answers` or `marks`; those of `events` take theirs by being inserted."""
    if not db.execute("UPDATE sqlite_sequence SET seq=seq+1 WHERE name='events'").rowcount:
        db.execute("INSERT INTO sqlite_sequence(name, seq) VALUES('events', 1)")
    return db.execute("SELECT seq FROM sqlite_sequence WHERE name='events'").fetchone()[0]


def add(db, table: str, row: dict):
    """table: feedback, answers or marks."""
    row = {"id": next_id(db), **row}
    names = ", ".join(row)
    db.execute(f"INSERT INTO {table}({names}) VALUES({', '.join(':' + name for name in row)})", row)


def id_or_start(db, last_id: int) -> int:
    """This id, or 0 when none here has come so far: it was given out by a newer copy of this database, and what came
    since under lower ids has not been told."""
    found = db.execute("SELECT seq FROM sqlite_sequence WHERE name='events'").fetchone()
    return last_id if found and found[0] >= last_id else 0


def followed(db, follow_hashes: list[str], after_id: int, limit: int) -> list[sqlite3.Row]:
    """Of these dossiers: id, kind ("event", "feedback", "answer", "mark"), number, text, signature, proof, message,
    leaf (the place in the log)."""
    return _told(db, f"dossiers.follow IN ({','.join('?' * len(follow_hashes))})", follow_hashes, after_id, limit)


def of_dossier(db, dossier_id: int) -> list[sqlite3.Row]:
    """All of one dossier."""
    return _told(db, "dossiers.id=?", [dossier_id], 0, -1)


def _told(db, which, values, after_id, limit):
    return db.execute(
        f"""SELECT events.id, 'event' AS kind, dossiers.number, events.note AS text, NULL AS signature,
              events.proof, events.message, events.leaf
            FROM events JOIN dossiers ON dossiers.id=events.dossier WHERE {which} AND events.id>?
            UNION ALL
            SELECT feedback.id, 'feedback', dossiers.number, feedback.text, feedback.signature,
              feedback.proof, feedback.message, feedback.leaf
            FROM feedback JOIN dossiers ON dossiers.id=feedback.dossier WHERE {which} AND feedback.id>?
            UNION ALL
            SELECT answers.id, 'answer', dossiers.number, answers.note, NULL, answers.proof, answers.message,
              answers.leaf
            FROM answers JOIN dossiers ON dossiers.id=answers.dossier WHERE {which} AND answers.id>?
            UNION ALL
            SELECT marks.id, 'mark', dossiers.number, marks.note, NULL, marks.proof, marks.message, marks.leaf
            FROM marks JOIN dossiers ON dossiers.id=marks.dossier WHERE {which} AND marks.id>?
            ORDER BY 1 LIMIT ?""",
        (*(*values, after_id) * 4, limit),
    ).fetchall()
