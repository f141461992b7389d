"""Units' daily statements: what a follower gets of them, and what is refused."""

import base64
import re

from following import Stream
from people import Applicant, Officer, now
from serving import GatewayCase, core


class Statements(GatewayCase):
    def setUp(self):
        self.officer = Officer(self.gateway)
        self.applicants = [Applicant(b"small") for _ in range(3)]
        self.receipts = [applicant.submit(self.gateway) for applicant in self.applicants]
        self.officer.say(self.applicants[1], self.receipts[1]["number"])

    def dossiers(self, *sequences):
        return [
            {"number": receipt["number"], "salt": receipt["salt"], "sequence": sequence}
            for receipt, sequence in zip(self.receipts, sequences)
        ]

    def state(self, dossiers, officer=None, **changes):
        officer = officer or self.officer
        facts = {"unit": officer.unit, "time": now(), "dossiers": dossiers, "key": officer.key}
        note = core.state_make(**{**facts, **changes})["note"]
        stated = [[each["number"], each["sequence"]] for each in dossiers]
        return {"request": officer.request("state"), "note": note, "dossiers": stated}

    def post(self, body):
        return self.gateway.ask("POST", "/desk/state", body)

    def verified(self, told, receipt):
        keys = {unit["code"]: unit["sign"] for unit in self.gateway.directory["units"]}
        proof = {name: told[name] for name in ("note", "number", "sequence", "index", "hashes")}
        return core.state_verify(**proof, keys=keys, salt=receipt["salt"])

    def test_everyone_gets_the_place_of_their_own_dossier(self):
        stream = Stream(self.gateway, [self.applicants[0].keys["follow"]])
        self.addCleanup(stream.close)
        answer = self.post(self.state(self.dossiers(0, 1, 0)))
        self.assertEqual((answer.status, answer.json["dossiers"]), (201, 3))
        told = stream.next("state")
        self.assertEqual((told["number"], told["sequence"]), (self.receipts[0]["number"], 0))
        self.assertEqual(self.verified(told, self.receipts[0])["unit"], "99901")
        later = Stream(self.gateway, [applicant.keys["follow"] for applicant in self.applicants])
        self.addCleanup(later.close)
        seen = {told["number"]: told["sequence"] for told in (later.next("state") for _ in range(3))}
        self.assertEqual(seen, {r["number"]: n for r, n in zip(self.receipts, (0, 1, 0))})

    def test_the_next_one_takes_its_place_and_an_older_one_does_not(self):
        self.post(self.state(self.dossiers(0, 1, 0)))
        self.assertEqual(self.post(self.state(self.dossiers(0, 1), time=now(minutes=1))).status, 201)
        self.refused(self.post(self.state(self.dossiers(0, 1))), 409, "statement-old")
        headers = {"Accept": "application/json"}
        capability = self.applicants[2].keys["follow"]
        self.assertEqual(self.gateway.ask("POST", "/follow", {"capabilities": [capability]}, headers).json["states"], [])

    def test_what_does_not_hold_is_refused(self):
        well = self.state(self.dossiers(0, 1, 0))
        other = self.state(self.dossiers(0, 0, 0))
        for change, status, code in (
            ({"note": other["note"]}, 422, "statement"),
            ({"note": "nothing"}, 422, "statement"),
            ({"dossiers": []}, 400, "bad-request"),
            ({"dossiers": well["dossiers"] * 2}, 400, "bad-request"),
            ({"dossiers": [["482177305910", 0]]}, 404, "dossier-missing"),
            ({"dossiers": [[self.receipts[0]["number"], -1]]}, 400, "bad-request"),
            ({"dossiers": [[self.receipts[0]["number"], True]]}, 400, "bad-request"),
        ):
            answer = self.post({**well, "request": self.officer.request("state"), **change})
            self.refused(answer, status, code)
        stranger = Officer(self.gateway, "99001")
        self.refused(self.post(self.state(self.dossiers(0, 1, 0), stranger)), 404, "dossier-missing")
        mixed = {**well, "request": stranger.request("state")}
        self.refused(self.post(mixed), 404, "dossier-missing")

    def test_the_salt_of_a_receipt_is_in_its_proof(self):
        extra = re.search(r"^extra (\S+)$", self.receipts[0]["proof"], re.MULTILINE)[1]
        self.assertEqual(base64.b64decode(extra).hex(), self.receipts[0]["salt"])
