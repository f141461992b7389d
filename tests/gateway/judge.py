"""Whether a gateway that was ended hard still has what it has acknowledged: read from its database and its files, and
from its log as a client reads it."""

import base64
import json
import sqlite3
from contextlib import closing
from itertools import pairwise

from serving import core
from server.core import CoreError

# What is said about a dossier, by its table: its name, and the columns of its place among its like.
_KINDS = {
    "events": ("event", ("sequence",)),
    "marks": ("mark", ("axis", "sequence")),
    "feedback": ("feedback", ("number",)),
    "answers": ("answer", ("feedback", "sequence")),
}
_ROWS = "SELECT {0}.*, dossiers.number AS submission FROM {0} JOIN dossiers ON dossiers.id={0}.dossier ORDER BY {0}.id"


class Judge:
    def __init__(self, gateway, load):
        self._gateway, self._load = gateway, load
        self._log = gateway.directory["log"]["key"]
        self.faults: list[str] = []
        self.lost = self.doubled = self.disordered = 0
        self._seen = (0, None)  # size and root of the greatest tree that anybody was given
        self.proven = 0  # consistency proofs that held

    @property
    def content(self):
        """Whether nothing was found so far."""
        return not (self.faults or self.lost or self.doubled or self.disordered)

    def look(self):
        """After a start. What is acknowledged meanwhile is for the next look."""
        told = [(one, {kind: list(getattr(one, kind)) for kind in _KINDS}) for one in list(self._load.filed)]
        with closing(self._open()) as db:
            db.execute("BEGIN")
            dossiers = {row["number"]: row for row in db.execute("SELECT * FROM dossiers")}
            rows = {kind: {_place(kind, row): row for row in db.execute(_ROWS.format(kind))} for kind in _KINDS}
            state = {row["name"]: json.loads(row["value"]) for row in db.execute("SELECT * FROM state")}
        entries = {kind: {(row["submission"], _entry(row)): row for row in rows[kind].values()} for kind in _KINDS}
        for filed, said in told:
            self._dossier(filed, dossiers.get(filed.number))
            for kind in _KINDS:
                for one in said[kind]:
                    self._said(kind, one, entries[kind].get((filed.number, one["entry"])))
        everything = [row for kind in _KINDS for row in rows[kind].values()]
        self._rows(dossiers, everything, state)
        self._in_order(rows, everything)
        self._continues([(filed, [one for each in said.values() for one in each]) for filed, said in told])

    def _open(self):
        db = sqlite3.connect(f"file:{self._gateway.data}/data/motcua.sqlite?mode=ro", uri=True, timeout=10)
        db.row_factory = sqlite3.Row
        return db

    def _dossier(self, filed, row):
        answer = filed.answer
        if row is None or (row["proof"], row["leaf"]) != (answer["proof"], answer["index"]):
            return self._lose(f"dossier {filed.number}")
        blob = self._gateway.data / "data" / "blobs" / row["blob"][:2] / row["blob"]
        if not blob.exists() or blob.read_bytes() != filed.dossier["upload"]:
            self._lose(f"the file of dossier {filed.number}")

    def _said(self, kind, one, row):
        message = one["message"] and base64.b64decode(one["message"])
        if row is None or (row["proof"], row["leaf"], row["message"]) != (one["proof"], one["index"], message):
            self._lose(f"{_KINDS[kind][0]} {one['index']} of {one['number']}")

    def _rows(self, dossiers, said, state):
        """Each row has a leaf of its own and each leaf a row: nothing stands twice, and nothing half."""
        leaves = [row["leaf"] for row in (*dossiers.values(), *said)]
        leaves += [build["index"] for build in state.get("builds", [])]
        size = state["log"]["size"] if "log" in state else 0
        self.doubled += len(leaves) - len(set(leaves))
        entries = [_entry(row) for row in said]
        self.doubled += len(entries) - len(set(entries))
        if sorted(set(leaves)) != list(range(size)):
            self.faults.append(f"the log has {size} leaves, the rows name {len(set(leaves))}")

    def _in_order(self, rows, everything):
        """Who follows by ids meets everything as the log has it, each after what it follows or answers."""
        ordered = sorted(everything, key=lambda row: row["id"])
        self.disordered += sum(one["leaf"] >= later["leaf"] for one, later in pairwise(ordered))
        for kind, found in rows.items():
            for (*about, n), row in found.items():
                before = found.get((*about, n - 1)) if n > 1 else None
                answered = rows["feedback"].get(tuple(about)) if kind == "answers" else None
                if (n > 1 and before is None) or (kind == "answers" and answered is None):
                    self.faults.append(f"{_KINDS[kind][0]} {row['leaf']} of {row['submission']} follows nothing")
                self.disordered += sum(one is not None and one["id"] >= row["id"] for one in (before, answered))

    def _continues(self, told):
        """The log that is shown now continues every tree of which somebody has a proof, its last above all."""
        proofs = [(one.answer, base64.b64decode(one.answer["leaf_event"])) for one, _ in told]
        proofs += [(one, one["entry"].encode()) for _, said in told for one in said]
        for answer, event in sorted(proofs, key=lambda each: each[0]["index"])[-1:]:
            proven = core.proof_verify(proof=answer["proof"], event=base64.b64encode(event).decode(), log=self._log)
            if proven["size"] > self._seen[0]:
                self._seen = (proven["size"], proven["root"])
        shown = self._gateway.ask("GET", "/log/checkpoint")
        if shown.status != 200:
            return
        now = core.checkpoint_verify(checkpoint=shown.body.decode(), log=self._log)
        (old, root), self._seen = self._seen, (now["size"], now["root"])
        if old == 0:
            return
        if old > now["size"]:
            self.faults.append(f"the log went back from {old} to {now['size']} entries")
            return
        path = f"/log/consistency/{old}/{now['size']}"
        hashes = self._gateway.ask("GET", path).json["hashes"]
        roots = {"old_root": root, "root": now["root"]}
        try:
            core.log_consistency_verify(old=old, size=now["size"], hashes=hashes, **roots)
            self.proven += 1
        except CoreError as error:
            self.faults.append(f"the log of {now['size']} entries does not continue that of {old}: {error}")

    def _lose(self, what):
        self.lost += 1
        self.faults.append(f"{what} is gone")


def _place(kind, row):
    return (row["submission"], *(row[name] for name in _KINDS[kind][1]))


def _entry(row):
    """What the log has of it."""
    return row["note"] if "note" in row.keys() else f"{row['text']}\n{row['signature']}"
