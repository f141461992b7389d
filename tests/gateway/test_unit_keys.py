"""A unit gets new keys by ./serve.py unit: what the old ones signed still holds, and nothing that they sign now."""

import json
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

from people import Applicant, Officer, now
from serving import ROOT, Gateway, core
from test_audit import HOLDS, audit

UNIT = "99901"


def unit(*arguments):
    return subprocess.run([ROOT / "serve.py", "unit", *arguments], capture_output=True, text=True, timeout=60)


class UnitKeys(unittest.TestCase):
    def setUp(self):
        self.gateway = Gateway()
        self.addCleanup(self.gateway.close)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.new, self.data = Path(folder.name) / "new", self.gateway.data / "data"
        self.officers = self.data / "officers"
        self.applicant = Applicant()
        self.number = self.applicant.submit(self.gateway)["number"]

    def change(self):
        """The unit's new keys are made, go into the directory, and take the place of the old files."""
        made = unit("keys", "--unit", UNIT, "-o", self.new)
        self.assertEqual((made.returncode, made.stderr), (0, ""))
        public = Path(made.stdout.strip())
        self.assertEqual(unit("change", "--data", self.data, "--public", public).returncode, 1, "a gateway is running")
        self.gateway.kill(signal.SIGTERM)
        changed = unit("change", "--data", self.data, "--public", public)
        self.assertEqual((changed.returncode, changed.stderr), (0, ""))
        for file in (f"unit-{UNIT}.keys.json", f"unit-{UNIT}.identity"):
            (self.new / file).replace(self.officers / file)
        self.gateway.start()
        return public

    def test_old_events_hold_and_old_keys_sign_no_more(self):
        old = Officer(self.gateway, UNIT)
        old.say(self.applicant, self.number)
        late = old.event(self.applicant, self.number, sequence=2, state="in-process")  # signed, not posted in time
        self.change()
        self.assertEqual(old.post(self.number, late).code, "desk-signature")
        officer = Officer(self.gateway, UNIT)
        answer = officer.post(self.number, late)
        self.assertEqual((answer.status, answer.code), (422, "event"), "the log did not hold it then")
        officer.say(self.applicant, self.number, sequence=2, state="in-process")
        dossier = officer.list(self.number)[0]
        keys = {each["code"]: each for each in self.gateway.directory["units"]}[UNIT]
        keys = {UNIT: {"sign": keys["sign"], "former": keys["former"]}}
        self.assertEqual([core.event_verify(note=event["note"], keys=keys, history=history)["former"]
                          for event, history in zip(dossier["events"], ([], dossier["events"][:1]))],
                         [True, False])  # fmt: skip
        roots = self.data / "roots.json"
        ended = self.gateway.desk(UNIT, "state", "--roots", roots)
        self.assertEqual((ended.returncode, ended.stderr), (0, ""))
        log = self.gateway.directory["log"]["key"]
        ended = audit(self.gateway.url, log, self.new / "audit", "--gateway", self.data)
        self.assertEqual(ended.returncode, HOLDS, ended.stdout + ended.stderr)

    def test_a_statement_by_an_old_key_is_not_taken(self):
        old = Officer(self.gateway, UNIT)
        old.say(self.applicant, self.number)
        self.change()
        salt = Officer(self.gateway, UNIT).list(self.number)[0]["salt"]
        dossiers = [{"number": self.number, "salt": salt, "entries": [2]}]
        log = {"size": 3, "log_root": "ab" * 32}
        note = core.state_make(unit=UNIT, time=now(minutes=-5), **log, dossiers=dossiers, key=old.key)["note"]
        request = Officer(self.gateway, UNIT).request("state")
        answer = self.gateway.ask("POST", "/desk/state", {"request": request, "note": note, "dossiers": [[self.number, [2]]]})
        self.assertEqual((answer.status, answer.code), (422, "statement"))

    def test_what_cannot_be_changed_is_told(self):
        public = self.change()
        self.gateway.kill(signal.SIGTERM)
        again = unit("change", "--data", self.data, "--public", public)
        self.assertEqual(again.returncode, 1)
        self.assertIn("has, or had, this key", again.stderr)
        public.write_text(public.read_text().replace(f'"unit": "{UNIT}"', '"unit": "99902"'))
        self.assertIn("not in the directory", unit("change", "--data", self.data, "--public", public).stderr)
        # Another unit's key under this unit's code would make a directory that everybody refuses.
        other = unit("keys", "--unit", "99902", "-o", self.new)
        text = Path(other.stdout.strip()).read_text().replace('"unit": "99902"', f'"unit": "{UNIT}"')
        public.write_text(text)
        before = (self.data / "directory.note").read_text()
        self.assertEqual(unit("change", "--data", self.data, "--public", public).returncode, 1)
        self.assertEqual((self.data / "directory.note").read_text(), before)
        public.write_text("{}")
        self.assertIn("not a unit's public keys", unit("change", "--data", self.data, "--public", public).stderr)
        self.assertEqual(unit("keys", "--unit", "99902", "-o", self.new).returncode, 1, "there are keys already")
        self.gateway.start()

    def test_hours_of_its_own_stand_in_the_directory(self):
        office = json.loads((ROOT / "assets" / "calendar" / "office.json").read_text())
        office["week"] = {day: ["08:00-10:00"] for day in [*office["week"], "saturday"]}
        self.new.mkdir()
        file = self.new / "hours.json"
        file.write_text(json.dumps(office))
        applicant = Applicant(b"small", receiving="99001", competent=UNIT)
        number = applicant.submit(self.gateway)["number"]
        said = applicant.feedback(number)
        self.assertEqual(self.gateway.ask("POST", "/feedback", said).status, 201)
        usual = {code: self.take_up(code, number) for code in (UNIT, "99001")}
        self.assertEqual(usual[UNIT], usual["99001"])
        self.gateway.kill(signal.SIGTERM)
        given = ("hours", "--data", self.data, "--unit", UNIT)
        file.with_name("wrong.json").write_text(json.dumps({**office, "week": {"saturday": ["8-11"]}}))
        for wrong, why in ((("--office", file.with_name("wrong.json")), "week"), (("--office", self.new), "directory")):
            refused = unit(*given, *wrong)
            self.assertEqual(refused.returncode, 1)
            self.assertIn(why, refused.stderr)
        self.assertIn("not in the directory", unit(*given[:-1], "99902", "--usual").stderr)
        self.assertEqual(unit(*given, "--office", file).returncode, 0)
        self.gateway.start()
        listed = {each["code"]: each for each in self.gateway.directory["units"]}
        self.assertEqual(listed[UNIT]["office"], office)
        # Two working days end when this office closes, whichever unit asks.
        for code in (UNIT, "99001"):
            self.assertNotEqual(self.take_up(code, number), usual[code])
            self.assertEqual(self.take_up(code, number)[10:], "T03:00:00Z")
        self.change()  # new keys take nothing away
        listed = {each["code"]: each for each in self.gateway.directory["units"]}
        self.assertEqual(listed[UNIT]["office"], office)
        self.gateway.kill(signal.SIGTERM)
        self.assertEqual(unit(*given, "--usual").returncode, 0)
        self.gateway.start()
        self.assertNotIn("office", {each["code"]: each for each in self.gateway.directory["units"]}[UNIT])

    def take_up(self, unit, number):
        """By when the complaint must be taken up, as this unit's desk reads it."""
        told = self.gateway.desk(unit, "feedback", "--roots", self.data / "roots.json", "--number", number, "--json")
        self.assertEqual((told.returncode, told.stderr), (0, ""))
        (one,) = json.loads(told.stdout)
        return next(clock["due"] for clock in one["clocks"] if clock["duty"] == "take-up")

    def test_the_oldest_of_many_keys_leaves(self):
        for _ in range(9):
            for file in self.new.glob("unit-*"):
                file.unlink()
            self.change()
        former = {each["code"]: each for each in self.gateway.directory["units"]}[UNIT]["former"]
        self.assertEqual(len(former), 8)
        self.assertEqual(len({each["sign"] for each in former}), 8)
        self.assertEqual([each["size"] for each in former], sorted((each["size"] for each in former), reverse=True))
