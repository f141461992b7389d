"""Seals dossiers as the browser does and prints what `motcua check` finds wrong with each.

In: JSON lines {procedure, version, form, values, attached:[component id]}. Out: JSON lines, each a
sorted list of [severity, field, code]. tests/browser/scenarios/agreement.mjs compares them.
"""
import json
import pathlib
import re
import sys
import tempfile

from core import Core
from dossier import hash_of, make_plan
from harness import Run

PAPER = b"%PDF-1.7\n"
LINE = re.compile(r"^(lưu ý: )?(\S*) \[([a-z-]+)\]: ")
TODAY = "2026-11-22T05:00:00Z"


def plan_of(case, read_key):
    plan = make_plan(read_key, [PAPER] * len(case["attached"]))
    plan["time"] = TODAY
    plan["procedure"] = {"code": case["procedure"], "version": case["version"]}
    plan["form_json"] = json.dumps({"form": case["form"], "values": case["values"]})
    for file, component in zip(plan["attachments"], case["attached"]):
        file["component"], file["title"], file["hash"] = component, "giấy.pdf", hash_of(PAPER)
    return plan


def findings(text):
    found = []
    for line in text.splitlines():
        if match := LINE.match(line):
            found.append(["warning" if match[1] else "error", match[2], match[3]])
    return sorted(found)


def main():
    core, run = Core(), Run()
    unit = core.call("unit_keygen", unit="99901", random="4" * 64)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        identity, file = folder / "unit.identity", folder / "dossier.age"
        identity.write_text(unit["identity_file"])
        for line in sys.stdin:
            case = json.loads(line)
            sealed, _ = core.seal(plan_of(case, unit["read"]), [PAPER] * len(case["attached"]))
            file.write_bytes(sealed)
            told = run.motcua("check", file, "-i", identity)
            print(json.dumps(findings(told.stdout.decode())), flush=True)


if __name__ == "__main__":
    main()
