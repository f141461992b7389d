"""Only the units of a dossier see it and speak for it, once a request, in the order of its history."""

import base64
import secrets

from people import Applicant, Officer, blake, canonical, now, seal
from serving import GatewayCase, core


class Desk(GatewayCase):
    def setUp(self):
        self.applicant = Applicant()
        self.number = self.applicant.submit(self.gateway)["number"]
        self.commune, self.province = Officer(self.gateway, "99901"), Officer(self.gateway, "99001")

    def post(self, officer=None, message=None, **event):
        officer = officer or self.commune
        return officer.post(self.number, officer.event(self.applicant, self.number, **event), message)

    def test_the_unit_lists_and_fetches_what_was_sealed(self):
        found = [dossier for dossier in self.commune.list() if dossier["number"] == self.number]
        self.assertEqual(found[0]["envelope"], canonical(self.applicant.facts))
        self.assertEqual(found[0]["events"], [])
        self.assertEqual(self.commune.list(self.number), found)
        answer = self.commune.fetch(self.number)
        self.assertEqual((answer.status, answer.body), (200, self.applicant.sealed))

    def test_a_dossier_for_two_units_is_seen_by_both(self):
        applicant = Applicant(receiving="99901", competent="99001")
        number = applicant.submit(self.gateway)["number"]
        for officer in (self.commune, self.province):
            self.assertIn(number, [dossier["number"] for dossier in officer.list()])
            self.assertEqual(officer.fetch(number).body, applicant.sealed)
        self.commune.say(applicant, number)
        self.province.say(applicant, number, sequence=2, state="in-process")

    def test_another_unit_learns_nothing(self):
        self.assertNotIn(self.number, [dossier["number"] for dossier in self.province.list()])
        self.assertEqual(self.province.list(self.number), [])
        self.refused(self.province.fetch(self.number), 404, "dossier-missing")
        unknown = core.number_new(random=secrets.token_hex(16))["number"]
        self.assertEqual(self.province.fetch(unknown).body, self.province.fetch(self.number).body)

    def test_an_event_by_a_unit_that_does_not_hold_the_dossier_is_refused(self):
        self.refused(self.post(self.province), 404, "dossier-missing")
        forged = self.province.event(self.applicant, self.number)
        self.refused(self.commune.post(self.number, forged), 422, "event")
        self.assertEqual(self.commune.list(self.number)[0]["events"], [])

    def test_an_event_signed_for_another_holder_is_refused(self):
        applicant = Applicant(receiving="99901", competent="99001")
        number = applicant.submit(self.gateway)["number"]
        theirs = self.province.event(applicant, number)
        self.refused(self.commune.post(number, theirs), 422, "event")

    def test_events_follow_the_history(self):
        self.assertEqual(self.post(state="done").code, "event-order")
        self.assertEqual(self.post(sequence=2).code, "event-order")
        self.assertEqual(self.post().status, 201)
        self.assertEqual(self.post(state="refused").code, "event-order")
        self.assertEqual(self.post(sequence=3, state="in-process").code, "event-order")
        self.assertEqual(self.post(sequence=2, state="returned").code, "event-order")
        self.assertEqual(self.post(sequence=2, state="done").status, 201)
        self.assertEqual(self.post(sequence=3, state="returned").status, 201)
        self.assertEqual(self.post(sequence=4, state="received").code, "event-order")
        states = [event["state"] for event in self.commune.list(self.number)[0]["events"]]
        self.assertEqual(states, ["received", "done", "returned"])

    def test_a_dossier_in_process_goes_from_desk_to_desk(self):
        for sequence, state in enumerate(("received", "in-process", "in-process", "in-process", "done"), 1):
            self.assertEqual(self.post(sequence=sequence, state=state).status, 201)
        self.assertEqual(self.post(sequence=6, state="in-process").code, "event-order")

    def test_an_event_is_proven_in_the_log(self):
        note = self.commune.event(self.applicant, self.number, code="H99.01-261122-0001")
        answer = self.commune.post(self.number, note)
        self.assertEqual(answer.status, 201, answer.body)
        log = self.gateway.directory["log"]["key"]
        event = self.commune.list(self.number)[0]["events"][0]
        self.assertEqual((event["note"], event["code"]), (note, "H99.01-261122-0001"))
        proven = core.proof_verify(proof=event["proof"], event=base64.b64encode(note.encode()).decode(), log=log)
        self.assertEqual(proven["index"], answer.json["index"])

    def test_the_same_event_again_is_answered_again(self):
        note = self.commune.event(self.applicant, self.number)
        first, again = self.commune.post(self.number, note), self.commune.post(self.number, note)
        self.assertEqual((first.status, again.status), (201, 200))
        self.assertEqual(first.json, again.json)
        self.assertEqual(len(self.commune.list(self.number)[0]["events"]), 1)

    def test_an_event_of_another_dossier_or_body_is_refused(self):
        other = Applicant()
        number = other.submit(self.gateway)["number"]
        self.refused(self.commune.post(self.number, self.commune.event(other, number)), 422, "event")
        self.refused(self.post(body=other.facts["body"]), 422, "event")

    def test_an_event_from_the_future_is_refused(self):
        self.refused(self.post(time=now(minutes=12)), 422, "event-time")

    def test_a_message_is_what_the_event_names(self):
        message = seal(b"Xin bo sung giay to")
        self.refused(self.post(message=message), 422, "message")
        named = self.commune.event(self.applicant, self.number, message=blake(message))
        self.refused(self.commune.post(self.number, named), 422, "message")
        for wrong in ("=", "ế", "AAA"):
            body = {"request": self.commune.request("event", self.number), "event": named, "message": wrong}
            self.refused(self.gateway.ask("POST", "/desk/events", body), 400, "bad-request")
        plain = b"not sealed"
        note = self.commune.event(self.applicant, self.number, message=blake(plain))
        self.refused(self.commune.post(self.number, note, plain), 422, "message")
        self.assertEqual(self.commune.post(self.number, named, message).status, 201)

    def test_a_message_has_a_bound(self):
        message = seal(b"x" * 300_000)
        note = self.commune.event(self.applicant, self.number, message=blake(message))
        self.refused(self.commune.post(self.number, note, message), 413, "too-large")

    def test_a_replayed_request_is_refused(self):
        request = self.commune.request("list")
        body = {"request": request}
        self.assertEqual(self.gateway.ask("POST", "/desk/list", body).status, 200)
        self.refused(self.gateway.ask("POST", "/desk/list", body), 409, "desk-replay")

    def test_a_request_is_good_for_one_purpose(self):
        body = {"request": self.commune.request("fetch", self.number)}
        self.refused(self.gateway.ask("POST", "/desk/list", body), 401, "desk-signature")

    def test_an_old_or_future_request_is_refused(self):
        for minutes in (-11, 11):
            body = {"request": self.commune.request("list", time=now(minutes=minutes))}
            self.refused(self.gateway.ask("POST", "/desk/list", body), 401, "desk-time")

    def test_a_request_of_a_stranger_is_refused(self):
        stranger = core.unit_keygen(unit="99901", random=secrets.token_hex(64))
        self.commune.key = stranger["sign"]
        for request in (self.commune.request("list"), "unit: 99902\n", ""):
            self.refused(self.gateway.ask("POST", "/desk/list", {"request": request}), 401, "desk-signature")

    def test_a_changed_request_is_refused(self):
        other = Applicant(b"small").submit(self.gateway)["number"]
        changed = self.commune.request("fetch", other).replace(other, self.number)
        self.refused(self.gateway.ask("POST", "/desk/fetch", {"request": changed}), 401, "desk-signature")


class ManyDossiers(GatewayCase):
    def test_a_long_list_comes_in_pages(self):
        numbers = [Applicant(b"small").submit(self.gateway)["number"] for _ in range(103)]
        officer = Officer(self.gateway)
        page = self.gateway.ask("POST", "/desk/list", {"request": officer.request("list")}).json
        self.assertEqual(len(page["dossiers"]), 100)
        rest = self.gateway.ask("POST", "/desk/list", {"request": officer.request("list"), "after": page["next"]}).json
        self.assertEqual([dossier["number"] for dossier in page["dossiers"] + rest["dossiers"]], numbers)
        self.assertIsNone(rest["next"])
        shown = self.gateway.desk("99901", "list").stdout.splitlines()
        self.assertEqual(len(shown), 103)
