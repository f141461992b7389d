"""What a gateway could do to a dossier if it wanted to, done to its data folder while it is down.

    hostile.py DATA NUMBER say STATE [--sequence N] [--unit U] [--signer U|U.old] [--body HEX] [--submission N] [--hours H]
    hostile.py DATA NUMBER answer STEP [--unit U] [--signer U]   an answer to the applicant's first feedback
    hostile.py DATA NUMBER word KIND       a feedback that somebody else has signed
    hostile.py DATA NUMBER mark STATE [--axis A] [--event N] [--unit U] [--signer U]   money, delivery or the portal
    hostile.py DATA NUMBER spoil           the newest event's note is changed after it was logged
    hostile.py DATA NUMBER hide SEQUENCE   an event that was acknowledged is held back
    hostile.py DATA NUMBER state [--unit U] [--more N] [--branch]   the receiving unit states what the log has, and N entries more;
                                           or what another log has, which it was shown instead
    hostile.py DATA NUMBER grow ENTRIES    so many entries of nobody come into the log
    hostile.py DATA NUMBER enrol UNIT      a unit that has nothing to do with the dossier honestly joins the directory
    hostile.py DATA NUMBER swap log        the directory names another key for the log, and the log is signed with it
    hostile.py DATA NUMBER rekey UNIT      the unit honestly gets new keys; its old file stays as CODE.old
    hostile.py DATA NUMBER revoke UNIT     the unit gets another key in the directory, and the old one counts no more

Unless said, an event is as the receiving unit would sign it. Everything goes into the log, so that its proofs
hold: what catches these is something else.
"""

import argparse
import json
import os
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from server import times, told, unit  # noqa: E402
from server.core import Core, default_library  # noqa: E402
from server.directory import Directory  # noqa: E402
from server.folder import DataFolder  # noqa: E402
from server.ledger import Ledger  # noqa: E402
from server.statements import Statements  # noqa: E402
from server.trees import Tree  # noqa: E402


