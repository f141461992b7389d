"""Units' daily statements: what a follower gets of them, and what is refused."""

import base64
import json
import os
import re
import sqlite3
import tempfile
import unittest
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from pathlib import Path
from unittest import mock

import own_log
from following import Stream
from people import Applicant, Officer, now
from serving import GatewayCase, core
from server import desk_state
from server.desk_log import FollowedLog
from server.desk_memory import Memory, check
from server.ledger import Ledger
from server.refused import Refused


class ByCommand(GatewayCase):
    """./serve.py desk state, with an honest gateway and with one that has forgotten something."""

    def setUp(self):
        self.applicant = Applicant(b"small")
        self.number = self.applicant.submit(self.gateway)["number"]
        self.store = self.gateway.data / "data"
        for left in (self.store / "officers").glob("unit-99901.[sf]*"):  # what the desk remembered, and its evidence
            left.unlink()

    def state(self):
        return self.gateway.desk("99901", "state", "--roots", self.store / "roots.json")

    def change(self, statement, *values):
        with closing(sqlite3.connect(self.store / "motcua.sqlite")) as db:
            before = sqlite3.connect(":memory:")
            db.backup(before)
            self.addCleanup(self.undo, before)
            db.execute(statement, values)
            db.commit()

    def undo(self, before):
        with closing(sqlite3.connect(self.store / "motcua.sqlite")) as db:
            before.backup(db)
        before.close()

    def places(self):
        """Of what units have signed, in the log."""
        found = []
        with closing(sqlite3.connect(self.store / "motcua.sqlite")) as db:
            for table in ("events", "answers", "marks"):
                asked = f"SELECT {table}.leaf FROM {table} JOIN dossiers ON dossiers.id=dossier WHERE dossiers.number=?"
                found += [row[0] for row in db.execute(asked, (self.number,))]
        return sorted(found)

    def told(self, sentence):
        ended = self.state()
        self.assertEqual(ended.returncode, 1, ended.stdout)
        self.assertIn(sentence, ended.stderr)
        self.assertNotIn("Traceback", ended.stderr)

    def test_a_follower_gets_it(self):
        stream = Stream(self.gateway, [self.applicant.keys["follow"]])
        self.addCleanup(stream.close)
        self.gateway.desk("99901", "post", "--number", self.number, "--state", "received")
        ended = self.state()
        self.assertEqual((ended.returncode, ended.stderr), (0, ""))
        self.assertIn("dossiers stated", ended.stdout)
        told = stream.next("state")
        self.assertEqual((told["number"], told["unit"], told["entries"]), (self.number, "99901", self.places()))
        self.assertEqual(self.gateway.desk("99001", "state", "--roots", self.store / "roots.json").returncode, 0)

    def test_nothing_is_stated_on_the_gateways_word(self):
        self.gateway.desk("99901", "post", "--number", self.number, "--state", "received")
        self.change("UPDATE events SET note=replace(note, 'status: 2', 'status: 3')")
        self.told("motcua: ")

    def test_an_event_held_back_from_the_desk_is_told(self):
        self.gateway.desk("99901", "post", "--number", self.number, "--state", "received")
        self.change("DELETE FROM events WHERE dossier=(SELECT id FROM dossiers WHERE number=?)", self.number)
        self.told(f"leaves out an entry of {self.number}")

    def test_marks_and_answers_count_and_are_missed_too(self):
        self.gateway.desk("99901", "post", "--number", self.number, "--state", "received")
        said = self.applicant.feedback(self.number)
        self.assertEqual(self.gateway.ask("POST", "/feedback", said).status, 201)
        self.gateway.desk("99901", "mark", "--number", self.number, "--axis", "payment", "--state", "wanted")
        self.gateway.desk("99901", "answer", "--number", self.number, "--feedback", "1", "--step", "forwarded")
        self.assertEqual(self.state().returncode, 0)
        headers = {"Accept": "application/json"}
        wish = {"capabilities": [self.applicant.keys["follow"]]}
        (stated,) = self.gateway.ask("POST", "/follow", wish, headers).json["states"]
        self.assertEqual(stated["entries"], self.places())
        self.assertEqual(len(stated["entries"]), 3)  # the applicant's own word is none of a unit
        for table in ("marks", "answers"):
            with self.subTest(table):
                self.change(f"DELETE FROM {table} WHERE dossier=(SELECT id FROM dossiers WHERE number=?)", self.number)
                self.told(f"leaves out an entry of {self.number}")
                # As many as before, but another one.
                state = "in-process" if table == "marks" else "supplement-wanted"
                self.gateway.desk("99901", "post", "--number", self.number, "--state", state)
                self.told(f"leaves out an entry of {self.number}")
                self.doCleanups()
                self.gateway.kill()  # it remembers the log's last checkpoint
                self.gateway.start()
                (self.store / "officers" / "unit-99901.stated.json").unlink()
                self.assertEqual(self.state().returncode, 0)

    def test_an_older_log_than_before_gets_no_statement(self):
        self.assertEqual(self.state().returncode, 0)
        memory = self.store / "officers" / "unit-99901.stated.json"
        kept = json.loads(memory.read_text())
        size = int(kept["checkpoint"].split("\n")[1])
        self.assertGreater(size, 0)
        memory.write_text(json.dumps({**kept, "checkpoint": self.signed(size + 1, "ab" * 32)}))
        self.told("an older log than at the last statement")

    def signed(self, size, root):
        """A checkpoint that this log signs, true or not."""
        log = json.loads((self.store / "keys" / "log.json").read_text())
        return core.checkpoint_sign(origin=log["name"], size=size, root=root, key=log["sign"])["checkpoint"]

    def test_another_log_than_before_gets_no_statement_and_is_kept_as_evidence(self):
        self.assertEqual(self.state().returncode, 0)
        memory = self.store / "officers" / "unit-99901.stated.json"
        kept = json.loads(memory.read_text())
        size = int(kept["checkpoint"].split("\n")[1])
        for more, other in ((0, size), (1, size), (0, size - 1)):  # the same size; a newer log; an older one kept
            with self.subTest((more, other)):
                for _ in range(more):
                    Applicant(b"small").submit(self.gateway)
                memory.write_text(json.dumps({**kept, "checkpoint": self.signed(other, "ab" * 32)}))
                self.told("tells two stories")
                (evidence,) = memory.parent.glob("unit-99901.fork-*.txt")
                self.assertEqual(evidence.read_text().count("\n— motcua.demo/log "), 2)
                evidence.unlink()
        memory.write_text(json.dumps(kept))
        self.assertEqual(self.state().returncode, 0)
        self.assertEqual(list(memory.parent.glob("unit-99901.fork-*.txt")), [])

    def test_a_log_with_another_key_is_told(self):
        memory = self.store / "officers" / "unit-99901.stated.json"
        other = own_log.Log(b"1")
        memory.write_text(json.dumps({"format": "motcua.unit-stated/2", "checkpoint": other.checkpoint(), "dossiers": {}}))
        self.told("the log of the last statement had another key")

    def test_a_dossier_filed_into_another_log_is_told(self):
        row = self.row("dossiers", "number=?", self.number)
        event = f"{row['envelope']}\n{row['signature']}"
        self.change("UPDATE dossiers SET proof=? WHERE number=?", self.elsewhere(row, event), self.number)
        self.told("tells two stories")

    def test_an_entry_in_another_log_than_the_checkpoints_is_told(self):
        self.gateway.desk("99901", "post", "--number", self.number, "--state", "received")
        row = self.row("events", "id=(SELECT max(id) FROM events)")
        self.change("UPDATE events SET proof=? WHERE id=?", self.elsewhere(row, row["note"]), row["id"])
        self.told("tells two stories")

    def row(self, table, where, *values):
        with closing(sqlite3.connect(self.store / "motcua.sqlite")) as db:
            db.row_factory = sqlite3.Row
            return db.execute(f"SELECT * FROM {table} WHERE {where}", values).fetchone()

    def elsewhere(self, row, event):
        """The proof of the same place in another log of the same key: it holds."""
        log = json.loads((self.store / "keys" / "log.json").read_text())
        tree = {"size": 0, "edge": []}
        for _ in range(row["leaf"]):
            tree = core.log_append(size=tree["size"], edge=tree["edge"], leaves=[os.urandom(32).hex()])
        event = base64.b64encode(event.encode()).decode()
        return core.log_commit(size=row["leaf"], edge=tree["edge"], event=event, salt=row["salt"], key=log["sign"])["proof"]

    def test_an_entry_that_is_shown_at_another_place_is_told(self):
        self.gateway.desk("99901", "post", "--number", self.number, "--state", "received")
        self.assertEqual(self.state().returncode, 0)
        with closing(sqlite3.connect(self.store / "motcua.sqlite")) as db:
            db.row_factory = sqlite3.Row
            event = db.execute("SELECT id, note FROM events ORDER BY id DESC LIMIT 1").fetchone()
            log = json.loads((self.store / "keys" / "log.json").read_text())
            again = Ledger(core, log["name"], log["sign"]).append(db, event["note"].encode())
            db.commit()
        change = "UPDATE events SET leaf=?, salt=?, proof=? WHERE id=?"
        self.change(change, again.index, again.salt, again.proof, event["id"])
        self.told(f"has logged an entry of {self.number} twice")

    def test_an_old_checkpoint_hides_nothing_that_this_desk_has_sent(self):
        size = int(self.gateway.ask("GET", "/log/checkpoint").body.split(b"\n")[1])
        self.gateway.desk("99901", "post", "--number", self.number, "--state", "received")
        number = self.number

        class Old:
            """A gateway that shows the desk the log as it was."""

            log_key = ""

            def accepted(self, dossier):
                return None, {"first": {"index": 0}}

            def proofs(self, dossier, _):
                return {dossier["events"][0]["note"]: {"index": size}}

        with mock.patch.object(desk_state, "Record") as record, mock.patch.object(desk_state, "FollowedLog") as log:
            record.return_value = Old()
            log.return_value.fits = lambda proof: None
            log.return_value.go_on = lambda kept: {"size": size, "root": "ab" * 32, "checkpoint": ""}
            listed = [one for one in Officer(self.gateway).list(number)]
            keys = self.store / "officers" / "unit-99901.keys.json"
            desk = mock.Mock(dossiers=lambda: listed, unit="99901")
            with self.assertRaisesRegex(Refused, f"an entry of {number}"):
                desk_state.state(desk, mock.Mock(api=None, roots=None, keys=keys))
            desk.core.state_make.assert_not_called()

    def test_what_is_signed_by_nobody_known_is_not_stated(self):
        self.gateway.desk("99901", "post", "--number", self.number, "--state", "received")
        self.gateway.desk("99901", "mark", "--number", self.number, "--axis", "payment", "--state", "wanted")
        self.change("UPDATE marks SET note=replace(note, 'state: wanted', 'state: waived')")
        self.told("motcua: ")

    def test_a_dossier_held_back_is_told(self):
        self.assertEqual(self.state().returncode, 0)
        self.change("UPDATE dossiers SET receiving='99001', competent='99001' WHERE number=?", self.number)
        self.told(f"leaves out dossier {self.number}")

    def test_another_salt_or_number_is_told(self):
        self.change("UPDATE dossiers SET salt=? WHERE number=?", "ab" * 32, self.number)
        self.told("not in the log with this salt")

    def test_a_number_that_the_log_did_not_acknowledge_is_told(self):
        self.change("UPDATE dossiers SET number='482177305910' WHERE number=?", self.number)
        self.told("motcua: ")


