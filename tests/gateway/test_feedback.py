"""An applicant alone speaks for a dossier after filing; its units alone answer, step by step, all of it in the log."""

import base64
import json
import queue
import secrets
import sqlite3
import tempfile
from pathlib import Path

from following import Stream
from older_store import older
from people import Applicant, Officer, blake, now, seal
from serving import Gateway, GatewayCase, core
from test_audit import HOLDS, WRONG, audit


class Feedback(GatewayCase):
    def setUp(self):
        self.applicant = Applicant(b"small")
        self.number = self.applicant.submit(self.gateway)["number"]
        self.officer = Officer(self.gateway)

    def send(self, body):
        return self.gateway.ask("POST", "/feedback", body)

    def say(self, n=1, kind="complaint", **changes):
        return self.send(self.applicant.feedback(self.number, n, kind, **changes))

    def answer(self, feedback=1, sequence=1, step="resolved", **changes):
        return self.officer.answer(self.applicant, self.number, feedback, sequence, step, **changes)

    def listed(self):
        return self.officer.list(self.number)[0]["feedback"]

    # -- what applicants say ---------------------------------------------------------------------

    def test_a_complaint_is_kept_and_proven(self):
        body = self.applicant.feedback(self.number)
        answer = self.send(body)
        self.assertEqual(answer.status, 201, answer.body)
        entry = base64.b64encode(f"{body['feedback']}\n{body['signature']}".encode()).decode()
        proven = core.proof_verify(
            proof=answer.json["proof"], event=entry, log=self.gateway.directory["log"]["key"]
        )
        self.assertEqual(proven["index"], answer.json["index"])
        told = self.listed()
        self.assertEqual((told[0]["text"], told[0]["message"]), (body["feedback"], body["message"]))
        every = next(one for one in self.officer.list() if one["number"] == self.number)
        self.assertNotIn("message", every["feedback"][0])

    def test_the_same_again_is_answered_again(self):
        body = self.applicant.feedback(self.number)
        first, again = self.send(body), self.send(body)
        self.assertEqual((first.status, again.status), (201, 200))
        self.assertEqual(first.json, again.json)
        self.assertEqual(len(self.listed()), 1)

    def test_only_the_dossiers_own_key_speaks(self):
        other = Applicant(b"small")
        other.facts["body"] = self.applicant.facts["body"]
        self.refused(self.send(other.feedback(self.number)), 403, "feedback-signature")
        body = self.applicant.feedback(self.number)
        self.refused(self.send({**body, "feedback": body["feedback"].replace("complaint", "suggestion")}),
                     403, "feedback-signature")  # fmt: skip
        comment = f"motcua.envelope/1 draft:{self.applicant.draft} purpose:submit"
        signed = self.applicant.sign(body["feedback"], comment)
        self.refused(self.send({**body, "signature": signed}), 403, "feedback-signature")
        self.assertEqual(self.listed(), [])

    def test_a_stranger_does_not_learn_which_dossiers_there_are(self):
        stranger = Applicant(b"small")
        unknown = core.number_new(random=secrets.token_hex(16))["number"]
        for changes in ({}, {"kind": "praise"}, {"n": 7}, {"kind": "vote"}):
            answers = [self.send(stranger.feedback(number, **changes)) for number in (self.number, unknown)]
            self.assertEqual(answers[0].body, answers[1].body)
            self.assertIn(answers[0].status, (403, 422))

    def test_what_is_no_feedback_is_refused(self):
        body = self.applicant.feedback(self.number)
        for changed in ({"feedback": ""}, {"feedback": "x" * 5000}, {"feedback": body["feedback"] + "more: 1\n"}):
            self.refused(self.send({**body, **changed}), 422, "feedback")
        self.refused(self.send({**body, "signature": "x"}), 403, "feedback-signature")
        for name in ("feedback", "signature"):
            self.refused(self.send({**body, name: 1}), 400, "bad-request")
        self.refused(self.say(body="a" * 64), 422, "feedback")
        self.refused(self.send({**body, "message": "="}), 400, "bad-request")

    def test_the_message_is_what_the_feedback_names(self):
        body = self.applicant.feedback(self.number)
        other = base64.b64encode(seal(b"other")).decode()
        self.refused(self.send({**body, "message": other}), 422, "feedback")
        self.refused(self.send({**body, "message": None}), 422, "feedback")
        plain = b"not sealed"
        body = self.applicant.feedback(self.number, message=blake(plain))
        self.refused(self.send({**body, "message": base64.b64encode(plain).decode()}), 422, "message")
        self.refused(self.say(words=b"x" * 70_000), 413, "too-large")
        self.refused(self.say(words=None), 422, "feedback")

    def test_time_is_now(self):
        for minutes in (-12, 12):
            answer = self.say(time=now(minutes=minutes))
            self.refused(answer, 422, "feedback-time")
            self.assertIn("now", answer.json)
        self.assertEqual(self.say().status, 201)
        for minutes in (-12, 12):
            self.refused(self.answer(time=now(minutes=minutes)), 422, "feedback-time")

    def test_each_kind_has_its_place(self):
        self.refused(self.say(2), 409, "feedback-order")
        self.refused(self.say(1, "vote"), 409, "feedback-order")
        self.refused(self.say(1, "withdrawal"), 409, "feedback-order")  # not received yet
        self.officer.say(self.applicant, self.number)
        self.assertEqual(self.say(1, "withdrawal", words=None).status, 201)
        self.refused(self.say(2, "withdrawal"), 409, "feedback-order")
        self.refused(self.say(2, "addition", about=1), 409, "feedback-order")
        self.refused(self.say(1), 409, "feedback-taken")
        self.officer.say(self.applicant, self.number, 2, "withdrawn")
        self.refused(self.answer(1, 1, "refused"), 409, "answer-order")
        self.assertEqual(self.say(2, "vote").status, 201)
        self.assertEqual(self.say(3, "vote").status, 201)

    def test_a_dossier_has_a_bound_a_day(self):
        for n in range(1, 11):
            self.assertEqual(self.say(n).status, 201)
        answer = self.say(11)
        self.refused(answer, 429, "feedback-often")
        self.assertTrue(answer.headers["Retry-After"])

    # -- what units answer -----------------------------------------------------------------------

    def test_from_complaint_to_published(self):
        self.assertEqual(self.say().status, 201)
        self.assertEqual(self.answer(1, 1, "forwarded", message=None).status, 201)
        self.assertEqual(self.answer(1, 2, "more-wanted").status, 201)
        self.assertEqual(self.say(2, "addition", about=1).status, 201)
        self.assertEqual(self.answer(1, 3, "resolved").status, 201)
        self.refused(self.answer(1, 4, "resolved"), 409, "answer-order")
        self.assertEqual(self.answer(1, 4, "published", message=None).status, 201)
        self.refused(self.answer(1, 5, "published", message=None), 409, "answer-order")
        self.refused(self.answer(2, 1, "resolved"), 409, "answer-order")
        self.refused(self.answer(3, 1, "resolved"), 409, "answer-order")
        told = self.listed()
        self.assertEqual([len(one["answers"]) for one in told], [4, 0])

    def test_only_a_unit_of_the_dossier_answers(self):
        self.say()
        province = Officer(self.gateway, "99001")
        self.refused(province.answer(self.applicant, self.number), 404, "dossier-missing")
        facts = {"submission": self.number, "feedback": 1, "sequence": 1, "step": "forwarded", "time": now()}
        facts |= {"unit": "99001", "body": self.applicant.facts["body"]}
        forged = core.answer_make(answer=facts, key=province.key)["note"]
        self.refused(self.officer.post_answer(self.number, forged), 422, "answer")
        stranger = core.unit_keygen(unit="99901", random=secrets.token_hex(64))["sign"]
        forged = core.answer_make(answer={**facts, "unit": "99901"}, key=stranger)["note"]
        self.refused(self.officer.post_answer(self.number, forged), 422, "answer")
        self.assertEqual(self.listed()[0]["answers"], [])

    def test_a_request_for_an_event_is_none_for_an_answer(self):
        self.say()
        body = {"request": self.officer.request("event", self.number), "answer": "x"}
        self.refused(self.gateway.ask("POST", "/desk/answers", body), 401, "desk-signature")
        replayed = {"request": self.officer.request("answer", self.number), "answer": "x"}
        self.refused(self.gateway.ask("POST", "/desk/answers", replayed), 422, "answer")
        self.refused(self.gateway.ask("POST", "/desk/answers", replayed), 409, "desk-replay")

    def test_an_answer_again_and_its_message(self):
        self.say()
        sealed = seal(b"answer")
        facts = {"submission": self.number, "feedback": 1, "sequence": 1, "step": "refused", "time": now()}
        facts |= {"unit": "99901", "body": self.applicant.facts["body"], "message": blake(sealed)}
        note = core.answer_make(answer=facts, key=self.officer.key)["note"]
        self.refused(self.officer.post_answer(self.number, note), 422, "message")
        self.refused(self.officer.post_answer(self.number, note, seal(b"other")), 422, "message")
        first, again = (self.officer.post_answer(self.number, note, sealed) for _ in range(2))
        self.assertEqual((first.status, again.status), (201, 200))
        self.assertEqual(first.json, again.json)
        self.refused(self.answer(message=b"x" * 300_000), 413, "too-large")

    # -- followers -------------------------------------------------------------------------------

    def open(self, last=None):
        stream = Stream(self.gateway, [self.applicant.keys["follow"]], last)
        self.addCleanup(stream.close)
        return stream

    def test_followers_are_told_and_resume(self):
        stream = self.open()
        body = self.applicant.feedback(self.number)
        self.send(body)
        said = stream.next("feedback")
        self.assertEqual(base64.b64decode(said["feedback"]).decode(), body["feedback"])
        self.assertEqual((said["signature"], said["message"]), (body["signature"], body["message"]))
        self.officer.say(self.applicant, self.number)
        self.answer(1, 1, "forwarded", message=None)
        event, answer = stream.next(), stream.next("answer")
        self.assertLess(said["id"], event["id"])
        self.assertLess(event["id"], answer["id"])
        self.assertIn(b"step: forwarded\n", base64.b64decode(answer["answer"]))
        stream.close()
        resumed = self.open(said["id"])
        self.assertEqual((resumed.next(), resumed.next("answer")), (event, answer))
        with self.assertRaises(queue.Empty):
            resumed.next("feedback", 0.3)
        self.assertEqual(self.open(answer["id"] - 1).next("answer"), answer)

    def test_polling_tells_the_same(self):
        self.say()
        self.officer.say(self.applicant, self.number)
        self.answer()

        def poll(last):
            headers = {"Accept": "application/json", "Last-Event-ID": str(last)}
            return self.gateway.ask("POST", "/follow", {"capabilities": [self.applicant.keys["follow"]]}, headers).json

        told = poll(0)
        ids = [told[kind][0]["id"] for kind in ("feedback", "events", "answers")]
        self.assertEqual(ids, sorted(ids))
        self.assertEqual(told["last"], ids[-1])
        later = poll(ids[0])
        self.assertEqual((later["feedback"], later["events"], later["answers"]), ([], told["events"], told["answers"]))

    def test_others_are_told_nothing(self):
        other = Applicant(b"small")
        other.submit(self.gateway)
        stream = Stream(self.gateway, [other.keys["follow"]])
        self.addCleanup(stream.close)
        self.say()
        with self.assertRaises(queue.Empty):
            stream.next("feedback", 0.3)