class Hostile:
    def __init__(self, data: Path, number: str):
        self.data, self.number, self.core = data, number, Core(default_library(ROOT))
        self.db = sqlite3.connect(data / "motcua.sqlite")
        self.db.row_factory = sqlite3.Row
        self.dossier = self.db.execute("SELECT * FROM dossiers WHERE number=?", (number,)).fetchone()

    def key(self, unit):
        return json.loads((self.data / "officers" / f"unit-{unit}.keys.json").read_text())["sign"]

    def events(self):
        return self.db.execute("SELECT * FROM events WHERE dossier=? ORDER BY id", (self.dossier["id"],)).fetchall()

    def say(self, options):
        unit = options.unit or self.dossier["receiving"]
        signer = options.signer or unit
        event = {
            "submission": options.submission or self.number,
            "sequence": options.sequence or len(self.events()) + 1,
            "state": options.state,
            "time": (datetime.now(timezone.utc) + timedelta(hours=options.hours)).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "unit": unit,
            "body": options.body or self.dossier["body"],
            "message": "-",
            "code": "-",
        }
        if signer == "nobody":
            key = self.core.unit_keygen(unit=unit, random=os.urandom(64).hex())["sign"]
        else:
            key = self.key(signer)
        note = self.core.event_make(event=event, key=key)["note"]
        log = json.loads((self.data / "keys" / "log.json").read_text())
        entry = Ledger(self.core, log["name"], log["sign"]).append(self.db, note.encode())
        row = {
            "dossier": self.dossier["id"],
            "sequence": 1000 + len(self.events()),  # the gateway's own column: it need not agree
            "status": 2,
            **{name: event[name] for name in ("state", "unit", "time", "code")},
            "note": note,
            "leaf": entry.index,
            "salt": entry.salt,
            "proof": entry.proof,
        }
        names = ", ".join(row)
        self.db.execute(f"INSERT INTO events({names}) VALUES({', '.join(':' + name for name in row)})", row)

    def answer(self, options):
        unit = options.unit or self.dossier["receiving"]
        one = {"feedback": 1, "sequence": 1, "step": options.step, "unit": unit, **self._about(), "message": "a" * 64}
        made = self.core.unit_keygen(unit=unit, random=os.urandom(64).hex())["sign"]
        key = made if options.signer == "nobody" else self.key(options.signer or unit)
        note = self.core.answer_make(answer=one, key=key)["note"]
        facts = {name: one[name] for name in ("feedback", "sequence", "step", "unit", "time")}
        many = self.db.execute("SELECT count(*) FROM answers").fetchone()[0]
        self._log("answers", note.encode(), {**facts, "sequence": 1000 + many, "note": note})

    def mark(self, options):
        unit = options.unit or self.dossier["receiving"]
        one = {"axis": options.axis, "sequence": 1, "state": options.state, "event": options.event, "unit": unit}
        made = self.core.unit_keygen(unit=unit, random=os.urandom(64).hex())["sign"]
        key = made if options.signer == "nobody" else self.key(options.signer or unit)
        note = self.core.mark_make(mark={**one, **self._about()}, key=key)["note"]
        many = self.db.execute("SELECT count(*) FROM marks").fetchone()[0]
        self._log("marks", note.encode(), {**one, "time": times.text(times.now()), "sequence": 1000 + many, "note": note})

    def word(self, options):
        one = {"number": 1, "kind": options.kind, "about": 0, **self._about(), "message": "a" * 64}
        made = self.core.feedback_make(feedback=one, root=os.urandom(32).hex(), draft=os.urandom(16).hex())
        facts = {name: one[name] for name in ("number", "kind", "about", "time")}
        entry = f"{made['text']}\n{made['signature']}".encode()
        self._log("feedback", entry, {**facts, **made})

    def _about(self):
        return {"submission": self.number, "time": times.text(times.now()), "body": self.dossier["body"]}

    def _log(self, table, entry, row):
        log = json.loads((self.data / "keys" / "log.json").read_text())
        kept = Ledger(self.core, log["name"], log["sign"]).append(self.db, entry)
        place = {"leaf": kept.index, "salt": kept.salt, "proof": kept.proof}
        told.add(self.db, table, {"dossier": self.dossier["id"], **row, **place})

    def grow(self, options):
        log = json.loads((self.data / "keys" / "log.json").read_text())
        ledger = Ledger(self.core, log["name"], log["sign"])
        for _ in range(options.entries):
            ledger.append(self.db, os.urandom(32))

    def spoil(self, options):
        row = self.events()[-1]
        state = "in-process" if row["state"] == "received" else "received"
        note = row["note"].replace(f"state: {row['state']}", f"state: {state}")
        self.db.execute("UPDATE events SET note=?, id=id+1000 WHERE id=?", (note, row["id"]))

    def hide(self, options):
        self.db.execute("DELETE FROM events WHERE id=?", (self.events()[options.sequence - 1]["id"],))

    def state(self, options):
        unit = options.unit or self.dossier["receiving"]
        log = json.loads((self.data / "keys" / "log.json").read_text())
        ledger = Ledger(self.core, log["name"], log["sign"])
        size = ledger.size(self.db)
        root = os.urandom(32).hex() if options.branch else Tree(self.core, "log").head(self.db)["root"]
        if options.branch:
            sign = {"size": size, "root": root, "origin": log["name"], "key": log["sign"]}
            ledger.checkpoint_at = lambda *_: self.core.checkpoint_sign(**sign)["checkpoint"]
        entries = {row["leaf"] for row in self.events()}
        others = [index for index in range(size) if index not in entries]
        entries = sorted([*entries, *others[: options.more]])
        dossiers = [{"number": self.number, "salt": self.dossier["salt"], "entries": entries}]
        about = {"unit": unit, "time": times.text(times.now()), "size": size, "log_root": root, "dossiers": dossiers}
        note = self.core.state_make(**about, key=self.key(unit))["note"]
        keys = {unit: json.loads((self.data / "directory.note").read_text().split("\n")[0])["units"]}
        keys = {unit: next(each["sign"] for each in keys[unit] if each["code"] == unit)}
        found = self.core.state_check(note=note, keys=keys, dossiers=dossiers)
        statements = Statements(self.core, None, ledger, None, None, None)
        statements._keep(self.db, found, note, [(unit, self.dossier["id"], 0, json.dumps(entries))])

    def revoke(self, options):
        made = self.core.unit_keygen(unit=options.unit, random=os.urandom(64).hex())
        self._direct(lambda units: [_revoked(u, made) if u["code"] == options.unit else u for u in units])

    def swap(self, options):
        made = self.core.unit_keygen(unit="motcua.demo/log", random=os.urandom(64).hex())
        file = self.data / "keys" / "log.json"
        file.write_text(json.dumps({**json.loads(file.read_text()), "sign": made["sign"], "vkey": made["vkey"]}))
        self._direct(lambda units: units)

    def enrol(self, options):
        made = self.core.unit_keygen(unit=options.unit, random=os.urandom(64).hex())
        file = self.data / "officers" / f"unit-{options.unit}.keys.json"
        file.write_text(json.dumps({"sign": made["sign"]}))
        self._direct(lambda units: [*units, {**_revoked(units[0], made), "code": options.unit}])

    def _direct(self, change):
        """The directory's roots sign what `change` makes of its units."""
        folder = DataFolder(self.data)
        with closing(folder):
            content = json.loads((self.data / "directory.note").read_text().split("\n")[0])
            named = {name: content[name] for name in ("places", "witnesses") if name in content}
            directory = Directory(self.core, folder, named, times.now())
            directory._sign({"version": content["version"] + 1, "units": change(content["units"])}, times.now())

    def rekey(self, options):
        file = self.data / "officers" / f"unit-{options.unit}.keys.json"
        file.rename(file.with_name(f"unit-{options.unit}.old.keys.json"))
        with tempfile.TemporaryDirectory() as folder:
            public = Path(folder) / f"unit-{options.unit}.public.json"
            for verb in (["keys", "--unit", options.unit, "-o", folder],
                         ["change", "--data", str(self.data), "--public", str(public)]):  # fmt: skip
                if unit.main(ROOT, verb) != 0:
                    raise SystemExit(1)
            file.write_text((Path(folder) / file.name).read_text())


