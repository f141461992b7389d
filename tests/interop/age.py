"""Files sealed by one side are opened by the other: age 1.3 (post-quantum), Debian's age."""
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

from harness import ROOT, Run, find

SIZES = (0, 1, 65535, 65536, 65537, 257 * 65536)
CURRENT = "build/deps/age13/usr/bin"


def content(size):
    """Reproducible bytes that do not compress and are not text."""
    return hashlib.shake_256(b"motcua").digest(size)


def recipient_of(identity):
    for line in identity.read_text().splitlines():
        if line.startswith("# public key: "):
            return line.removeprefix("# public key: ")
    raise ValueError("no public key in the identity file")


def both_ways(run, name, program, identity, recipient):
    with tempfile.TemporaryDirectory() as folder:
        plain, sealed, out = (pathlib.Path(folder) / n for n in ("plain", "sealed", "out"))
        for size in SIZES:
            plain.write_bytes(content(size))
            for armor in ([], ["-a"]):
                label = f"{name}, {size} bytes{', armored' if armor else ''}"
                run.motcua("seal", "-r", recipient, *armor, "-o", sealed, plain)
                opened = run.program(program, "-d", "-i", identity, sealed)
                run.check(f"age opens ours: {label}", opened.stdout == plain.read_bytes(),
                          opened.stderr)
                sealed.unlink(missing_ok=True)
                run.program(program, "-r", recipient, *armor, "-o", sealed, plain)
                out.unlink(missing_ok=True)
                opened = run.motcua("open", "-i", identity, "-o", out, sealed)
                run.check(f"we open age's: {label}",
                          out.exists() and out.read_bytes() == plain.read_bytes(), opened.stderr)
                piped = run.motcua("open", "-i", identity, stdin=sealed.read_bytes())
                run.equal(f"we open age's through pipes: {label}", piped.stdout,
                          plain.read_bytes())
                sealed.unlink(missing_ok=True)


def identities(run, folder, keygen, flags, our_flags):
    """One identity file made by us, one made by age."""
    ours, theirs = folder / "ours", folder / "theirs"
    for path in (ours, theirs):
        path.unlink(missing_ok=True)
    made = run.motcua("keygen", *our_flags, "-o", ours)
    run.equal("keygen prints the recipient", made.stderr.decode().strip(),
              "Public key: " + recipient_of(ours))
    run.equal("keygen keeps the file to its owner", ours.stat().st_mode & 0o777, 0o600)
    shown = run.program(keygen, "-y", ours)
    run.equal("age-keygen reads our identity", shown.stdout.decode().strip(), recipient_of(ours))
    run.program(keygen, *flags, "-o", theirs)
    return ours, theirs


def several_recipients(run, program, folder, paths):
    recipients = [argument for path in paths for argument in ("-r", recipient_of(path))]
    sealed = folder / "several"
    run.motcua("seal", *recipients, *recipients, "-o", sealed, stdin=b"xin ch\xc3\xa0o")
    run.equal("each recipient stands once", sealed.read_bytes().count(b"\n-> "), len(paths))
    for path in paths:
        run.equal("every recipient opens it (age)",
                  run.program(program, "-d", "-i", path, sealed).stdout, b"xin ch\xc3\xa0o")
        run.equal("every recipient opens it (motcua)",
                  run.motcua("open", "-i", path, sealed).stdout, b"xin ch\xc3\xa0o")
    listed = folder / "list"
    listed.write_text("# units\n\n" + "\n".join(recipient_of(path) for path in paths) + "\n")
    by_list = run.motcua("seal", "-R", listed, stdin=b"a")
    run.equal("a file of recipients is read", by_list.stdout.count(b"\n-> "), len(paths))


def passphrases(run, program, folder):
    environment = {"AGE_PASSPHRASE": "mot cua 99", "MOTCUA_PASSPHRASE": "mot cua 99",
                   "PATH": str(pathlib.Path(program).parent) + os.pathsep + os.environ["PATH"]}
    sealed = folder / "by-passphrase"
    run.motcua("seal", "-p", "-o", sealed, stdin=b"xin", env=environment)
    opened = run.program(program, "-d", "-j", "batchpass", sealed, env=environment)
    run.equal("age opens what we sealed with a passphrase", opened.stdout, b"xin")
    theirs = run.program(program, "-e", "-j", "batchpass", stdin=b"xin", env=environment).stdout
    run.equal("we open what age sealed with a passphrase",
              run.motcua("open", "-p", stdin=theirs, env=environment).stdout, b"xin")
    wrong = run.motcua("open", "-p", stdin=theirs, env={"MOTCUA_PASSPHRASE": "khac"})
    run.equal("another passphrase opens nothing", (wrong.returncode, wrong.stdout), (10, b""))


def memory_of(process):
    """The most KiB of memory that a running process has had."""
    try:
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)


def gibibytes(run, program, identity):
    """1 GiB both ways, piped from one into the other, in constant memory; with --large 4 GiB by ours alone."""
    piece = content(1 << 20)
    our_seal, our_open = [run.command, "seal", "-r", recipient_of(identity)], [run.command, "open", "-i", identity]
    pairs = [("age opens our GiB", our_seal, [program, "-d", "-i", identity], 1 << 30),
             ("we open age's GiB", [program, "-r", recipient_of(identity)], our_open, 1 << 30)]
    if "--large" in sys.argv:
        pairs.append(("we open our 4 GiB", our_seal, our_open, 4 << 30))
    for name, sealing, opening, size in pairs:
        wanted, got = hashlib.blake2b(), hashlib.blake2b()
        with subprocess.Popen([str(a) for a in sealing], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE) as seal, \
                subprocess.Popen([str(a) for a in opening], stdin=seal.stdout,
                                 stdout=subprocess.PIPE) as opened:
            seal.stdout.close()

            def feed(pipe=seal.stdin, digest=wanted, pieces=size // len(piece)):
                for _ in range(pieces):
                    pipe.write(piece)
                    digest.update(piece)
                pipe.close()

            feeder = threading.Thread(target=feed)
            feeder.start()
            ours = [p for p, command in ((seal, sealing), (opened, opening)) if command[0] == run.command]
            most = 0
            while data := opened.stdout.read(8 << 20):
                got.update(data)
                most = max(most, *map(memory_of, ours))
            feeder.join()
            ended = (seal.wait(), opened.wait())
        run.equal(name, (ended, got.digest()), ((0, 0), wanted.digest()))
        run.check(f"{name}: under 64 MiB", 0 < most < 64 << 10, f"{most} KiB")


def run_all(run: Run):
    kinds = []
    if (ROOT / CURRENT / "age").exists():
        current = ROOT / CURRENT
        kinds.append(("age 1.3 post-quantum", current / "age", current / "age-keygen",
                      ["-pq"], []))
        kinds.append(("age 1.3 classical", current / "age", current / "age-keygen", [],
                      ["--classical"]))
    else:
        print(f"age 1.3: skipped, it is not in {CURRENT} (python3 -m setup fetches it)")
    debian = find("age")
    if debian:
        kinds.append(("age of the system", debian, find("age-keygen"), [], ["--classical"]))
    else:
        print("age of the system: skipped, it is not installed")
    for name, program, keygen, flags, our_flags in kinds:
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            paths = identities(run, folder, keygen, flags, our_flags)
            for who, path in zip(("our identity", "age's identity"), paths):
                both_ways(run, f"{name}, {who}", program, path, recipient_of(path))
            several_recipients(run, program, folder, paths)
            if name == "age 1.3 post-quantum":
                gibibytes(run, program, paths[0])
                passphrases(run, program, folder)
