"""Keys that are lost and found: the recovery sheet, a passphrase, a secret shared among officers."""
import pathlib
import tempfile

from age import content, recipient_of
from core import LIBRARY, Core
from dossier import PDF, make_plan
from harness import ROOT, Run, find

AGE = ROOT / "build/deps/age13/usr/bin/age"
ROOT_SECRET, DRAFT = "1" * 64, "2" * 32  # of make_plan


def sheet(run, core, folder):
    """From paper alone, age opens the dossier and minisign signs as its owner."""
    unit = core.call("unit_keygen", unit="99901", random="4" * 64)
    sealed, _ = core.seal(make_plan(unit["read"], [PDF]), [PDF])
    dossier = folder / "dossier.age"
    dossier.write_bytes(sealed)
    made = core.call("recovery_sheet", root=ROOT_SECRET, draft=DRAFT)
    paper = folder / "sheet.txt"
    paper.write_text(made["sheet"])
    run.check("the code fits a QR code of letters and digits",
              len(made["code"]) <= 100 and made["code"].upper() == made["code"])
    if AGE.exists():
        tar = run.program(AGE, "-d", "-i", paper, dossier).stdout
        run.check("age opens the dossier with the sheet itself", PDF in tar)
    else:
        print("recovery: age 1.3 is not there, the sheet is tried with motcua only")
    key, file = folder / "by-hand.key", folder / "file"
    key.write_text("".join(line[3:] + "\n" for line in made["sheet"].splitlines()
                           if line.startswith("#| ")))
    file.write_bytes(b"xin")
    minisign = find("minisign")
    owner = core.call("dossier_keys", root=ROOT_SECRET, draft=DRAFT)["sign"]
    if minisign:
        run.program(minisign, "-S", "-s", key, "-m", file)
        seen = run.program(minisign, "-V", "-P", owner, "-m", file)
        run.equal("minisign signs with the lines of the sheet", seen.returncode, 0)
    for name, text in (("sheet", made["sheet"]), ("code", made["code"]), ("typed", f" {made['code']}\n")):
        place = folder / f"keys-{name}"
        seen = run.motcua("recover", "-o", place, stdin=text.encode())
        run.equal(f"recover from the {name}", (seen.returncode, seen.stderr), (0, b""))
        run.check(f"the {name} opens the dossier",
                  PDF in run.motcua("open", "-i", place / "identity.txt", dossier).stdout)
        run.equal(f"keys of the {name} are their owner's only",
                  [p.stat().st_mode & 0o777 for p in (place, place / "minisign.key")], [0o700, 0o600])
        run.check(f"the {name} has the public key", owner in (place / "minisign.pub").read_text())
        found = core.call("recovery_read", text=text)
        run.equal(f"the {name} gives the root back", (found["root"], found["draft"]),
                  (ROOT_SECRET, DRAFT))
    refused(run, made, folder)


def refused(run, made, folder):
    other = made["sheet"].replace(made["sheet"].splitlines()[-1], "AGE-SECRET-KEY-1" + "Q" * 58)
    for what, text in (("nothing", ""), ("a mistyped code", made["code"][:-1] + "Q"),
                       ("a cut code", made["code"][:-8]), ("lower case", made["code"].lower()),
                       ("a sheet without its code", made["sheet"].replace("# code", "# kode")),
                       ("a sheet with another key", other)):
        seen = run.motcua("recover", "-o", folder / "never", stdin=text.encode())
        run.check(f"recover from {what} is refused",
                  seen.returncode == 1 and not (folder / "never").exists(), seen.stderr)
    seen = run.motcua("recover", "-o", folder, stdin=made["code"].encode())
    run.equal("recover writes into no folder that is there", seen.returncode, 1)


def passphrase(run, core, folder):
    """The sheet kept under a passphrase is a file that age opens."""
    made = core.call("recovery_sheet", root=ROOT_SECRET, draft=DRAFT)
    phrase = core.call("passphrase_new")["passphrase"]
    run.check("a passphrase has 26 letters and digits", len(phrase.replace("-", "")) == 26, phrase)
    kept = core.call("secret_seal", text=made["sheet"], passphrase=phrase)["age"]
    cost = core.call("secret_cost", age=kept)
    run.equal("what opening costs is told", cost,
              {"work_factor": 18, "memory": 256 << 20, "allowed": True})
    run.equal("it opens again", core.call("secret_open", age=kept, passphrase=phrase)["text"],
              made["sheet"])
    seen = run.motcua("open", "-p", stdin=kept.encode(), env={"MOTCUA_PASSPHRASE": phrase})
    run.equal("motcua opens it", seen.stdout.decode(), made["sheet"])
    seen = run.motcua("seal", "-p", "--generate", stdin=b"x")
    phrase = seen.stderr.decode().removeprefix("Passphrase: ").strip()
    run.equal("a generated passphrase opens", run.motcua(
        "open", "-p", stdin=seen.stdout, env={"MOTCUA_PASSPHRASE": phrase}).stdout, b"x")


def shared(run, folder):
    """The drill of docs/operations.md: an agency's identity in three shares, two of which restore it."""
    split, combine = find("gfsplit"), find("gfcombine")
    if not split or not combine:
        print("recovery: the drill is skipped, libgfshare-bin is not installed")
        return
    identity = folder / "unit.identity"
    run.motcua("keygen", "-o", identity)
    sealed = run.motcua("seal", "-r", recipient_of(identity), stdin=content(1000)).stdout
    before = identity.read_bytes()
    run.equal("the identity is shared", run.program(split, "-n", "2", "-m", "3", identity,
                                                     folder / "share").returncode, 0)
    shares = sorted(folder.glob("share.*"))
    run.equal("three shares", len(shares), 3)
    identity.unlink()  # the loss
    run.check("one share tells nothing", not any(b"AGE-SECRET" in s.read_bytes() for s in shares))
    for lost in range(3):
        found = folder / f"restored-{lost}"
        run.program(combine, "-o", found, *(s for n, s in enumerate(shares) if n != lost))
        run.equal(f"restored without share {lost}", found.read_bytes(), before)
        run.equal(f"and it opens, without share {lost}",
                  run.motcua("open", "-i", found, stdin=sealed).stdout, content(1000))


def locked_keys(run, folder):
    """Keys for signing with and without a password, made by us and used by minisign."""
    minisign = find("minisign")
    for password in ("", "mot cua"):
        key, file = folder / f"sign{len(password)}.key", folder / "signed"
        flags = ["-p"] if password else []
        made = run.motcua("keygen", "--sign", *flags, "-o", key, env={"MOTCUA_PASSPHRASE": password})
        public = made.stderr.decode().removeprefix("Public key: ").strip()
        file.write_bytes(b"xin")
        run.motcua("sign", "-s", key, file, env={"MOTCUA_PASSPHRASE": password})
        run.equal(f"our key signs, password {password!r}",
                  run.motcua("verify", "-p", public, file).returncode, 0)
        if minisign:
            run.program(minisign, "-S", "-s", key, "-m", file, stdin=f"{password}\n".encode())
            seen = run.program(minisign, "-V", "-P", public, "-m", file)
            run.equal(f"minisign signs with our key, password {password!r}", seen.returncode, 0)


def run_all(run: Run):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shared(run, folder)
        locked_keys(run, folder)
        if not LIBRARY.exists():
            print(f"recovery: the sheet is skipped, there is no {LIBRARY}")
            return
        core = Core()
        sheet(run, core, folder)
        passphrase(run, core, folder)
