"""Official sheets at the desk: slips that go with an event, and what is printed of what was signed."""

import json
import subprocess
import tempfile
from pathlib import Path

from people import Applicant
from serving import ROOT, GatewayCase, core

SLIPS = ROOT / "assets" / "slips"
WIDE = {"a4": "595.276 x 841.89", "roll": "226.772"}


class Sheets(GatewayCase):
    def setUp(self):
        self.applicant = Applicant()
        self.number = self.applicant.submit(self.gateway)["number"]
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.roots = self.folder / "roots.json"
        self.roots.write_text(json.dumps(self.gateway.ask("GET", "/config.json").json["roots"]))

    def slip(self, form, **changes):
        slip = json.loads((SLIPS / f"{form}.fixture.json").read_text())
        for known in ("submission", "body", "unit", "time", "code"):
            slip.pop(known, None)
        file = self.folder / f"{len(list(self.folder.iterdir()))}.json"
        file.write_text(json.dumps({**slip, **changes}))
        return file

    def post(self, state, slip):
        return self.gateway.desk("99901", "post", "--number", self.number, "--state", state, "--slip", slip)

    def test_a_slip_goes_sealed_to_the_applicant_and_fits_its_event(self):
        done = self.post("received", self.slip("01"))
        self.assertEqual(done.returncode, 0, done.stderr)
        listed = json.loads(self.gateway.desk("99901", "list", "--json").stdout)
        event = next(one for one in listed if one["number"] == self.number)["events"][0]
        self.assertNotIn("Giấy chứng sinh", json.dumps(listed, ensure_ascii=False))
        self.assertNotIn("message: -", event["note"])

    def test_a_slip_that_does_not_fit_is_not_sent(self):
        for state, slip, why in (
            ("received", self.slip("02"), "does not go with"),
            ("received", self.slip("01", unit="99001"), "another unit"),
            ("received", self.slip("01", body="0" * 64), "another dossier"),
            ("received", self.slip("01", person={}), 'has no "name"'),
            ("done", self.slip("06"), "does not go with"),
        ):
            done = self.post(state, slip)
            self.assertEqual(done.returncode, 1)
            self.assertIn(why, done.stderr)
        listed = json.loads(self.gateway.desk("99901", "list", "--json").stdout)
        self.assertEqual(next(one for one in listed if one["number"] == self.number)["events"], [])

    def test_any_slip_becomes_a_pdf_on_both_papers(self):
        for paper, more in (("a4", []), ("roll", ["--roll"])):
            words, facts = self.sheet("--slip", SLIPS / "03.fixture.json", *more)
            self.assertIn("Nộp hồ sơ tại Ủy ban nhân dân xã", words)
            self.assertIn(WIDE[paper], facts)

    def test_the_control_sheet_and_the_register_say_what_was_signed(self):
        for state in ("received", "in-process", "done", "returned"):
            done = self.gateway.desk("99901", "post", "--number", self.number, "--state", state)
            self.assertEqual(done.returncode, 0, done.stderr)
        grouped = core.number_check(number=self.number)["grouped"]
        signed = ["--roots", self.roots]
        words, _ = self.sheet("--number", self.number, "--procedure", "Đăng ký khai sinh", *signed)
        for word in ("Phiếu kiểm soát", grouped, "Người nộp", "đã tiếp nhận", "có kết quả", "BẢN THỬ"):
            self.assertIn(word, words)
        words, _ = self.sheet("--from", "2026-01-01", "--until", "2099-12-31", *signed)
        for word in ("Sổ theo dõi hồ sơ", grouped, "đã trả"):
            self.assertIn(word, words)
        words, _ = self.sheet("--from", "2020-01-01", "--until", "2020-12-31", *signed)
        self.assertIn("chưa có hồ sơ nào", words)

    def test_what_is_missing_is_told(self):
        for arguments, why in (
            (["--roots", self.roots], "no sheet is named"),
            (["--roots", self.roots, "--number", self.number], "needs --procedure"),
        ):
            done = self.gateway.desk("99901", "sheet", *arguments, "-o", self.folder / "x.pdf")
            self.assertEqual(done.returncode, 1)
            self.assertIn(why, done.stderr)

    def sheet(self, *arguments):
        """-> (its words, poppler's facts)"""
        file = self.folder / "sheet.pdf"
        done = self.gateway.desk("99901", "sheet", *arguments, "-o", file)
        self.assertEqual(done.returncode, 0, done.stderr)
        words = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
        facts = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
        return " ".join(words.split()), facts
