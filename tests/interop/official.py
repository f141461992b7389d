"""`motcua official`: an invented record, hostile ones, and published ones where they lie beside the
project."""
import json
import pathlib
import shutil
import tempfile

from harness import ROOT

PUBLISHED = ROOT.parent / "shared" / "domain" / "procedures_selected.json"

INVENTED = {
    "code": "1.001193", "name_vi": "Thủ tục thử", "executing": ["Ủy ban thử"], "results_vi": ["Giấy thử"],
    "legal": ["1/2026/NĐ-CP"], "ministry": "Bộ Thử",
    "cases": [{"code": "1.001193.01", "name": "Thử", "qty": 9, "type": "DAY"}],
    "methods": [{"channel": "ONLINE", "time": 4, "unit": "WORKING_DAY", "note": "",
                 "fees": [{"type": "FEE", "value": 8000, "note": "một bản"}]}],
    "documents": [{"case": "", "code": "x", "name_vi": "- Giấy thử", "original": 1, "copy": 0,
                   "required_flag": False, "attachments": []}],
    "note_rows_0_0": 2,
}


class Folder:
    """Our assets, into which records are imported."""

    def __init__(self, run, folder):
        self.run = run
        self.place = pathlib.Path(folder)
        self.assets = self.place / "assets"
        shutil.copytree(ROOT / "assets", self.assets)

    def take(self, data, code="1.001193", date="2026-07-18"):
        file = self.place / "record.json"
        file.write_bytes(data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode())
        return self.run.motcua("official", "import", file, "--code", code, "--source", "Bản ghi thử",
                               "--date", date, "-o", self.assets / "official")

    def made(self):
        return sorted(path.name for path in (self.assets / "official").glob("*"))


def refusals(folder, run):
    for what, data, wanted in (
            ("not JSON", b"{", "JSON"),
            ("not UTF-8", json.dumps(INVENTED).encode()[:-1] + b', "x": "\xff"}', "malformed"),
            ("a member that stands twice", b'{"code": "1.001193", "code": "1.001193"}', "twice"),
            ("9 MiB", b'{"code": "' + b"1" * (9 << 20) + b'"}', "too long"),
            ("an unknown channel", {**INVENTED, "methods": [{"channel": "FAX"}]}, "channel"),
            ("a record without a name", {"code": "1.001193"}, "name_vi"),
            ("another record", [{**INVENTED, "code": "9.999999"}], "no record")):
        told = folder.take(data)
        text = told.stderr.decode()
        run.check(f"official: refuses {what}", told.returncode == 1 and wanted in text, text)
    told = folder.take({**INVENTED, "code": "../../x"}, code="../../x")
    run.check("official: refuses a code that is a path", told.returncode == 1, told.stderr.decode())
    run.check("official: refuses a day that is none", folder.take(INVENTED, date="mai").returncode == 1)
    run.equal("official: a refusal leaves nothing", folder.made(), [])


def run_all(run):
    with tempfile.TemporaryDirectory() as place:
        folder = Folder(run, place)
        told = run.motcua("official", "compare", folder.assets)
        run.check("official: nothing to compare says so", b"no official records" in told.stderr)
        refusals(folder, run)
        told = folder.take([INVENTED])
        run.check("official: an invented record is taken", told.returncode == 0, told.stderr.decode())
        run.equal("official: under its code", folder.made(), ["1.001193.json"])
        told = run.motcua("lint", folder.assets)
        run.check("official: lint takes it", told.returncode == 0, told.stdout.decode())
        told = run.motcua("official", "compare", folder.assets).stdout.decode()
        for line in ("time online: ours 1 working days, the record 4 working days",
                     "papers: ours 6, the record 1", "the record lists 2 notes as documents",
                     "the record requires none of its documents"):
            run.check(f"official: {line}", line in told, told)
        (folder.assets / "official" / "other.json").write_text("{}")
        told = run.motcua("lint", folder.assets)
        run.check("official: lint refuses what is none", told.returncode == 1 and b"official/other.json" in told.stdout)

    if not PUBLISHED.exists():
        print(f"official: no published records in {PUBLISHED.name}; skipped")
        return
    with tempfile.TemporaryDirectory() as place:
        folder = Folder(run, place)
        records = json.loads(PUBLISHED.read_text())
        ours = {path.stem for path in (ROOT / "assets" / "procedures").glob("[0-9]*.json")}
        for record in records:
            told = folder.take(records, code=record["code"])
            run.check(f"official: published {record['code']}", told.returncode == 0, told.stderr.decode())
            made = json.loads((folder.assets / "official" / f"{record['code']}.json").read_text())
            run.equal(f"official: documents of {record['code']}", len(made["documents"]), len(record["documents"]))
        for name in folder.made():
            if name[:-5] not in ours:
                (folder.assets / "official" / name).unlink()
        told = run.motcua("lint", folder.assets)
        run.check("official: lint takes the published ones", told.returncode == 0, told.stdout.decode())
        told = run.motcua("official", "compare", folder.assets)
        run.equal("official: one report a procedure", told.stdout.decode().count("(2026-07-18)"),
                  len(ours & {record["code"] for record in records}))