class Following(unittest.TestCase):
    """A desk follows a log whose answers may be anything."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.log, self.answers = own_log.Log(*(b"%d" % n for n in range(5))), {}

    def followed(self):
        followed = FollowedLog(core, "http://127.0.0.1:9", own_log.KEY["vkey"], self.folder / "unit-99901.fork")
        followed._fetch = lambda path, most: self.answers.get(path)
        self.answers.setdefault("/log/checkpoint", self.log.checkpoint().encode())
        return followed

    def proof(self, old, size):
        self.answers[f"/log/consistency/{old}/{size}"] = json.dumps({"hashes": self.log.proof(old, size)}).encode()

    def evidence(self):
        return list(self.folder.glob("unit-99901.fork-*.txt"))

    def test_what_continues_is_taken_and_asked_for_once(self):
        self.proof(3, 5)
        followed = self.followed()
        self.assertEqual(followed.go_on(self.log.checkpoint(3))["size"], 5)
        self.answers.clear()
        followed.fits({"size": 3, "root": self.log.roots[3], "checkpoint": ""})
        followed.fits({"size": 5, "root": self.log.roots[5], "checkpoint": ""})
        self.assertEqual(self.evidence(), [])

    def test_one_that_came_after_the_newest_checkpoint_fits_too(self):
        self.proof(4, 5)
        self.answers["/log/checkpoint"] = self.log.checkpoint(4).encode()
        followed = self.followed()
        followed.go_on(None)
        followed.fits({"size": 5, "root": self.log.roots[5], "checkpoint": ""})

    def test_no_proof_and_a_bad_one_are_evidence(self):
        for answer in (None, b"", b"{}", b"[]", b"null", b"[" * 100_000, b'{"hashes": 5}', b'{"hashes": ["ab"]}', b"\xff"):
            with self.subTest(answer and answer[:20]):
                self.answers["/log/consistency/3/5"] = answer
                with self.assertRaisesRegex(Refused, "two stories"):
                    self.followed().go_on(self.log.checkpoint(3))
                (file,) = self.evidence()
                self.assertEqual(file.read_text().count("\n— test.example/log "), 2)
                file.unlink()

    def test_an_empty_log_has_nothing_to_follow_unless_it_had(self):
        self.answers["/log/checkpoint"] = None
        self.assertEqual(self.followed().go_on(None)["size"], 0)
        with self.assertRaisesRegex(Refused, "an older log"):
            self.followed().go_on(self.log.checkpoint(1))


class DeskMemory(unittest.TestCase):
    def test_commands_side_by_side_forget_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            keys = Path(folder) / "unit-99901.keys.json"
            with ProcessPoolExecutor(4) as pool:
                list(pool.map(_remember, [keys] * 40, range(40)))
            self.assertEqual({number: len(known) for number, known in Memory(keys).known().items()}, {"0" * 12: 40})

    def test_what_is_known_never_falls(self):
        with tempfile.TemporaryDirectory() as folder:
            memory = Memory(Path(folder) / "unit-99901.keys.json")
            memory.proven({"482177305910": {"a": 3, "b": 4}}, "checkpoint", None)
            memory.sent("482177305910", "b")
            memory.sent("482177305910", "c")
            known = memory.known()
            self.assertEqual(memory.checkpoint(), "checkpoint")
            self.assertEqual(sorted(known["482177305910"].values(), key=str), [3, 4, None])
            check(known, {"482177305910": {"c": 9, "b": 4, "a": 3, "d": 10}})
            for shown, what in (
                ({"482177305910": {"a": 3, "c": 9, "d": 10}}, "leaves out an entry of"),
                ({"482177305910": {"a": 3, "b": 5, "c": 9}}, "has logged an entry of"),
                ({}, "leaves out dossier"),
            ):
                with self.assertRaisesRegex(Refused, f"{what} 482177305910"):
                    check(known, shown)

    def test_two_statements_at_once_do_not_mix_their_logs(self):
        with tempfile.TemporaryDirectory() as folder:
            memory = Memory(Path(folder) / "unit-99901.keys.json")
            memory.proven({"482177305910": {"a": 3}}, "one", None)
            with self.assertRaisesRegex(Refused, "meanwhile"):
                memory.proven({"482177305910": {"b": 3}}, "another", None)
            self.assertEqual((memory.checkpoint(), len(memory.known()["482177305910"])), ("one", 1))
            memory.proven({}, "next", "one")
            self.assertEqual(memory.checkpoint(), "next")

    def test_a_memory_that_counted_events_still_knows_its_dossiers(self):
        with tempfile.TemporaryDirectory() as folder:
            keys = Path(folder) / "unit-99901.keys.json"
            older = {"format": "motcua.unit-stated/1", "dossiers": {"482177305910": 3}}
            (Path(folder) / "unit-99901.stated.json").write_text(json.dumps(older))
            with self.assertRaisesRegex(Refused, "dossier 482177305910"):
                check(Memory(keys).known(), {})
            Memory(keys).sent("482177305910", "a")
            self.assertEqual(len(Memory(keys).known()["482177305910"]), 1)


def _remember(keys, n):
    Memory(keys).sent("0" * 12, str(n))


class Statements(GatewayCase):
    def setUp(self):
        self.officer = Officer(self.gateway)
        self.applicants = [Applicant(b"small") for _ in range(3)]
        self.receipts = [applicant.submit(self.gateway) for applicant in self.applicants]
        self.officer.say(self.applicants[1], self.receipts[1]["number"])
        (event,) = self.officer.list(self.receipts[1]["number"])[0]["events"]
        self.said = [int(re.search(r"^index (\d+)$", event["proof"], re.MULTILINE)[1])]
        checkpoint = self.gateway.ask("GET", "/log/checkpoint").body.decode()
        seen = core.checkpoint_verify(checkpoint=checkpoint, log=self.gateway.directory["log"]["key"])
        self.log = {"size": seen["size"], "log_root": seen["root"]}

    def dossiers(self, *entries):
        return [
            {"number": receipt["number"], "salt": receipt["salt"], "entries": those}
            for receipt, those in zip(self.receipts, entries)
        ]

    def state(self, dossiers, officer=None, **changes):
        officer = officer or self.officer
        facts = {"unit": officer.unit, "time": now(), **self.log, "dossiers": dossiers, "key": officer.key}
        note = core.state_make(**{**facts, **changes})["note"]
        stated = [[each["number"], each["entries"]] for each in dossiers]
        return {"request": officer.request("state"), "note": note, "dossiers": stated}

    def post(self, body):
        return self.gateway.ask("POST", "/desk/state", body)

    def verified(self, told, receipt):
        keys = {unit["code"]: unit["sign"] for unit in self.gateway.directory["units"]}
        proof = {name: told[name] for name in ("note", "number", "entries", "index", "hashes", "checkpoint")}
        return core.state_verify(**proof, log=self.gateway.directory["log"]["key"], keys=keys, salt=receipt["salt"])

    def test_everyone_gets_the_place_of_their_own_dossier(self):
        stream = Stream(self.gateway, [self.applicants[0].keys["follow"]])
        self.addCleanup(stream.close)
        answer = self.post(self.state(self.dossiers([], self.said, [])))
        self.assertEqual((answer.status, answer.json["dossiers"]), (201, 3))
        told = stream.next("state")
        self.assertEqual((told["number"], told["entries"]), (self.receipts[0]["number"], []))
        self.assertEqual(self.verified(told, self.receipts[0])["unit"], "99901")
        later = Stream(self.gateway, [applicant.keys["follow"] for applicant in self.applicants])
        self.addCleanup(later.close)
        seen = {told["number"]: told["entries"] for told in (later.next("state") for _ in range(3))}
        self.assertEqual(seen, {r["number"]: n for r, n in zip(self.receipts, ([], self.said, []))})

    def test_the_next_one_takes_its_place_and_an_older_one_does_not(self):
        self.post(self.state(self.dossiers([], self.said, [])))
        self.assertEqual(self.post(self.state(self.dossiers([], self.said), time=now(minutes=1))).status, 201)
        self.refused(self.post(self.state(self.dossiers([], self.said))), 409, "statement-old")
        headers = {"Accept": "application/json"}
        capability = self.applicants[2].keys["follow"]
        self.assertEqual(self.gateway.ask("POST", "/follow", {"capabilities": [capability]}, headers).json["states"], [])

    def test_one_of_a_larger_log_or_of_another_is_refused(self):
        for changes in ({"size": self.log["size"] + 1_000}, {"size": self.log["size"] - 1}, {"log_root": "ab" * 32}):
            with self.subTest(changes):
                self.refused(self.post(self.state(self.dossiers([], []), **changes)), 422, "statement")

    def test_one_of_the_log_as_it_was_is_taken(self):
        Applicant(b"small").submit(self.gateway)
        stated = self.state(self.dossiers([], self.said, []), time=now(minutes=1))
        self.assertEqual(self.post(stated).status, 201)
        wish = {"capabilities": [self.applicants[1].keys["follow"]]}
        (told,) = self.gateway.ask("POST", "/follow", wish, {"Accept": "application/json"}).json["states"]
        verified = self.verified(told, self.receipts[1])
        self.assertEqual((verified["size"], verified["log_root"]), (self.log["size"], self.log["log_root"]))

    def test_one_from_the_future_does_not_stand_in_the_way_of_later_ones(self):
        self.refused(self.post(self.state(self.dossiers([], self.said), time=now(hours=3))), 422, "event-time")
        self.assertEqual(self.post(self.state(self.dossiers([], self.said), time=now(minutes=1))).status, 201)

    def test_what_does_not_hold_is_refused(self):
        well = self.state(self.dossiers([], self.said, []))
        other = self.state(self.dossiers([], [], []))
        for change, status, code in (
            ({"note": other["note"]}, 422, "statement"),
            ({"note": "nothing"}, 422, "statement"),
            ({"dossiers": []}, 400, "bad-request"),
            ({"dossiers": well["dossiers"] * 2}, 400, "bad-request"),
            ({"dossiers": [["482177305910", []]]}, 404, "dossier-missing"),
            ({"dossiers": [[self.receipts[0]["number"], 0]]}, 400, "bad-request"),
            ({"dossiers": [[self.receipts[0]["number"], [-1]]]}, 400, "bad-request"),
            ({"dossiers": [[self.receipts[0]["number"], [True]]]}, 400, "bad-request"),
            ({"dossiers": [[self.receipts[0]["number"], [1] * 10_001]]}, 400, "bad-request"),
        ):
            answer = self.post({**well, "request": self.officer.request("state"), **change})
            self.refused(answer, status, code)
        stranger = Officer(self.gateway, "99001")
        self.refused(self.post(self.state(self.dossiers([], self.said, []), stranger)), 404, "dossier-missing")
        mixed = {**well, "request": stranger.request("state")}
        self.refused(self.post(mixed), 404, "dossier-missing")

    def test_the_salt_of_a_receipt_is_in_its_proof(self):
        extra = re.search(r"^extra (\S+)$", self.receipts[0]["proof"], re.MULTILINE)[1]
        self.assertEqual(base64.b64decode(extra).hex(), self.receipts[0]["salt"])
