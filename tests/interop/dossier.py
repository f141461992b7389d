"""A whole dossier: sealed by the core, opened by age, tar, minisign and b2sum, judged by the command."""
import base64
import hashlib
import json
import pathlib
import tarfile
import tempfile

from core import LIBRARY, Core
from harness import ROOT, Run, find

TIME = "2026-11-22T05:00:00Z"
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 3000


def hash_of(content):
    return hashlib.blake2b(content, digest_size=32).hexdigest()


def make_plan(read_key, contents):
    form = json.loads((ROOT / "assets/forms/birth.fixture.json").read_text())
    person = {"name": "Nguyễn Thị Thử", "id": "999196000012"}
    return {
        "root": "1" * 64, "draft": "2" * 32, "key": "3" * 32, "time": TIME, "channel": 2,
        "procedure": {"code": "1.001193", "version": "2026-07-01"},
        "form_json": json.dumps(form), "applicant": person, "submitter": person,
        "helper": None, "assurance": "self",
        "units": {"list": "demo-1", "receiving": "99901", "competent": "99901"},
        "recipients": [read_key],
        "attachments": [{"component": "giay-chung-sinh", "title": "giấy chứng sinh.pdf",
                         "type": "application/pdf", "hash": hash_of(content),
                         "size": len(content), "ext": "pdf"} for content in contents],
        "notices": [{"id": "privacy", "version": 1, "shown": TIME}], "consents": [],
    }


def make_receipt(core, log, answer):
    event = base64.b64encode((answer["envelope"] + "\n" + answer["signature"]).encode()).decode()
    before = core.call("log_append", size=0, edge=[], leaves=["b" * 64])
    proof = core.call("log_commit", size=1, edge=before["edge"], event=event, salt="a" * 64, key=log["sign"])
    number = core.call("number_new", random="7" * 32)["number"]
    ack = core.call("ack_make", number=number, body=answer["body"], time=TIME, key=log["sign"])
    return {"number": number, "time": TIME, "proof": proof["proof"], "ack": ack["ack"],
            "envelope": answer["envelope"], "signature": answer["signature"]}


class Filed:
    """One dossier with everything around it, in a folder."""

    def __init__(self, core, folder, contents=(PDF,)):
        self.folder = folder
        self.unit = core.call("unit_keygen", unit="99901", random="4" * 64)
        self.log = {**core.call("unit_keygen", unit="motcua.demo/log", random="5" * 64),
                    "name": "motcua.demo/log"}
        self.contents = list(contents)
        self.plan = make_plan(self.unit["read"], self.contents)
        self.sealed, self.answer = core.seal(self.plan, self.contents)
        self.file, self.identity = folder / "dossier.age", folder / "unit.identity"
        self.receipt = folder / "receipt.json"
        self.file.write_bytes(self.sealed)
        self.identity.write_text(self.unit["identity_file"])
        self.receipt.write_text(json.dumps(make_receipt(core, self.log, self.answer)))
        self.check = ("check", self.file, "-i", self.identity)
        self.with_receipt = ("--receipt", self.receipt, "--log", self.log["vkey"])


def outside_tools(run, filed):
    folder = filed.folder
    age = ROOT / "build/deps/age13/usr/bin/age"  # 1.3: the first that reads these keys
    plain = folder / "dossier.tar"
    if not age.exists():
        print("dossier: age >= 1.3 is not there, opened with our own command instead")
    opener = [age, "-d"] if age.exists() else [run.command, "open"]
    opened = run.program(*opener, "-i", filed.identity, "-o", plain, filed.file)
    if not run.equal("age opens the dossier", (opened.returncode, opened.stderr), (0, b"")):
        return
    with tarfile.open(plain) as tar:
        names = [member.name for member in tar.getmembers()]
        tar.extractall(folder / "out", filter="data") if hasattr(tarfile, "data_filter") \
            else tar.extractall(folder / "out")
    run.equal("tar lists the files in their order", names,
              ["manifest.json", "manifest.json.minisig", "form.json",
               "attachments/01-giay-chung-sinh.pdf"])
    run.equal("the attachment is the one that was given",
              (folder / "out" / names[3]).read_bytes(), filed.contents[0])
    manifest = json.loads((folder / "out/manifest.json").read_text())
    run.equal("b2sum's hash of the form", hash_of((folder / "out/form.json").read_bytes()),
              manifest["form"]["hash"])
    header = filed.sealed.index(b"\n", filed.sealed.index(b"\n--- ") + 1) + 1
    run.equal("header and body are hashed apart",
              (hash_of(filed.sealed[:header]), hash_of(filed.sealed[header:])),
              (filed.answer["header"], filed.answer["body"]))
    minisign = find("minisign")
    if minisign:
        seen = run.program(minisign, "-V", "-P", manifest["keys"]["sign"], "-m",
                           folder / "out/manifest.json")
        comment = f"motcua.manifest/1 draft:{'2' * 32} purpose:submit".encode()
        run.check("minisign verifies the manifest",
                  seen.returncode == 0 and comment in seen.stdout, seen.stderr)