def _revoked(unit, made):
    return {**{name: value for name, value in unit.items() if name != "former"}, "sign": made["vkey"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("number")
    verbs = parser.add_subparsers(dest="verb", required=True)
    say = verbs.add_parser("say")
    say.add_argument("state")
    say.add_argument("--sequence", type=int)
    say.add_argument("--hours", type=float, default=0)
    for name in ("unit", "signer", "body", "submission"):
        say.add_argument(f"--{name}")
    answer = verbs.add_parser("answer")
    answer.add_argument("step")
    for name in ("unit", "signer"):
        answer.add_argument(f"--{name}")
    mark = verbs.add_parser("mark")
    mark.add_argument("state")
    mark.add_argument("--axis", default="payment")
    mark.add_argument("--event", type=int, default=0)
    for name in ("unit", "signer"):
        mark.add_argument(f"--{name}")
    verbs.add_parser("word").add_argument("kind")
    verbs.add_parser("spoil")
    verbs.add_parser("grow").add_argument("entries", type=int)
    verbs.add_parser("hide").add_argument("sequence", type=int)
    state = verbs.add_parser("state")
    state.add_argument("--unit")
    state.add_argument("--more", type=int, default=0)
    state.add_argument("--branch", action="store_true")
    verbs.add_parser("swap").add_argument("what", choices=["log"])
    for name in ("enrol", "rekey", "revoke"):
        verbs.add_parser(name).add_argument("unit")
    options = parser.parse_args()
    hostile = Hostile(options.data, options.number)
    with closing(hostile.db), hostile.db:
        getattr(hostile, options.verb)(options)


if __name__ == "__main__":
    main()
