"""What a gateway keeps, compared with its log: for the operator's own auditor.

Every dossier and event must be the entry at its place, every event signed and in its order, and no entry
may belong to nothing. The database is only read; memory holds one dossier at a time.
"""

import base64
import hashlib
import json
import sqlite3
from pathlib import Path

from . import builds, times
from .core import Core, CoreError
from .remote import Wrong
from .store import SCHEMA_VERSION
from .unit_keys import keys_of

_SHOWN = 10  # of many faults of one kind
_FACTS = ("sequence", "status", "state", "unit", "time", "code")


def audit_store(core: Core, folder: Path, log) -> list[str]:
    """-> sentences of what holds. `log` has been followed. Raises Wrong, OSError, sqlite3.Error, CoreError."""
    directory = _directory(core, folder)
    db = sqlite3.connect(f"{(folder / 'motcua.sqlite').resolve().as_uri()}?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    try:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version != SCHEMA_VERSION:
            raise OSError(f"the database has version {version}; this command reads {SCHEMA_VERSION}")
        db.execute("BEGIN")  # one moment of it, while the gateway goes on
        faults = _Faults()
        dossiers, events = _dossiers(core, db, directory, faults)
        newer = _places(core, db, log, faults)
        faults.check()
    finally:
        db.close()
    lines = [f"{dossiers} dossiers and {events} events are in the log at their places, signed and in order."]
    if newer:
        lines.append(f"{newer} of them came after the checkpoint: the next run looks at their places.")
    if directory["expires"] < times.text(times.now()):
        lines.append(f"The key directory expired on {directory['expires']}.")
    return lines


class _Faults:
    def __init__(self):
        self._count, self._shown = 0, []

    def add(self, sentence):
        self._count += 1
        self._shown += [sentence] if self._count <= _SHOWN else []

    def check(self):
        """Raises Wrong."""
        if self._count:
            more = f"; and {self._count - _SHOWN} more" if self._count > _SHOWN else ""
            raise Wrong("the gateway's database and the log differ: " + "; ".join(self._shown) + more)


def _directory(core, folder):
    roots = json.loads((folder / "roots.json").read_text())
    note = (folder / "directory.note").read_text(encoding="utf-8")
    return json.loads(core.note_verify(note=note, keys=roots, threshold=2)["text"])


def _dossiers(core, db, directory, faults):
    """Envelopes and events for themselves; -> how many of each."""
    units, count, events = {unit["code"]: keys_of(unit) for unit in directory["units"]}, 0, 0
    for row in db.execute("SELECT * FROM dossiers ORDER BY id"):
        count += 1
        try:
            envelope = core.envelope_verify(envelope=row["envelope"], signature=row["signature"])
        except CoreError as error:
            faults.add(f"the envelope of {row['number']} does not hold: {error.message}")
            continue
        if any(envelope[name] != row[name] for name in ("draft", "receiving", "competent", "body", "size")):
            faults.add(f"dossier {row['number']} says something else than its envelope")
        keys = {code: units[code] for code in {envelope["receiving"], envelope["competent"]} & units.keys()}
        history = []
        for told in db.execute("SELECT * FROM events WHERE dossier=? ORDER BY sequence", (row["id"],)):
            events += 1
            where = f"event {told['sequence']} of {row['number']}"
            try:
                event = core.event_verify(
                    note=told["note"], keys=keys, history=history, submission=row["number"], body=envelope["body"],
                    index=told["leaf"],  # compared with the log by _places
                )  # fmt: skip
            except CoreError as error:
                faults.add(f"{where} does not hold: {error.message}")
                break
            message = told["message"]
            digest = "-" if message is None else hashlib.blake2b(message, digest_size=32).hexdigest()
            if any(event[name] != told[name] for name in _FACTS) or event["message"] != digest:
                faults.add(f"{where} says something else than its signed note")
            history.append({name: event[name] for name in ("sequence", "status", "state")})
    lost = db.execute("SELECT count(*) FROM events WHERE dossier NOT IN (SELECT id FROM dossiers)").fetchone()[0]
    if lost:
        faults.add(f"{lost} events belong to no dossier")
    return count, events


def _places(core, db, log, faults):
    """Rows and leaves side by side; -> rows that came after the checkpoint."""
    rows = _rows(db)
    row = next(rows, None)
    for index, leaf in enumerate(log.leaves()):
        if row is None or row[0] != index:
            faults.add(f"entry {index} belongs to nothing in the database")
            continue
        taken = 0
        while row is not None and row[0] == index:
            taken += 1
            if core.leaf(event=base64.b64encode(row[3]).decode(), salt=row[2])["leaf"] != leaf.hex():
                faults.add(f"entry {index} is not {row[1]} with its salt")
            row = next(rows, None)
        if taken > 1:
            faults.add(f"entry {index} is claimed {taken} times")
    newer = 0
    while row is not None:
        newer += row[0] >= log.size
        row = next(rows, None)
    return newer


def _rows(db):
    """(leaf, what it is, salt, what the entry commits to), by leaf. Only places are sorted, not contents."""
    known = json.loads((db.execute("SELECT value FROM state WHERE name='builds'").fetchone() or ["[]"])[0])
    db.execute("CREATE TEMP TABLE known(leaf INTEGER, at INTEGER)")
    db.executemany("INSERT INTO known VALUES(?, ?)", [(each["index"], at) for at, each in enumerate(known)])
    for leaf, kind, at in db.execute(
        """SELECT leaf, 'dossier', id FROM dossiers UNION ALL SELECT leaf, 'event', id FROM events
           UNION ALL SELECT leaf, 'build', at FROM known ORDER BY 1"""
    ):
        yield (leaf, *_content(db, known, kind, at))


def _content(db, known, kind, at):
    if kind == "dossier":
        row = db.execute("SELECT number, salt, envelope, signature FROM dossiers WHERE id=?", (at,)).fetchone()
        return f"dossier {row['number']}", row["salt"], f"{row['envelope']}\n{row['signature']}".encode()
    if kind == "event":
        row = db.execute("SELECT sequence, salt, note FROM events WHERE id=?", (at,)).fetchone()
        return f"event row {at}", row["salt"], row["note"].encode()
    build = known[at]
    extra = next(line for line in build["proof"].split("\n") if line.startswith("extra "))
    salt = base64.b64decode(extra.removeprefix("extra ")).hex()
    return f"build {build['manifest'][:8]}", salt, builds.entry(build["manifest"], build["time"])
