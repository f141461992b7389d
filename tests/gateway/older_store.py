"""A gateway's database as an older version had left it."""

import sqlite3
from contextlib import closing

_UNDO = {
    4: "ALTER TABLE stated RENAME COLUMN entries TO sequence; ALTER TABLE statements DROP COLUMN checkpoint",
    3: "DROP TABLE marks",
    2: "DROP TABLE answers; DROP TABLE feedback",
    1: "DROP TABLE stated; DROP TABLE statements; DROP TABLE tiles",
}


def older(gateway, version, before=lambda db: None):
    """Takes the database of a gateway that is down back to `version`, after `before` has had it."""
    with closing(sqlite3.connect(gateway.data / "data" / "motcua.sqlite")) as db, db:
        before(db)
        for step in sorted(_UNDO, reverse=True):
            if step >= version:
                db.executescript(_UNDO[step])
        db.execute(f"PRAGMA user_version={version}")