def judged(run, filed):
    seen = run.motcua(*filed.check)
    run.equal("check finds no defect", (seen.returncode, seen.stderr), (0, b""))
    seen = run.motcua(*filed.check, *filed.with_receipt, "-o", filed.folder / "taken")
    run.equal("nor with the receipt", (seen.returncode, seen.stderr), (0, b""))
    run.equal("what it takes out is what was given",
              (filed.folder / "taken/attachments/01-giay-chung-sinh.pdf").read_bytes(),
              filed.contents[0])
    seen = run.motcua(*filed.check, "-o", filed.folder / "taken")
    run.equal("an existing folder is not written into", seen.returncode, 2)
    armored = run.motcua("open", "-i", filed.identity, filed.file)
    run.equal("open gives the archive", armored.returncode, 0)


def refused(run, core, filed):
    folder = filed.folder
    other = folder / "other.identity"
    other.write_text(core.call("unit_keygen", unit="99001", random="6" * 64)["identity_file"])
    seen = run.motcua("check", filed.file, "-i", other)
    run.equal("another unit's key", seen.returncode, 10)
    for name, at, status in (("payload", -40, 14), ("nonce", None, 14), ("MAC", None, 11)):
        damaged = bytearray(filed.sealed)
        mac = damaged.index(b"\n--- ") + 5
        if name == "MAC":
            damaged[mac] = ord("B") if damaged[mac] == ord("A") else ord("A")  # still base64
        else:
            damaged[at or damaged.index(b"\n", mac) + 3] ^= 2
        filed.file.write_bytes(damaged)
        seen = run.motcua(*filed.check, "-o", folder / "never")
        run.equal(f"damage in the {name}", seen.returncode, status)
        run.check(f"nothing is taken out of it ({name})", not list(folder.glob("never*")))
    filed.file.write_bytes(filed.sealed)

    plan = json.loads(json.dumps(filed.plan))
    form = json.loads(plan["form_json"])
    del form["values"]["child.name"]
    plan["form_json"], plan["attachments"] = json.dumps(form), []
    bad, answer = core.seal(plan, [])
    (folder / "bad.age").write_bytes(bad)
    seen = run.motcua("check", folder / "bad.age", "-i", filed.identity)
    text = seen.stdout.decode()
    run.check("a missing answer and paper are named",
              seen.returncode == 1 and "child.name [required]" in text
              and "giay-chung-sinh [missing-component]" in text, text)
    seen = run.motcua("check", folder / "bad.age", "-i", filed.identity, *filed.with_receipt)
    run.check("a receipt for another file with the same draft",
              seen.returncode == 1 and "[other-file]" in seen.stdout.decode(), seen.stdout)


def proofs(run, core, filed):
    seen = run.motcua("proof", filed.receipt, "--log", filed.log["vkey"])
    run.equal("a receipt is proven offline", (seen.returncode, seen.stderr), (0, b""))
    seen = run.motcua("proof", filed.receipt, "--log", filed.unit["vkey"])
    run.equal("not under another key", seen.returncode, 1)
    receipt = json.loads(filed.receipt.read_text())
    proof, event = filed.folder / "1.tlog-proof", filed.folder / "event"
    proof.write_text(receipt["proof"])
    event.write_text(receipt["envelope"] + "\n" + receipt["signature"])
    seen = run.motcua("proof", proof, "--log", filed.log["vkey"], "--event", event)
    run.equal("a proof file with its event", seen.returncode, 0)
    event.write_text("another")
    seen = run.motcua("proof", proof, "--log", filed.log["vkey"], "--event", event)
    run.equal("a proof file with another event", seen.returncode, 1)

    keys = filed.folder / "unit-99901.keys.json"
    keys.write_text(json.dumps({"format": "motcua.unit-keys/1", "unit": "99901",
                                "sign": filed.unit["sign"]}))
    made = run.motcua("event", "make", "--keys", keys, "--number", receipt["number"],
                      "--sequence", "1", "--state", "received", "--body", filed.answer["body"])
    run.equal("an event is made", (made.returncode, made.stderr), (0, b""))
    seen = run.motcua("event", "verify", "--unit", filed.unit["vkey"], stdin=made.stdout)
    run.equal("and verified", (seen.returncode, seen.stderr), (0, b""))
    changed = made.stdout.replace(b"received", b"refused").replace(b"status: 2", b"status: 3")
    seen = run.motcua("event", "verify", "--unit", filed.unit["vkey"], stdin=changed)
    run.equal("but not changed", seen.returncode, 1)


def run_all(run: Run):
    if not LIBRARY.exists():
        print(f"dossier: skipped, there is no {LIBRARY}")
        return
    core = Core()
    with tempfile.TemporaryDirectory() as name:
        filed = Filed(core, pathlib.Path(name))
        outside_tools(run, filed)
        judged(run, filed)
        refused(run, core, filed)
        proofs(run, core, filed)
