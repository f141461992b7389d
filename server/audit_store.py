"""What a gateway keeps, compared with its log: for the operator's own auditor.

Every dossier, event, feedback, answer and mark must be the entry at its place, signed and in its order, and no entry
may belong to nothing. The database is only read; memory holds one dossier at a time.
"""

import base64
import json
import sqlite3
from pathlib import Path

from . import builds, times, told
from .core import Core, CoreError
from .remote import Wrong
from .sealed import digest
from .store import SCHEMA_VERSION
from .unit_keys import keys_of

_SHOWN = 10  # of many faults of one kind
_TABLES = {"event": "events", "feedback": "feedback", "answer": "answers", "mark": "marks"}
_FACTS = {
    "event": ("sequence", "status", "state", "unit", "time", "code"),
    "feedback": ("number", "kind", "about", "time"),
    "answer": ("feedback", "sequence", "step", "unit", "time"),
    "mark": ("axis", "sequence", "state", "event", "unit", "time"),
}


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
        dossiers, count = _dossiers(core, db, directory, faults)
        newer = _places(core, db, log, faults)
        faults.check()
    finally:
        db.close()
    lines = [f"{dossiers} dossiers and {count['event']} events are in the log at their places, signed and in order."]
    if count["feedback"]:
        lines.append(f"So are {count['feedback']} feedback texts of applicants and {count['answer']} answers.")
    if count["mark"]:
        lines.append(f"So are {count['mark']} marks of payment, delivery and synchronisation.")
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
    """Envelopes and what came after them, for themselves; -> how many dossiers, and how many of each kind."""
    units, dossiers = {unit["code"]: keys_of(unit) for unit in directory["units"]}, 0
    count = dict.fromkeys(_TABLES, 0)
    for row in db.execute("SELECT * FROM dossiers ORDER BY id"):
        dossiers += 1
        try:
            envelope = core.envelope_verify(envelope=row["envelope"], signature=row["signature"])
        except CoreError as error:
            faults.add(f"the envelope of {row['number']} does not hold: {error.message}")
            continue
        if any(envelope[name] != row[name] for name in ("draft", "receiving", "competent", "body", "size")):
            faults.add(f"dossier {row['number']} says something else than its envelope")
        keys = {code: units[code] for code in {envelope["receiving"], envelope["competent"]} & units.keys()}
        history = _History(core, row["number"], envelope, keys)
        for one in told.of_dossier(db, row["id"]):
            kind, where = one["kind"], f"{one['kind']} row {one['id']} of {row['number']}"
            count[kind] += 1
            try:
                said = history.add(kind, one["text"], one["signature"], one["leaf"])
            except CoreError as error:
                faults.add(f"{where} does not hold: {error.message}")
                break
            kept = db.execute(f"SELECT * FROM {_TABLES[kind]} WHERE id=?", (one["id"],)).fetchone()
            if any(said[name] != kept[name] for name in _FACTS[kind]) or said["message"] != digest(one["message"]):
                faults.add(f"{where} says something else than what was signed")
    for table in _TABLES.values():
        lost = db.execute(f"SELECT count(*) FROM {table} WHERE dossier NOT IN (SELECT id FROM dossiers)").fetchone()[0]
        if lost:
            faults.add(f"{lost} rows of {table} belong to no dossier")
    return dossiers, count


class _History:
    """What came after an envelope, verified one by one."""

    def __init__(self, core, number, envelope, keys):
        self._core, self._envelope, self._keys = core, envelope, keys
        self._about = {"submission": number, "body": envelope["body"]}
        self._events, self._said, self._answers, self._marks = [], [], [], []

    def add(self, kind, text, signature, index):
        """-> what the text says; `index` is compared with the log by _places. Raises CoreError."""
        if kind == "event":
            one = self._core.event_verify(
                note=text, keys=self._keys, history=self._events, index=index, **self._about
            )
            self._events.append({name: one[name] for name in ("sequence", "status", "state")})
            return one
        if kind == "mark":
            one = self._core.mark_verify(
                note=text, keys=self._keys, history=self._events, marks=self._marks, index=index, **self._about
            )
            self._marks.append({name: one[name] for name in ("axis", "sequence", "state", "event")})
            return one
        status = self._events[-1]["status"] if self._events else 1
        course = {"said": self._said, "answers": self._answers, "status": status}
        if kind == "feedback":
            applicant = {name: self._envelope[name] for name in ("sign", "draft")}
            one = self._core.feedback_verify(text=text, signature=signature, **applicant, **course, **self._about)
            self._said.append({name: one[name] for name in ("number", "kind", "about")})
        else:
            one = self._core.answer_verify(note=text, keys=self._keys, index=index, **course, **self._about)
            self._answers.append({name: one[name] for name in ("feedback", "sequence", "step")})
        return one


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
           UNION ALL SELECT leaf, 'feedback', id FROM feedback UNION ALL SELECT leaf, 'answer', id FROM answers
           UNION ALL SELECT leaf, 'mark', id FROM marks
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
    if kind == "feedback":
        row = db.execute("SELECT salt, text, signature FROM feedback WHERE id=?", (at,)).fetchone()
        return f"feedback row {at}", row["salt"], f"{row['text']}\n{row['signature']}".encode()
    if kind in ("answer", "mark"):
        row = db.execute(f"SELECT salt, note FROM {_TABLES[kind]} WHERE id=?", (at,)).fetchone()
        return f"{kind} row {at}", row["salt"], row["note"].encode()
    build = known[at]
    extra = next(line for line in build["proof"].split("\n") if line.startswith("extra "))
    salt = base64.b64decode(extra.removeprefix("extra ")).hex()
    return f"build {build['manifest'][:8]}", salt, builds.entry(build["manifest"], build["time"])
