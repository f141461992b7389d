"""Official sheets at the desk: slips that go with an event, and what is printed of what was signed."""

import json
import re
import subprocess
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

from following import Stream
from people import Applicant
from server import desk_due
from server.refused import Refused
from serving import ROOT, GatewayCase, core

SLIPS = ROOT / "assets" / "slips"
WORDS = json.loads((SLIPS / "vi.json").read_text())["sheet"]
FORMS = ("01", "02", "03", "04", "05", "06", "07")
STATES = {"01": "received", "02": "supplement-wanted", "03": "refused", "04": "in-process", "05": "stopped"}
CHOICES = {"kind": "paper_kind", "way": "way", "state": "state", "result": "result"}  # member -> its words
SILENT = {"format", "form", "unit", "body", "ref", "value"}  # not on paper as they are
A4, ROLL = (595.28, 841.89), 226.77  # points
DUE, LATER, GONE = "2098-11-26T10:00:00Z", "2099-12-01T10:00:00Z", "2020-06-01T10:00:00Z"
ON_PAPER = {DUE: "17:00, 26/11/2098", LATER: "17:00, 01/12/2099", GONE: "17:00, 01/06/2020"}


def fixture(form):
    return json.loads((SLIPS / f"{form}.fixture.json").read_text())


def own_words(name, value):
    """What a sheet has to say of a member of a slip, as it stands on paper."""
    if isinstance(value, dict):
        for each, one in value.items():
            yield from own_words(each, one)
    elif isinstance(value, list):
        for one in value:
            yield from own_words(name, one)
    elif name in SILENT or not isinstance(value, str):
        return
    elif name == "submission":
        yield core.number_check(number=value)["grouped"]
    elif name in CHOICES:
        yield WORDS[CHOICES[name]].get(value, "")
    elif re.fullmatch(r"\d{4}-\d\d-\d\dT.*Z", value):
        moment = datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ") + timedelta(hours=7)
        yield moment.strftime("%H:%M, %d/%m/%Y")
    elif re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        yield "/".join(reversed(value.split("-")))
    else:
        yield value


def read_pdf(file):
    """-> (its words in the order in which they were written, pages, width, height in points)"""
    assert file.read_bytes().startswith(b"%PDF-1."), file
    words = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout
    facts = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    pages = re.search(r"^Pages: +(\d+)$", facts, re.MULTILINE)
    size = re.search(r"^Page size: +([\d.]+) x ([\d.]+) pts", facts, re.MULTILINE)
    return " ".join(words.split()), int(pages[1]), float(size[1]), float(size[2])


class Papers(unittest.TestCase):
    def test_each_form_becomes_a_pdf_on_both_papers(self):
        """Without a gateway and without keys: from data alone."""
        with tempfile.TemporaryDirectory() as folder:
            for form in FORMS:
                for paper in ("a4", "roll"):
                    with self.subTest((form, paper)):
                        self.one(form, paper, Path(folder) / f"{form}-{paper}.pdf")

    def one(self, form, paper, file):
        slip = fixture(form)
        command = [ROOT / "serve.py", "desk", "sheet", "--slip", SLIPS / f"{form}.fixture.json", "-o", file]
        done = subprocess.run([*command, *(["--roll"] if paper == "roll" else [])], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (0, f"{file}\n"), done.stderr)
        words, pages, *size = read_pdf(file)
        self.assertEqual(pages, 1)
        if paper == "roll":
            self.assertAlmostEqual(size[0], ROLL, delta=0.1)
            self.assertGreater(size[1], 300)
        else:  # the register lies on its side
            for got, wanted in zip(size, reversed(A4) if form == "07" else A4, strict=True):
                self.assertAlmostEqual(got, wanted, delta=0.1)
        date = datetime.strptime(slip.pop("time"), "%Y-%m-%dT%H:%M:%SZ")
        said = [WORDS["title"][form], WORDS["trial"], f"Mẫu {form}", f"ngày {date.day} tháng {date.month}"]
        if limit := slip.get("limit"):
            said.append(WORDS["limit"][limit["unit"]].format(n=limit["value"]))
        for word in [*said, *own_words("", slip)]:
            self.assertIn(word, words)


class Desk(GatewayCase):
    """A dossier, and its unit's desk."""

    def setUp(self):
        self.applicant = Applicant()
        self.number = self.applicant.submit(self.gateway)["number"]
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.roots = self.folder / "roots.json"
        self.roots.write_text(json.dumps(self.gateway.ask("GET", "/config.json").json["roots"]))

    def slip(self, form, **changes):
        slip = fixture(form)
        for known in ("submission", "body", "unit", "time", "code"):
            slip.pop(known, None)
        file = self.folder / f"{len(list(self.folder.iterdir()))}.json"
        file.write_text(json.dumps({**slip, **changes}))
        return file

    def post(self, state, slip, number=None):
        return self.gateway.desk("99901", "post", "--number", number or self.number, "--state", state, "--slip", slip)

    def sheet(self, *arguments):
        """-> its words"""
        file = self.folder / "sheet.pdf"
        done = self.gateway.desk("99901", "sheet", *arguments, "-o", file)
        self.assertEqual(done.returncode, 0, done.stderr)
        return read_pdf(file)[0]


