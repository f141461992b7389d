"""Payment, delivery and synchronisation: a unit's own words, in their order, in the log, told like events."""

import base64
import json
import queue
import sqlite3
import tempfile
from pathlib import Path

from following import Stream
from older_store import older
from people import Applicant, Officer, blake, now, seal
from serving import Gateway, GatewayCase, core
from test_audit import HOLDS, WRONG, audit

ANSWERED = ("number", "axis", "sequence", "index", "proof")


class Marks(GatewayCase):
    def setUp(self):
        self.applicant = Applicant(b"small")
        self.number = self.applicant.submit(self.gateway)["number"]
        self.officer, self.follow = Officer(self.gateway), [self.applicant.keys["follow"]]

    def mark(self, axis="payment", sequence=1, state="wanted", officer=None, **changes):
        return (officer or self.officer).mark(self.applicant, self.number, axis, sequence, state, **changes)

    def listed(self):
        return self.officer.list(self.number)[0]["marks"]

    def test_a_mark_is_kept_and_proven(self):
        answer = self.mark()
        self.assertEqual(answer.status, 201, answer.body)
        self.assertEqual(tuple(answer.json), ANSWERED)
        (told,) = self.listed()
        self.assertEqual((told["axis"], told["state"], told["event"]), ("payment", "wanted", 0))
        entry = base64.b64encode(told["note"].encode()).decode()
        proven = core.proof_verify(proof=told["proof"], event=entry, log=self.gateway.directory["log"]["key"])
        self.assertEqual(proven["index"], answer.json["index"])

    def test_the_same_again_is_answered_again(self):
        note = self.officer.mark_note(self.applicant, self.number, "payment", 1, "wanted")
        first, again = (self.officer.post_mark(self.number, note) for _ in range(2))
        self.assertEqual((first.status, again.status), (201, 200))
        self.assertEqual(first.json, again.json)
        self.assertEqual(len(self.listed()), 1)

    def test_each_axis_has_its_order(self):
        self.refused(self.mark(state="paid"), 409, "mark-order")
        self.refused(self.mark(sequence=2), 409, "mark-order")
        self.refused(self.mark(event=1), 409, "mark-order")
        self.refused(self.mark("delivery", state="sent"), 409, "mark-order")  # nothing has ended
        self.assertEqual(self.mark("synchronisation", state="sent").status, 201)
        self.assertEqual(self.mark().status, 201)
        self.refused(self.mark(time=now(minutes=-1)), 409, "mark-order")
        self.assertEqual(self.mark(sequence=2, state="paid").status, 201)
        for sequence, state in ((1, "received"), (2, "done")):
            self.officer.say(self.applicant, self.number, sequence, state)
        self.refused(self.mark("synchronisation", 2, "confirmed", event=2), 409, "mark-order")
        self.assertEqual(self.mark("synchronisation", 2, "confirmed", event=0).status, 201)
        self.assertEqual(self.mark("delivery", state="sent", event=2).status, 201)
        self.assertEqual([one["axis"] for one in self.listed()],
                         ["synchronisation", "payment", "payment", "synchronisation", "delivery"])  # fmt: skip

    def test_only_units_of_the_dossier_speak(self):
        other = Officer(self.gateway, "99001")  # neither receives it nor is competent for it
        self.refused(self.mark(officer=other), 404, "dossier-missing")
        facts = self.officer.mark_facts(self.applicant, self.number, "payment", 1, "wanted")
        stranger = core.unit_keygen(unit="99901", random="5" * 128)["sign"]
        self.refused(self.officer.post_mark(self.number, core.mark_make(mark=facts, key=stranger)["note"]), 422, "mark")
        for body in ({"mark": 1}, {}):
            request = {"request": self.officer.request("mark", self.number), **body}
            self.refused(self.gateway.ask("POST", "/desk/marks", request), 400, "bad-request")
        request = {"request": self.officer.request("event", self.number), "mark": "x"}
        self.refused(self.gateway.ask("POST", "/desk/marks", request), 401, "desk-signature")
        self.assertEqual(self.listed(), [])

    def test_what_is_no_mark_of_this_dossier_is_refused(self):
        self.refused(self.officer.post_mark(self.number, "x"), 422, "mark")
        self.refused(self.mark(body="a" * 64), 422, "mark")
        self.refused(self.mark(time=now(minutes=12)), 422, "event-time")
        sealed = seal(b"how much")
        note = self.officer.mark_note(self.applicant, self.number, "payment", 1, "wanted", message=blake(sealed))
        self.refused(self.officer.post_mark(self.number, note), 422, "message")
        self.refused(self.officer.post_mark(self.number, note, seal(b"more")), 422, "message")
        self.refused(self.officer.post_mark(self.number, note, b"x" * 70_000), 413, "too-large")
        self.assertEqual(self.officer.post_mark(self.number, note, sealed).status, 201)

    def test_marks_are_told_in_one_row_with_events(self):
        stream = Stream(self.gateway, self.follow)
        self.addCleanup(stream.close)
        self.officer.say(self.applicant, self.number)
        first = stream.next()
        sealed = seal(b"25.000")
        note = self.officer.mark_note(
            self.applicant, self.number, "payment", 1, "wanted", event=1, message=blake(sealed)
        )
        self.assertEqual(self.officer.post_mark(self.number, note, sealed).status, 201)
        told = stream.next("mark")
        self.assertGreater(told["id"], first["id"])
        self.assertEqual(base64.b64decode(told["mark"]).decode(), note)
        self.assertEqual(base64.b64decode(told["message"]), sealed)
        polled = self.gateway.ask(
            "POST", "/follow", {"capabilities": self.follow}, headers={"Accept": "application/json"}
        ).json
        self.assertEqual([one["id"] for one in polled["marks"]], [told["id"]])
        self.assertEqual(polled["last"], told["id"])
        late = Stream(self.gateway, self.follow, last=told["id"])
        self.addCleanup(late.close)
        with self.assertRaises(queue.Empty):
            late.next("mark", timeout=0.3)


