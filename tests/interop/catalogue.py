"""`motcua lint` finds nothing in our own catalogue, and does find what is put in."""
import json
import pathlib
import shutil
import tempfile

from harness import ROOT


def changed(run, what, name, change, wanted):
    """Our assets with one file changed."""
    with tempfile.TemporaryDirectory() as folder:
        assets = pathlib.Path(folder) / "assets"
        shutil.copytree(ROOT / "assets", assets)
        data = json.loads((assets / name).read_text())
        change(data)
        (assets / name).write_text(json.dumps(data, ensure_ascii=False))
        told = run.motcua("lint", assets)
        text = (told.stdout + told.stderr).decode()
        run.check(f"lint: {what}", told.returncode == 1 and wanted in text, text)


def overlap(data):
    first = data["procedures"][0]
    first["next"] = [{"version": first["version"], "form": first["form"]}]


def circle(data):
    data["steps"][0]["visible_if"] = {"op": "present", "field": "filing.copies"}


def operator(data):
    data["steps"][0]["groups"][0]["fields"][0]["required"] = {"op": "maybe"}


def no_english(data):
    del data["steps"][0]["title"]["en"]


def run_all(run):
    told = run.motcua("lint", ROOT / "assets")
    run.check("lint: our own catalogue", told.returncode == 0, (told.stdout + told.stderr).decode())
    changed(run, "two versions of one day", "procedures/index.json", overlap, "later than the one before")
    changed(run, "a circle of conditions", "forms/birth.json", circle, "not yet there")
    changed(run, "an unknown operator", "forms/birth.json", operator, "required")
    changed(run, "a missing word", "forms/birth.json", no_english, "has no English")
