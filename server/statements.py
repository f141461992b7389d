"""Units' daily statements: what the log has about each of their dossiers, signed, so that an entry held back shows.

The unit signs the root of a tree over (dossier, places of its entries in the log), and the root of the log that it has
followed; the gateway keeps the newest statement of each unit and gives every follower the place of their own dossier in it
(docs/formats/state.md).
"""

import json
import re

from aiohttp import web

from . import times
from .core import Core, CoreError
from .directory import Directory
from .ledger import Ledger
from .problems import Problem, from_core
from .requests import json_response, member, read_json
from .store import Store
from .trees import Tree

MOST = 100_000  # dossiers in one statement
_BODY_MAX = 16 << 20
_ENTRIES = 10_000  # of one dossier
_PIECE = 10_000  # leaves the core takes at once
_NUMBER = re.compile(r"[0-9]{12}")


class Statements:
    def __init__(self, core: Core, store: Store, ledger: Ledger, directory: Directory, authenticate, on_news):
        """authenticate(body, purpose) as the desk does; on_news(follow hashes) when there is a new statement."""
        self._core, self._store, self._ledger, self._directory = core, store, ledger, directory
        self._authenticate, self._on_news = authenticate, on_news

    def routes(self):
        return [web.post("/desk/state", self.add)]

    async def add(self, request):
        body = await read_json(request, _BODY_MAX)
        asked = await self._authenticate(body, "state")
        note, stated = member(body, "note", str), _stated(member(body, "dossiers", list))
        held = await self._store.read(lambda db: _held(db, asked["unit"]))
        found = self._check(asked["unit"], note, stated, held)
        rows = [
            (asked["unit"], held[number]["id"], at, json.dumps(entries, separators=(",", ":")))
            for at, (number, entries) in enumerate(stated)
        ]
        await self._store.write(lambda db: self._keep(db, found, note, rows))
        self._on_news({held[number]["follow"] for number, _ in stated})
        return json_response({"unit": found["unit"], "time": found["time"], "dossiers": found["dossiers"]}, 201)

    def of(self, db, follow_hashes: list[str]) -> list[dict]:
        """What units have stated about these dossiers, each with its place in the statement's tree."""
        marks = ",".join("?" * len(follow_hashes))
        rows = db.execute(
            f"""SELECT dossiers.number, stated.unit, stated.position, stated.entries, statements.note,
                       statements.checkpoint
                FROM stated JOIN dossiers ON dossiers.id=stated.dossier JOIN statements USING(unit)
                WHERE dossiers.follow IN ({marks})""",
            follow_hashes,
        ).fetchall()
        return [self._told(db, row) for row in rows]

    def _told(self, db, row):
        tree = Tree(self._core, _tree_name(row["unit"]))
        hashes = tree.inclusion(db, row["position"], tree.head(db)["size"])
        told = {name: row[name] for name in ("number", "unit", "note", "checkpoint")}
        return {**told, "entries": json.loads(row["entries"]), "index": row["position"], "hashes": hashes}

    def _check(self, unit, note, stated, held):
        missing = [number for number, _ in stated if number not in held]
        if missing:
            raise Problem("dossier-missing")
        dossiers = [{"number": n, "salt": held[n]["salt"], "entries": entries} for n, entries in stated]
        keys = {unit: self._directory.units[unit]["sign"]}
        try:
            found = self._core.state_check(note=note, keys=keys, dossiers=dossiers)
        except CoreError as error:
            raise from_core(error, {}, "statement") from None
        if found["time"] > times.text(times.after(times.now(), minutes=times.CLOCK_MINUTES)):
            raise Problem("event-time")  # it would stand in the way of every later one
        return found

    def _keep(self, db, found, note, rows):
        unit = found["unit"]
        checkpoint = self._ledger.checkpoint_at(db, found["size"], found["log_root"])
        if checkpoint is None:
            raise Problem("statement", reason="it speaks of another log, or of a larger one")
        row = db.execute("SELECT time FROM statements WHERE unit=?", (unit,)).fetchone()
        if row and row["time"] > found["time"]:
            raise Problem("statement-old")
        tree = Tree(self._core, _tree_name(unit))
        tree.remove(db)
        leaves = found["leaves"]
        for at in range(0, len(leaves), _PIECE):
            head = tree.head(db)
            grown = self._core.log_append(size=head["size"], edge=head["edge"], leaves=leaves[at : at + _PIECE])
            tree.keep(db, grown)
        row = (unit, found["time"], note, checkpoint)
        db.execute("INSERT OR REPLACE INTO statements(unit, time, note, checkpoint) VALUES(?, ?, ?, ?)", row)
        db.execute("DELETE FROM stated WHERE unit=?", (unit,))
        db.executemany("INSERT INTO stated(unit, dossier, position, entries) VALUES(?, ?, ?, ?)", rows)


def _tree_name(unit):
    return f"state/{unit}"


def _held(db, unit):
    rows = db.execute(
        "SELECT id, number, salt, follow FROM dossiers WHERE receiving=:unit OR competent=:unit", {"unit": unit}
    )
    return {row["number"]: row for row in rows}


def _stated(items):
    """[[number, [index, …]], …] as they must be: each number once."""
    well = 0 < len(items) <= MOST and all(
        isinstance(item, list)
        and len(item) == 2
        and isinstance(item[0], str)
        and _NUMBER.fullmatch(item[0])
        and isinstance(item[1], list)
        and len(item[1]) <= _ENTRIES
        and all(type(entry) is int and 0 <= entry < 1 << 53 for entry in item[1])
        for item in items
    )
    if not well or len({number for number, _ in items}) != len(items):
        raise Problem("bad-request", reason=f"1 to {MOST} dossiers are taken, each once, as [number, [index, …]]")
    return [(number, entries) for number, entries in items]