class Restarted(GatewayCase):
    def test_what_was_said_survives_and_the_audit_knows_it(self):
        applicant, officer = Applicant(b"small"), Officer(self.gateway)
        number = applicant.submit(self.gateway)["number"]
        body = applicant.feedback(number)
        first = self.gateway.ask("POST", "/feedback", body)
        officer.answer(applicant, number)
        before = officer.list(number)
        self.gateway.kill()
        self.gateway.start()
        self.assertEqual(officer.list(number), before)
        again = self.gateway.ask("POST", "/feedback", body)
        self.assertEqual((again.status, again.json), (200, first.json))
        officer.say(applicant, number)  # ids go on where they were
        told = officer.list(number)[0]
        self.assertGreater(told["events"][0]["id"], told["feedback"][0]["answers"][0]["id"])
        self._audit()

    def _audit(self):
        data, log = self.gateway.data / "data", self.gateway.directory["log"]["key"]

        def run():
            with tempfile.TemporaryDirectory() as seen:
                return audit(self.gateway.url, log, Path(seen), "--gateway", data)

        done = run()
        self.assertEqual(done.returncode, HOLDS, done.stdout + done.stderr)
        self.assertIn("So are 1 feedback texts of applicants and 1 answers.", done.stdout)
        for change, back, words in (
            ("UPDATE feedback SET kind='suggestion'", "UPDATE feedback SET kind='complaint'", "something else"),
            ("UPDATE feedback SET signature='x'||signature", "UPDATE feedback SET signature=substr(signature,2)",
             "does not hold"),
            ("UPDATE answers SET step='refused'", "UPDATE answers SET step='resolved'", "something else"),
            ("UPDATE answers SET message=x'00'", None, "something else"),
            (f"UPDATE answers SET salt='{'0' * 64}'", None, "is not answer row"),
            ("DELETE FROM answers", None, "belongs to nothing"),
        ):  # fmt: skip
            self._change(change)
            wrong = run()
            self.assertEqual(wrong.returncode, WRONG, wrong.stdout + wrong.stderr)
            self.assertIn(words, wrong.stdout)
            if back:
                self._change(back)

    def _change(self, statement):
        with sqlite3.connect(self.gateway.data / "data" / "motcua.sqlite") as db:
            db.execute(statement)
        db.close()


