"""From an older version of the database to this one, in one transaction."""

import base64
import hashlib
import json
import re

from .trees import ENTRIES

FEEDBACK = """
CREATE TABLE feedback(
  id INTEGER PRIMARY KEY, dossier INTEGER NOT NULL REFERENCES dossiers(id), number INTEGER NOT NULL,
  kind TEXT NOT NULL, about INTEGER NOT NULL, time TEXT NOT NULL, text TEXT NOT NULL,
  signature TEXT NOT NULL, leaf INTEGER NOT NULL, salt TEXT NOT NULL, proof TEXT NOT NULL,
  message BLOB, UNIQUE(dossier, number));

CREATE TABLE answers(
  id INTEGER PRIMARY KEY, dossier INTEGER NOT NULL REFERENCES dossiers(id),
  feedback INTEGER NOT NULL, sequence INTEGER NOT NULL, step TEXT NOT NULL, unit TEXT NOT NULL,
  time TEXT NOT NULL, note TEXT NOT NULL, leaf INTEGER NOT NULL, salt TEXT NOT NULL,
  proof TEXT NOT NULL, message BLOB, UNIQUE(dossier, feedback, sequence));"""
MARKS = """
CREATE TABLE marks(
  id INTEGER PRIMARY KEY, dossier INTEGER NOT NULL REFERENCES dossiers(id), axis TEXT NOT NULL,
  sequence INTEGER NOT NULL, state TEXT NOT NULL, event INTEGER NOT NULL, unit TEXT NOT NULL,
  time TEXT NOT NULL, note TEXT NOT NULL, leaf INTEGER NOT NULL, salt TEXT NOT NULL,
  proof TEXT NOT NULL, message BLOB, UNIQUE(dossier, axis, sequence));"""
STATED = """
CREATE TABLE statements(
  unit TEXT PRIMARY KEY, time TEXT NOT NULL, note TEXT NOT NULL, checkpoint TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE stated(
  unit TEXT NOT NULL, dossier INTEGER NOT NULL REFERENCES dossiers(id), position INTEGER NOT NULL,
  entries TEXT NOT NULL, PRIMARY KEY(dossier, unit)) WITHOUT ROWID;"""
_WIDTH = 256
_EXTRA = re.compile(r"^extra (\S+)$", re.MULTILINE)


def to_2(db):
    """The log's nodes, a row each, become tiles; entries, which were not kept, are made anew."""
    db.execute(
        """CREATE TABLE tiles(
             tree TEXT NOT NULL, level INTEGER NOT NULL, position INTEGER NOT NULL, hashes BLOB NOT NULL,
             PRIMARY KEY(tree, level, position))"""
    )
    top = db.execute("SELECT max(level) FROM nodes").fetchone()[0]
    for level in range(0, (top or 0) + 1, 8):
        rows = db.execute("SELECT hash FROM nodes WHERE level=? ORDER BY position", (level,))
        _write(db, level // 8, [bytes.fromhex(row[0]) for row in rows])
    leaves = [bytes.fromhex(row[0]) for row in db.execute("SELECT hash FROM nodes WHERE level=0 ORDER BY position")]
    entries = _entries(db)
    for index, leaf in enumerate(leaves):
        if hashlib.sha256(b"\0" + entries.get(index, b"")).digest() != leaf:
            raise ValueError(f"entry {index} of the log cannot be made anew from what is stored")
    _write(db, ENTRIES, [entries[index] for index in range(len(leaves))])
    db.execute("DROP TABLE nodes")
    db.execute("CREATE TABLE statements(unit TEXT PRIMARY KEY, time TEXT NOT NULL, note TEXT NOT NULL) WITHOUT ROWID")
    db.execute(
        """CREATE TABLE stated(
             unit TEXT NOT NULL, dossier INTEGER NOT NULL REFERENCES dossiers(id), position INTEGER NOT NULL,
             sequence INTEGER NOT NULL, PRIMARY KEY(dossier, unit)) WITHOUT ROWID"""
    )


def _write(db, level, hashes):
    for at in range(0, len(hashes), _WIDTH):
        row = ("log", level, at // _WIDTH, b"".join(hashes[at : at + _WIDTH]))
        db.execute("INSERT INTO tiles(tree, level, position, hashes) VALUES(?, ?, ?, ?)", row)


def _entries(db):
    """index -> SHA-256(salt | event)"""
    found = {}
    for row in db.execute("SELECT leaf, salt, envelope, signature FROM dossiers"):
        found[row["leaf"]] = bytes.fromhex(row["salt"]), f"{row['envelope']}\n{row['signature']}"
    for row in db.execute("SELECT leaf, salt, note FROM events"):
        found[row["leaf"]] = bytes.fromhex(row["salt"]), row["note"]
    builds = db.execute("SELECT value FROM state WHERE name='builds'").fetchone()
    for build in json.loads(builds["value"]) if builds else []:
        salt = base64.b64decode(_EXTRA.search(build["proof"])[1])
        found[build["index"]] = salt, f"motcua.build/1\n{build['manifest']}\n{build['time']}\n"
    return {index: hashlib.sha256(salt + event.encode()).digest() for index, (salt, event) in found.items()}


def to_3(db):
    """What applicants say after filing, and what units answer."""
    for table in FEEDBACK.strip().split("\n\n"):
        db.execute(table)


def to_4(db):
    """What units say on the axes beside processing."""
    db.execute(MARKS)


def to_5(db):
    """Statements name places in a log that they name; those that counted events are gone, until units state anew."""
    for statement in ("DROP TABLE statements", "DROP TABLE stated", "DELETE FROM tiles WHERE tree LIKE 'state/%'",
                      "DELETE FROM state WHERE name LIKE 'state/%'"):  # fmt: skip
        db.execute(statement)
    for table in STATED.strip().split("\n\n"):
        db.execute(table)


STEPS = {1: to_2, 2: to_3, 3: to_4, 4: to_5}