class Sheets(Desk):
    def test_a_slip_goes_sealed_to_the_applicant_and_fits_its_event(self):
        done = self.post("received", self.slip("01"))
        self.assertEqual(done.returncode, 0, done.stderr)
        listed = json.loads(self.gateway.desk("99901", "list", "--json").stdout)
        event = next(one for one in listed if one["number"] == self.number)["events"][0]
        self.assertNotIn("Giấy chứng sinh", json.dumps(listed, ensure_ascii=False))
        self.assertNotIn("message: -", event["note"])

    def test_each_letter_reaches_its_applicant(self):
        """All that an agency can say with a sheet: 01, 04, 02, 05 to one dossier, 03 to another."""
        other = Applicant(b"small")
        refused = other.submit(self.gateway)["number"]
        for applicant, number, forms in (
            (self.applicant, self.number, ("01", "04", "02", "05")),
            (other, refused, ("03",)),
        ):
            stream = Stream(self.gateway, [applicant.keys["follow"]])
            self.addCleanup(stream.close)
            for form in forms:
                with self.subTest(form):
                    done = self.post(STATES[form], self.slip(form), number)
                    grouped = core.number_check(number=number)["grouped"]
                    sequence = forms.index(form) + 1
                    self.assertEqual((done.returncode, done.stdout), (0, f"{grouped}  {sequence}  {STATES[form]}\n"), done.stderr)
                    text = core.message_open(age=stream.next()["message"], identity=applicant.keys["identity"])["text"]
                    about = {"submission": number, "unit": "99901", "body": applicant.facts["body"], "state": STATES[form]}
                    core.slip_check(text=text, **about)
                    sent, meant = json.loads(text), fixture(form)
                    same = meant.keys() - {"submission", "body", "time", "code"}
                    self.assertEqual({name: sent[name] for name in same}, {name: meant[name] for name in same})

    def test_a_slip_goes_with_one_state_only(self):
        for form, slip in ((form, self.slip(form)) for form in FORMS if form != "07"):
            for state in STATES.values():
                if STATES.get(form) != state:
                    with self.subTest((form, state)):
                        done = self.post(state, slip)
                        self.assertEqual((done.returncode, done.stdout), (1, ""))
                        sentence = rf'^motcua: form {form} does not go with "{state}" \(hint: 01 goes with received, [^\n]+\)\n$'
                        self.assertRegex(done.stderr, sentence)
        listed = json.loads(self.gateway.desk("99901", "list", "--json").stdout)
        self.assertEqual(next(one for one in listed if one["number"] == self.number)["events"], [])

    def test_a_slip_that_does_not_fit_is_not_sent(self):
        for state, slip, why in (
            ("received", self.slip("02"), "does not go with"),
            ("received", self.slip("01", unit="99001"), "another unit"),
            ("received", self.slip("01", body="0" * 64), "another dossier"),
            ("received", self.slip("01", person={}), 'has no "name"'),
            ("done", self.slip("06"), "does not go with"),
            ("received", self.slip("07"), "form 07 is a register, no message"),
        ):
            done = self.post(state, slip)
            self.assertEqual(done.returncode, 1)
            self.assertIn(why, done.stderr)
        listed = json.loads(self.gateway.desk("99901", "list", "--json").stdout)
        self.assertEqual(next(one for one in listed if one["number"] == self.number)["events"], [])

    def test_the_control_sheet_and_the_register_say_what_was_signed(self):
        for state in ("received", "in-process", "done", "returned"):
            done = self.gateway.desk("99901", "post", "--number", self.number, "--state", state)
            self.assertEqual(done.returncode, 0, done.stderr)
        grouped = core.number_check(number=self.number)["grouped"]
        signed = ["--roots", self.roots]
        words = self.sheet("--number", self.number, "--procedure", "Đăng ký khai sinh", *signed)
        for word in ("Phiếu kiểm soát", grouped, "Người nộp", "đã tiếp nhận", "có kết quả", "BẢN THỬ"):
            self.assertIn(word, words)
        words = self.sheet("--from", "2026-01-01", "--until", "2099-12-31", *signed)
        for word in ("Sổ theo dõi hồ sơ", grouped, "đã trả"):
            self.assertIn(word, words)
        words = self.sheet("--from", "2020-01-01", "--until", "2020-12-31", *signed)
        self.assertIn("chưa có hồ sơ nào", words)

    def test_what_is_missing_is_told(self):
        for arguments, why in (
            (["--roots", self.roots], "no sheet is named"),
            (["--roots", self.roots, "--number", self.number], "needs --procedure"),
        ):
            done = self.gateway.desk("99901", "sheet", *arguments, "-o", self.folder / "x.pdf")
            self.assertEqual(done.returncode, 1)
            self.assertIn(why, done.stderr)


