"""Whether a gateway that was ended hard still has what it has acknowledged: read from its database and its files, and
from its log as a client reads it."""

import base64
import json
import sqlite3
from contextlib import closing

from serving import core
from server.core import CoreError

_EVENTS = "SELECT events.*, dossiers.number FROM events JOIN dossiers ON dossiers.id=events.dossier"
_MARKS = "SELECT marks.*, dossiers.number FROM marks JOIN dossiers ON dossiers.id=marks.dossier"


class Judge:
    def __init__(self, gateway, load):
        self._gateway, self._load = gateway, load
        self._log = gateway.directory["log"]["key"]
        self.faults: list[str] = []
        self.lost = self.doubled = 0
        self._seen = (0, None)  # size and root of the greatest tree that anybody was given
        self.proven = 0  # consistency proofs that held

    def look(self):
        """After a start. What is acknowledged meanwhile is for the next look."""
        told = [(one, list(one.events), list(one.marks)) for one in list(self._load.filed)]
        with closing(self._open()) as db:
            db.execute("BEGIN")
            dossiers = {row["number"]: row for row in db.execute("SELECT * FROM dossiers")}
            events = {(row["number"], row["sequence"]): row for row in db.execute(_EVENTS)}
            marks = {(row["number"], row["sequence"]): row for row in db.execute(_MARKS)}
            state = {row["name"]: json.loads(row["value"]) for row in db.execute("SELECT * FROM state")}
        for filed, said, marked in told:
            self._dossier(filed, dossiers.get(filed.number))
            for event in said:
                self._note("event", event, events.get((filed.number, event["sequence"])))
            for mark in marked:
                self._note("mark", mark, marks.get((filed.number, mark["sequence"])))
        self._rows(dossiers, [*events.values(), *marks.values()], state)
        self._continues([(filed, [*said, *marked]) for filed, said, marked in told])

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

    def _note(self, kind, one, row):
        if row is None or (row["note"], row["proof"], row["leaf"]) != (one["note"], one["proof"], one["index"]):
            self._lose(f"{kind} {one['sequence']} of {one['number']}")

    def _rows(self, dossiers, said, state):
        """Each row has a leaf of its own and each leaf a row: nothing stands twice, and nothing half."""
        leaves = [row["leaf"] for row in (*dossiers.values(), *said)]
        leaves += [build["index"] for build in state.get("builds", [])]
        size = state["log"]["size"] if "log" in state else 0
        self.doubled += len(leaves) - len(set(leaves))
        notes = [row["note"] for row in said]
        self.doubled += len(notes) - len(set(notes))
        if sorted(set(leaves)) != list(range(size)):
            self.faults.append(f"the log has {size} leaves, the rows name {len(set(leaves))}")

    def _continues(self, told):
        """The log that is shown now continues every tree of which somebody has a proof, its last above all."""
        proofs = [(one.answer, base64.b64decode(one.answer["leaf_event"])) for one, _ in told]
        proofs += [(event, event["note"].encode()) for _, said in told for event in said]
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