class DeskCommand(GatewayCase):
    """./serve.py desk feedback and answer, as an officer types them."""

    def setUp(self):
        self.applicant = Applicant(b"small")
        self.number = self.applicant.submit(self.gateway)["number"]
        self.unit = next(one for one in self.gateway.directory["units"] if one["code"] == "99901")

    def run_desk(self, verb, *options, fails=False):
        roots = ("--roots", self.gateway.data / "data" / "roots.json") if verb == "feedback" else ()
        done = self.gateway.desk("99901", verb, *roots, *options)
        self.assertEqual(done.returncode != 0, fails, done.stdout + done.stderr)
        return done.stderr if fails else done.stdout

    def say(self, n, kind, text, **more):
        words = core.feedback_message_make(kind=kind, text=text, **({"vote": more.pop("vote")} if "vote" in more else {}))
        sealed = core.message_seal(text=words["text"], recipients=[self.unit["read"], self.applicant.keys["read"]])
        body = self.applicant.feedback(self.number, n, kind, words=None, message=sealed["hash"], **more)
        answer = self.gateway.ask("POST", "/feedback", {**body, "message": sealed["age"]})
        self.assertEqual(answer.status, 201, answer.body)

    def test_from_the_first_word_to_the_vote(self):
        self.say(1, "complaint", "Tôi chờ đã lâu.\nXin trả lời.")
        told = self.run_desk("feedback", "--number", self.number)
        self.assertIn("1  complaint", told)
        self.assertIn("| Tôi chờ đã lâu.\n    | Xin trả lời.", told)
        self.assertIn("forward, refuse, ask or resolve: by ", told)
        self.assertIn("resolve: by ", told)
        self.assertIn("1 open, 0 late; 1 in all", told)
        self.run_desk("answer", "--number", self.number, "--feedback", "1", "--step", "more-wanted",
                      "--message", "Ngày nào ạ?")  # fmt: skip
        self.assertIn("resolve: waits for the applicant", self.run_desk("feedback", "--number", self.number))
        self.say(2, "addition", "Ngày 20.", about=1)
        refused = self.run_desk("answer", "--number", self.number, "--feedback", "1", "--step", "published", fails=True)
        self.assertIn("may not follow", refused)
        self.run_desk("answer", "--number", self.number, "--feedback", "1", "--step", "resolved", "--message", "Xong.")
        self.run_desk("answer", "--number", self.number, "--feedback", "1", "--step", "published")
        told = self.run_desk("feedback", "--number", self.number)
        self.assertIn("publish: in time", told)
        self.assertIn("0 open, 0 late; 2 in all", told)
        for state in ("received", "done"):
            self.run_desk("post", "--number", self.number, "--state", state)
        self.say(3, "vote", "", vote=2)
        self.say(4, "vote", "Cảm ơn", vote=5)
        told = self.run_desk("feedback", "--number", self.number)
        self.assertIn("vote: 5 of 5", told)
        self.assertIn("satisfied: 1 of 1 (100 %; the target is 90 %)", told)
        found = json.loads(self.run_desk("feedback", "--all", "--json"))
        self.assertEqual([one["kind"] for one in found if one["submission"] == self.number],
                         ["complaint", "addition", "vote", "vote"])  # fmt: skip

    def test_what_a_gateway_changed_is_not_shown(self):
        self.say(1, "suggestion", "Xin mở cửa sớm.")
        with sqlite3.connect(self.gateway.data / "data" / "motcua.sqlite") as db:
            db.execute("UPDATE feedback SET text=replace(text, 'suggestion', 'complaint')")
        db.close()
        self.assertIn("did not sign", self.run_desk("feedback", "--number", self.number, fails=True))

    def test_words_for_another_are_said_to_be_unreadable(self):
        body = self.applicant.feedback(self.number)
        self.assertEqual(self.gateway.ask("POST", "/feedback", body).status, 201)
        self.assertIn("the words cannot be read", self.run_desk("feedback", "--number", self.number))

    def test_a_withdrawal_waits_for_a_decision(self):
        self.run_desk("post", "--number", self.number, "--state", "received")
        self.say(1, "withdrawal", "")
        told = self.run_desk("feedback", "--number", self.number)
        self.assertIn("desk post --state withdrawn, or desk answer --step refused", told)
        self.run_desk("post", "--number", self.number, "--state", "withdrawn")
        self.assertIn("0 open", self.run_desk("feedback", "--number", self.number))


class OlderStore(GatewayCase):
    def test_a_store_without_feedback_is_brought_up(self):
        gateway = Gateway()
        self.addCleanup(gateway.close)
        applicant = Applicant(b"small")
        number = applicant.submit(gateway)["number"]
        Officer(gateway).say(applicant, number)
        gateway.kill()
        older(gateway, 2)
        gateway.start()
        self.assertEqual(gateway.ask("POST", "/feedback", applicant.feedback(number)).status, 201)
        self.assertEqual(len(Officer(gateway).list(number)[0]["feedback"]), 1)