class Appointments(Desk):
    """06 and 07 say the appointment, which stands in no event: a desk knows what it has sent itself."""

    def control(self, *more):
        return self.sheet("--roots", self.roots, "--number", self.number, "--procedure", "Đăng ký khai sinh", *more)

    def book(self, *more):
        """The line of our dossier in the register."""
        words = self.sheet("--roots", self.roots, "--from", "2026-01-01", "--until", "2099-12-31", *more)
        line = re.search(core.number_check(number=self.number)["grouped"] + r"(.*?)(?= \d+ \d{4} \d{4} \d{4} | Ngày )", words)
        return line[1]

    def say(self, state, *arguments):
        done = self.gateway.desk("99901", "post", "--number", self.number, "--state", state, *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)

    def only(self, words, due):
        for time, word in ON_PAPER.items():
            (self.assertIn if time == due else self.assertNotIn)(word, words)

    def test_the_books_have_the_appointment_that_was_sent(self):
        self.say("received", "--message", f"Hẹn trả kết quả {ON_PAPER[LATER]}")  # words that no command reads
        for words in (self.book(), self.control()):
            self.only(words, None)
        self.say("in-process", "--slip", self.slip("04", due=GONE, new_due=DUE))
        for words in (self.book(), self.control()):
            self.only(words, DUE)
        self.say("done")
        for words in ("đúng hạn", "quá hạn"):  # an apology's new day judges nothing
            self.assertNotIn(words, self.control())
        self.assertIn("đúng hạn", self.control("--due", LATER))

    def test_waiting_for_the_applicant_leaves_the_verdict_to_the_count(self):
        self.say("received", "--slip", self.slip("01", due=GONE))
        self.say("supplement-wanted", "--message", "Mang thêm giấy tờ")
        self.say("in-process")
        self.say("done")
        self.only(self.control(), GONE)
        for words in ("đúng hạn", "quá hạn"):
            self.assertNotIn(words, self.control())

    def test_a_later_appointment_counts(self):
        self.say("received", "--slip", self.slip("01", due=GONE))
        self.only(self.book(), GONE)
        self.say("in-process", "--slip", self.slip("04", due=GONE, new_due=LATER))
        self.say("supplement-wanted", "--slip", self.slip("02", until=DUE))
        for words in (self.book(), self.control()):
            self.only(words, LATER)

    def test_what_the_gateway_did_not_take_is_no_appointment(self):
        self.assertEqual(self.post("in-process", self.slip("04", due=DUE, new_due=LATER)).returncode, 1)
        self.only(self.book(), None)
        self.say("received", "--slip", self.slip("01", due=GONE))
        self.assertEqual(self.post("received", self.slip("01", due=LATER)).returncode, 1)
        for words in (self.book(), self.control()):
            self.only(words, GONE)
        self.say("done")
        self.assertIn("quá hạn", self.control())

    def test_another_desk_must_be_told(self):
        keys = self.gateway.data / "data" / "officers" / "unit-99901.keys.json"
        other = self.folder / "unit-99901.keys.json"
        other.write_bytes(keys.read_bytes())
        elsewhere = ("--keys", other)
        self.say("received", "--slip", self.slip("01", due=DUE))
        self.only(self.book(), DUE)
        self.only(self.book(*elsewhere), None)
        self.only(self.control(*elsewhere), None)
        grouped = core.number_check(number=self.number)["grouped"]
        self.only(self.book(*elsewhere, "--due", f"{grouped}={LATER}"), LATER)
        self.only(self.control(*elsewhere, "--due", LATER), LATER)
        self.only(self.book("--due", f"{self.number}={GONE}"), GONE)
        self.only(self.control("--due", GONE), GONE)

    def test_an_appointment_that_cannot_be_is_told(self):
        self.say("received")
        register = ["--from", "2026-01-01", "--until", "2099-12-31"]
        control = ["--number", self.number, "--procedure", "Đăng ký khai sinh"]
        older = ["--from", "2020-01-01", "--until", "2020-12-31"]
        for arguments, why in (
            ([*control, "--due", DUE, "--due", LATER], "one appointment (hint: give --due once)"),
            ([*control, "--due", "tomorrow"], "tomorrow is no time (hint: times look like"),
            ([*register, "--due", DUE], "give --due NUMBER=TIME"),
            ([*register, "--due", f"123={DUE}"], "number"),
            ([*register, "--due", f"{self.number}=tomorrow"], "tomorrow is no time (hint: times look like"),
            ([*older, "--due", f"{self.number}={DUE}"], f"no dossier {self.number}"),
        ):
            with self.subTest(arguments):
                done = self.gateway.desk("99901", "sheet", "--roots", self.roots, *arguments, "-o", self.folder / "x.pdf")
                self.assertEqual((done.returncode, done.stdout), (1, ""))
                self.assertIn(why, done.stderr)

    def test_two_commands_at_once_remember_both(self):
        keys = self.folder / "unit-99901.keys.json"
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda n: desk_due.Appointments(keys).send(str(n), DUE), range(40)))
        for n in range(40):
            both = [{"note": str(n), "state": "received"}, {"note": "another", "state": "done"}]
            self.assertEqual(desk_due.Appointments(keys).of(both), (DUE, True))
        (self.folder / "unit-99901.due.json").write_text("{}")
        with self.assertRaisesRegex(Refused, "not what this command wrote"):
            desk_due.Appointments(keys).of([])