class Kept(GatewayCase):
    def test_marks_outlive_a_kill_and_are_audited(self):
        gateway = Gateway()
        self.addCleanup(gateway.close)
        applicant = Applicant(b"small")
        number = applicant.submit(gateway)["number"]
        officer = Officer(gateway)
        self.assertEqual(officer.mark(applicant, number, "payment", 1, "wanted").status, 201)
        before = officer.list(number)
        gateway.kill()
        gateway.start()
        self.assertEqual(officer.list(number), before)
        data, log = gateway.data / "data", gateway.directory["log"]["key"]

        def run():
            with tempfile.TemporaryDirectory() as seen:
                return audit(gateway.url, log, Path(seen), "--gateway", data)

        done = run()
        self.assertEqual(done.returncode, HOLDS, done.stdout + done.stderr)
        self.assertIn("So are 1 marks of payment, delivery and synchronisation.", done.stdout)
        for change, back, words in (
            ("UPDATE marks SET state='waived'", "UPDATE marks SET state='wanted'", "something else"),
            ("UPDATE marks SET note=replace(note, 'wanted', 'waived')",
             "UPDATE marks SET note=replace(note, 'waived', 'wanted')", "does not hold"),
            (f"UPDATE marks SET salt='{'0' * 64}'", None, "is not mark row"),
            ("DELETE FROM marks", None, "belongs to nothing"),
        ):  # fmt: skip
            self._change(gateway, change)
            wrong = run()
            self.assertEqual(wrong.returncode, WRONG, wrong.stdout + wrong.stderr)
            self.assertIn(words, wrong.stdout)
            if back:
                self._change(gateway, back)

    def test_a_store_without_marks_is_brought_up(self):
        gateway = Gateway()
        self.addCleanup(gateway.close)
        applicant = Applicant(b"small")
        number = applicant.submit(gateway)["number"]
        gateway.kill()
        older(gateway, 3)
        gateway.start()
        self.assertEqual(Officer(gateway).mark(applicant, number, "payment", 1, "wanted").status, 201)

    def _change(self, gateway, statement):
        with sqlite3.connect(gateway.data / "data" / "motcua.sqlite") as db:
            db.execute(statement)
        db.close()


class DeskCommand(GatewayCase):
    """./serve.py desk mark, as an officer types it."""

    def run_desk(self, *options, fails=False):
        done = self.gateway.desk("99901", *options)
        self.assertEqual(done.returncode != 0, fails, done.stdout + done.stderr)
        return done.stderr if fails else done.stdout

    def test_from_the_fee_to_the_door(self):
        number = Applicant(b"small").submit(self.gateway)["number"]

        def mark(axis, state, *options, **how):
            return self.run_desk("mark", "--number", number, "--axis", axis, "--state", state, *options, **how)

        self.run_desk("post", "--number", number, "--state", "received")
        self.assertIn("synchronisation  1  sent", mark("synchronisation", "sent"))
        self.run_desk("post", "--number", number, "--state", "payment-wanted")
        self.assertIn("payment  1  wanted", mark("payment", "wanted", "--message", "25.000 đồng, tại quầy 3"))
        self.assertIn("payment  2  paid", mark("payment", "paid"))
        mark("synchronisation", "confirmed")  # of what was sent, not of the last event
        self.assertIn("has no message", mark("synchronisation", "sent", "--message", "a", fails=True))
        self.assertIn("may not follow", mark("delivery", "sent", fails=True))
        self.assertIn("has no event 9", mark("payment", "refunded", "--event", "9", fails=True))
        self.run_desk("post", "--number", number, "--state", "in-process")
        self.run_desk("post", "--number", number, "--state", "done")
        mark("delivery", "sent", "--message", "Bưu gửi XX000000000VN")
        self.assertIn("delivery  2  delivered", mark("delivery", "delivered"))
        (found,) = [one for one in json.loads(self.run_desk("list", "--json")) if one["number"] == number]
        told = [(one["axis"], one["state"], one["event"]) for one in found["marks"]]
        self.assertEqual(told, [
            ("synchronisation", "sent", 1), ("payment", "wanted", 2), ("payment", "paid", 2),
            ("synchronisation", "confirmed", 1), ("delivery", "sent", 4), ("delivery", "delivered", 4),
        ])  # fmt: skip
