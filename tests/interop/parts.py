"""What can be told without a key, a part opened without the rest, a file handed to others."""
import pathlib
import tempfile

from age import content, recipient_of
from harness import Run, find

CHUNK = 65536


def inspected(run, folder, kind, recipient):
    plain = content(200_000)
    sealed = folder / f"{kind}.age"
    for armor in ([], ["-a"]):
        run.motcua("seal", "-r", recipient, *armor, "-o", sealed, stdin=plain)
        seen = run.motcua("inspect", sealed)
        text = seen.stdout.decode()
        run.equal(f"inspect {kind} {armor}: exit", (seen.returncode, seen.stderr), (0, b""))
        run.check(f"inspect {kind} {armor}: says what it is",
                  f"  {kind}: " in text and "4 chunks, plaintext 200000 bytes" in text
                  and ("armored" if armor else "binary") in text, text)
    run.motcua("seal", "-r", recipient, "-o", sealed, stdin=plain)
    return plain, sealed


def inspect_refuses(run, sealed):
    data = sealed.read_bytes()
    body = data.index(b"\n", data.index(b"\n---") + 1) + 1
    for what, file, status in (("nothing", b"", 12), ("another file", b"PK\3\4", 12),
                               ("a cut header", data[:100], 12), ("a cut nonce", data[:body + 3], 12),
                               ("half a tag", data[:body + 16 + 7], 14)):
        seen = run.motcua("inspect", stdin=file)
        run.equal(f"inspect {what}", (seen.returncode, seen.stdout), (status, b""))
    unknown = data.replace(b"\n-> ", b"\n-> other-kind a b\n\n-> ", 1)
    seen = run.motcua("inspect", stdin=unknown)
    run.check("inspect names an unknown kind", b"other-kind: unknown kind" in seen.stdout, seen.stdout)
    by_passphrase = run.motcua("seal", "-p", stdin=b"x", env={"MOTCUA_PASSPHRASE": "mot cua"}).stdout
    seen = run.motcua("inspect", stdin=by_passphrase)
    run.check("inspect tells what a passphrase costs",
              b"work factor 18, opening takes 256 MiB" in seen.stdout, seen.stdout)


def ranges(run, folder, identity, plain, sealed):
    for first, last in ((0, 0), (0, 9), (CHUNK - 1, CHUNK), (CHUNK, 2 * CHUNK - 1), (199_999, 199_999),
                        (150_000, 10**9), (0, None), (70_000, None), (200_000, None), (300_000, 400_000)):
        text = f"{first}-{'' if last is None else last}"
        expected = plain[first:] if last is None else plain[first:last + 1]
        seen = run.motcua("open", "-i", identity, "--range", text, sealed)
        run.equal(f"range {text}", (seen.returncode, seen.stdout), (0, expected))
    for text in ("", "-", "5", "5-4", "-5", "x-1", "1-x", "0-99999999999999999999"):
        run.equal(f"range {text!r} is refused",
                  run.motcua("open", "-i", identity, "--range", text, sealed).returncode, 2)
    run.equal("a range of a pipe is refused",
              run.motcua("open", "-i", identity, "--range", "0-9",
                         stdin=sealed.read_bytes()).returncode, 2)
    # A far chunk is damaged: the near ones still open, and a file cut between chunks never does.
    data = bytearray(sealed.read_bytes())
    start = data.index(b"\n", data.index(b"\n---") + 1) + 17
    data[start + CHUNK + 100] ^= 1
    damaged = folder / "damaged.age"
    damaged.write_bytes(data)
    run.equal("a part beside damage opens",
              run.motcua("open", "-i", identity, "--range", "0-99", damaged).stdout, plain[:100])
    seen = run.motcua("open", "-i", identity, "--range", "70000-70001", "-o", folder / "out", damaged)
    run.equal("a damaged part does not", (seen.returncode, (folder / "out").exists()), (14, False))
    damaged.write_bytes(sealed.read_bytes()[:start + 2 * (CHUNK + 16)])
    seen = run.motcua("open", "-i", identity, "--range", "0-99", damaged)
    run.equal("a part of a cut file is refused", (seen.returncode, seen.stdout), (14, b""))


def handed_on(run, folder, identity, plain, sealed):
    """Rotation: an old key hands a dossier to a new one; the body's bytes stay."""
    new, moved = folder / "new.identity", folder / "moved.age"
    new.unlink(missing_ok=True)
    classical = [] if recipient_of(identity).startswith("age1pq") else ["--classical"]
    run.motcua("keygen", *classical, "-o", new)
    seen = run.motcua("rewrap", "-i", identity, "-r", recipient_of(new), "-o", moved, sealed)
    run.equal("rewrap", (seen.returncode, seen.stderr), (0, b""))
    before, after = sealed.read_bytes(), moved.read_bytes()
    run.equal("rewrap leaves the body", body_of(after), body_of(before))
    run.equal("the new key opens it", run.motcua("open", "-i", new, moved).stdout, plain)
    run.equal("the old key does not open the new file",
              run.motcua("open", "-i", identity, moved).returncode, 10)
    run.equal("the old file opens as before", run.motcua("open", "-i", identity, sealed).stdout, plain)
    program = find("age", "build/deps/age13/usr/bin")
    if program:
        run.equal("age opens what was handed on",
                  run.program(program, "-d", "-i", new, moved).stdout, plain)
    seen = run.motcua("rewrap", "-i", new, "-r", recipient_of(new), "-o", moved, sealed)
    run.equal("nobody hands on what they can not open", seen.returncode, 10)


def body_of(data):
    return data[data.index(b"\n", data.index(b"\n---") + 1):]


def run_all(run: Run):
    for kind, flags in (("mlkem768x25519", []), ("X25519", ["--classical"])):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            identity = folder / "identity"
            run.motcua("keygen", *flags, "-o", identity)
            plain, sealed = inspected(run, folder, kind, recipient_of(identity))
            inspect_refuses(run, sealed)
            ranges(run, folder, identity, plain, sealed)
            handed_on(run, folder, identity, plain, sealed)
