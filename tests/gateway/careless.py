#!/usr/bin/python3
"""Gateways that the judge must find out (chaos, test_chaos.py): without more, one that does not wait for the disk, for
the power cuts; with MOTCUA_CARELESS="lose answers" (or "double", or "swap"; or another table) one whose database has
lost the newest of them at each start, or has it twice, or has the newest two in each other's place."""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from server import command, store  # noqa: E402

_careful = store._connect


def _careless(path):
    db = _careful(path)
    db.execute("PRAGMA synchronous=OFF")
    return db


def _spoil(path, how, table):
    last = {"events": "sequence", "marks": "sequence", "feedback": "number", "answers": "sequence"}[table]
    with closing(sqlite3.connect(path)) as db, db:
        db.row_factory = sqlite3.Row
        newest = db.execute(f"SELECT * FROM {table} ORDER BY id DESC LIMIT 2").fetchall()
        if len(newest) < 2:
            return
        one, other = newest[0]["id"], newest[1]["id"]
        if how == "lose":
            db.execute(f"DELETE FROM {table} WHERE id=?", (one,))
        elif how == "double":
            again = {**newest[0], "id": one + 1_000_000, last: newest[0][last] + 1}
            db.execute(f"INSERT INTO {table} VALUES({', '.join(':' + name for name in again)})", again)
        elif how == "swap":
            for old, new in ((one, -1), (other, one), (-1, other)):
                db.execute(f"UPDATE {table} SET id=? WHERE id=?", (new, old))
        else:
            raise ValueError(how)


if wanted := os.environ.get("MOTCUA_CARELESS"):
    _spoil(Path(sys.argv[sys.argv.index("--data") + 1]) / "motcua.sqlite", *wanted.split())
else:
    store._connect = _careless
sys.exit(command.main(ROOT, sys.argv[1:]))
