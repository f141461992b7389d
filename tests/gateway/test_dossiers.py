"""A dossier is committed whole, once, and as it was sealed, or not at all."""

import base64
import secrets
import threading

from people import Applicant, canonical
from serving import TUS, GatewayCase, core


class Dossiers(GatewayCase):
    def commit(self, body, upload):
        return self.gateway.ask("POST", "/dossiers", {**body, "upload": upload})

    def test_a_whole_dossier_gets_a_number_and_a_proof(self):
        applicant = Applicant()
        body = applicant.envelope()
        answer = self.commit(body, self.gateway.upload(applicant.sealed))
        self.assertEqual(answer.status, 201, answer.body)
        receipt = answer.json
        self.assertEqual(core.number_check(number=receipt["number"])["number"], receipt["number"])
        event = f"{body['envelope']}\n{body['signature']}".encode()
        self.assertEqual(base64.b64decode(receipt["leaf_event"]), event)
        log = self.gateway.directory["log"]["key"]
        proven = core.proof_verify(proof=receipt["proof"], event=receipt["leaf_event"], log=log)
        self.assertEqual(proven["index"], receipt["index"])
        ack = core.ack_verify(ack=receipt["ack"], log=log)
        self.assertEqual(ack, {"number": receipt["number"], "body": applicant.facts["body"], "time": receipt["time"]})
        self.assertLessEqual(len(receipt["ack"].encode()), 400)

    def test_what_was_filed_comes_back_to_whoever_has_its_capability(self):
        applicant = Applicant()
        body = applicant.envelope()
        receipt = self.commit(body, self.gateway.upload(applicant.sealed)).json
        filed = self.gateway.ask("POST", "/filed", {"capability": applicant.keys["follow"]})
        self.assertEqual(filed.status, 200, filed.body)
        self.assertEqual(filed.json, {**body, **{name: receipt[name] for name in ("number", "proof", "ack")}})
        for other in ("ab" * 16, "", "AB" * 16, "x", applicant.facts["follow"]):
            self.refused(self.gateway.ask("POST", "/filed", {"capability": other}), 404, "capability-unknown")
        for wrong in ({}, {"capability": 5}, []):
            self.refused(self.gateway.ask("POST", "/filed", wrong), 400, "bad-request")

    def test_the_same_envelope_again_gives_the_same_answer(self):
        applicant = Applicant()
        body, upload = applicant.envelope(), self.gateway.upload(applicant.sealed)
        first = self.commit(body, upload)
        again = self.commit(body, upload)
        self.assertEqual((first.status, again.status), (201, 200))
        self.assertEqual(first.json, again.json)

    def test_the_same_envelope_at_the_same_time_becomes_one_dossier(self):
        applicant = Applicant()
        body, upload = applicant.envelope(), self.gateway.upload(applicant.sealed)
        answers = []
        threads = [threading.Thread(target=lambda: answers.append(self.commit(body, upload))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(answer.status for answer in answers), [200] * 7 + [201])
        self.assertEqual(len({answer.json["number"] for answer in answers}), 1)

    def test_an_incomplete_upload_is_refused_and_can_go_on(self):
        applicant = Applicant()
        body, upload = applicant.envelope(), self.gateway.create(len(applicant.sealed))
        self.refused(self.commit(body, upload), 409, "upload-incomplete")
        self.gateway.append(upload, 0, applicant.sealed[:-1])
        answer = self.commit(body, upload)
        self.refused(answer, 409, "upload-incomplete")
        self.assertEqual(answer.json["received"], len(applicant.sealed) - 1)
        self.gateway.append(upload, len(applicant.sealed) - 1, applicant.sealed[-1:])
        self.assertEqual(self.commit(body, upload).status, 201)

    def test_a_file_of_another_size_is_refused(self):
        applicant = Applicant()
        cut = self.gateway.upload(applicant.sealed[:-1])
        self.refused(self.commit(applicant.envelope(), cut), 422, "size-mismatch")

    def test_a_changed_file_is_refused(self):
        applicant = Applicant()
        body = applicant.envelope()
        for place in (len(applicant.sealed) - 1, len(applicant.sealed) // 2, applicant.sealed.index(b"--- ") + 5):
            changed = bytearray(applicant.sealed)
            changed[place] ^= 1
            answer = self.commit(body, self.gateway.upload(bytes(changed)))
            self.assertIn(answer.code, ("hash-mismatch", "not-sealed"), answer.body)
            self.assertEqual(answer.status, 422)

    def test_hashes_of_another_file_are_refused(self):
        applicant = Applicant()
        upload = self.gateway.upload(applicant.sealed)
        for name in ("header", "body"):
            body = applicant.envelope(**{name: secrets.token_hex(32)})
            self.refused(self.commit(body, upload), 422, "hash-mismatch")

    def test_a_file_that_is_not_sealed_is_refused(self):
        applicant = Applicant()
        plain = b"%PDF-1.7 not sealed at all\n" * 40
        body = applicant.envelope(size=len(plain))
        self.refused(self.commit(body, self.gateway.upload(plain)), 422, "not-sealed")

    def test_another_signature_is_refused(self):
        applicant, other = Applicant(), Applicant()
        upload = self.gateway.upload(applicant.sealed)
        text = applicant.envelope()["envelope"]
        for signature in (
            other.envelope()["signature"],
            other.sign(text),
            applicant.sign(text, f"motcua.envelope/1 draft:{applicant.draft} purpose:other"),
            applicant.sign(text, f"motcua.envelope/1 draft:{other.draft} purpose:submit"),
            applicant.sign(text + " "),
        ):
            self.refused(self.commit({"envelope": text, "signature": signature}, upload), 422, "signature")
        self.assertEqual(self.commit(applicant.envelope(), upload).status, 201)

    def test_a_malformed_envelope_is_refused(self):
        applicant = Applicant()
        upload = self.gateway.upload(applicant.sealed)
        facts = applicant.facts
        without = {name: value for name, value in facts.items() if name != "follow"}
        spaced, more = canonical(facts).replace(":", ": ", 1), canonical({**facts, "name": "An"})
        for text in ("", "{}", "[]", spaced, more, canonical(without)):
            answer = self.commit({"envelope": text, "signature": applicant.sign(text)}, upload)
            self.assertEqual(answer.status, 422, (text, answer.body))

    def test_a_unit_outside_the_directory_is_refused(self):
        for unit in ({"receiving": "99902"}, {"competent": "99902"}):
            applicant = Applicant(**unit)
            answer = self.commit(applicant.envelope(), self.gateway.upload(applicant.sealed))
            self.refused(answer, 422, "unit-unknown")

    def test_another_body_for_the_same_draft_is_refused(self):
        applicant = Applicant()
        applicant.submit(self.gateway)
        applicant.reseal(b"other answers")
        answer = self.commit(applicant.envelope(), self.gateway.upload(applicant.sealed))
        self.refused(answer, 409, "draft-taken")

    def test_an_idempotency_key_of_another_dossier_is_refused(self):
        first, second = Applicant(), Applicant()
        first.submit(self.gateway)
        second.facts["key"] = first.facts["key"]
        answer = self.commit(second.envelope(), self.gateway.upload(second.sealed))
        self.refused(answer, 409, "key-reused")

    def test_an_upload_serves_one_dossier(self):
        first, second = Applicant(), Applicant()
        upload = self.gateway.upload(first.sealed)
        self.commit(first.envelope(), upload)
        self.assertEqual(self.gateway.ask("HEAD", upload, headers=TUS).status, 410)
        self.assertEqual(self.gateway.ask("DELETE", upload, headers=TUS).status, 410)
        self.refused(self.commit(second.envelope(), upload), 410, "upload-gone")

    def test_uploads_elsewhere_are_refused(self):
        applicant = Applicant()
        for place in ("https://evil.example/files/" + "0" * 32, "/files/../motcua.sqlite", "", "/files/" + "A" * 32):
            self.refused(self.commit(applicant.envelope(), place), 422, "upload-wanted")
        self.refused(self.commit(applicant.envelope(), "/files/" + "0" * 32), 404, "upload-missing")

    def test_hostile_bodies_are_refused(self):
        deep = b'{"a":' + b"[" * 30_000 + b"]" * 30_000 + b"}"
        twins = b'{"envelope":"a","envelope":"b","signature":"","upload":""}'
        number = b'{"envelope":1,"signature":"","upload":""}'
        for body in (b"", b"null", b"[]", b"{", b"\xff\xfe", deep, twins, b"{}", number):
            answer = self.gateway.ask("POST", "/dossiers", body, {"Content-Type": "application/json"})
            self.refused(answer, 400, "bad-request")
        self.refused(self.gateway.ask("POST", "/dossiers", b" " * 70_000), 413, "too-large")
        chunks = (b" " * 30_000 for _ in range(3))
        self.refused(self.gateway.ask("POST", "/dossiers", chunks), 413, "too-large")
