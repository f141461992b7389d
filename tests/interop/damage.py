"""Malformed and truncated files give the right exit status and leave nothing behind."""
import pathlib
import subprocess
import tempfile

from age import content, recipient_of
from harness import Run


class Folder:
    """One identity, one sealed file of two and a bit chunks, and a place for the result."""

    def __init__(self, run, path, flags):
        self.run = run
        self.path = path
        self.identity = path / "identity"
        run.motcua("keygen", *flags, "-o", self.identity)
        self.recipient = recipient_of(self.identity)
        self.sealed = run.motcua("seal", "-r", self.recipient, stdin=content(140_000)).stdout
        self.armored = run.motcua("seal", "-a", "-r", self.recipient,
                                  stdin=content(2_000)).stdout

    def expect(self, what, data, status):
        out = self.path / "out"
        result = self.run.motcua("open", "-i", self.identity, "-o", out, stdin=data)
        self.run.equal(f"{what}: exit", result.returncode, status)
        self.run.equal(f"{what}: nothing is left behind",
                       sorted(p.name for p in self.path.iterdir()), ["identity"])
        self.run.check(f"{what}: one sentence", result.stderr.startswith(b"motcua: ") and
                       result.stderr.count(b"\n") == 1, result.stderr)


def flipped(data, at):
    changed = bytearray(data)
    changed[at] ^= 1
    return bytes(changed)


def cut_and_changed(folder):
    data = folder.sealed
    header = data.index(b"\n", data.index(b"\n---") + 1) + 1
    first = header + 16
    folder.expect("an empty file", b"", 12)
    folder.expect("something else", b"PK\x03\x04 no age file", 12)
    for at in (10, header // 2, header - 1, header, header + 15):
        folder.expect(f"cut at {at}, in the header or nonce", data[:at], 12)
    for at in (first, first + 15, first + 16, first + 65551, first + 65552, first + 65553,
               first + 2 * 65552, len(data) - 1):
        folder.expect(f"cut at {at}, in the payload", data[:at], 14)
    folder.expect("one byte added", data + b"\0", 14)
    folder.expect("a file added to itself", data + data, 14)
    for at in (header, first, first + 65552, len(data) - 1):
        folder.expect(f"byte {at} changed", flipped(data, at), 14)
    mac = data.index(b"\n--- ") + 5
    other = b"A" if data[mac:mac + 1] != b"A" else b"B"
    folder.expect("the header's MAC changed", data[:mac] + other + data[mac + 1:], 11)
    folder.expect("a stanza added", data.replace(b"\n---", b"\n-> x\n\n---", 1), 11)
    chunks = [data[first:first + 65552], data[first + 65552:first + 2 * 65552]]
    folder.expect("chunks exchanged",
                  data[:first] + chunks[1] + chunks[0] + data[first + 2 * 65552:], 14)
    folder.expect("an endless header", b"age-encryption.org/v1\n" + b"-> x\nAA\n" * 20_000, 12)
    folder.expect("a megabyte in a line", b"age-encryption.org/v1\n-> " + b"x" * (1 << 20), 12)
    folder.expect("a CR in the header", data.replace(b"\n", b"\r\n", 1), 12)
    folder.expect("a NUL in the header", data.replace(b"\n-> ", b"\n-> \0", 1), 12)
    folder.expect("a share of zeros", zero_share(data), 12)
    folder.expect("a work factor of 30", b"age-encryption.org/v1\n-> scrypt "
                  b"bBjlhJVYZeE4aqUdmtRHfw 30\nZV/AhotwSGqaPCU43cepl4WYUouAa17a3xpu4G2yi5k\n"
                  b"--- fgMiVLJHMlg9fW7CVG/hPS5EAU4Zeg19LyCP7SoH5nA\n" + bytes(48), 12)


def zero_share(data):
    """The first stanza's argument of as many zeros: refused, whoever tries to open it."""
    start = data.index(b"\n-> ") + 4
    end = data.index(b"\n", start)
    kind, share = data[start:end].split(b" ")
    return data[:start] + kind + b" " + b"A" * len(share) + data[end:]


def armor(folder):
    text = folder.armored
    lines = text.splitlines(keepends=True)
    folder.expect("armor: cut", b"".join(lines[:-1]), 13)
    folder.expect("armor: a line missing its end", text.replace(lines[3], lines[3][:-5] + b"\n"),
                  13)
    folder.expect("armor: something after it", text + b"more\n", 13)
    folder.expect("armor: something before it", b"more\n" + text, 13)
    folder.expect("armor: an empty line", lines[0] + b"\n" + b"".join(lines[1:]), 13)
    folder.expect("armor: another label", text.replace(b"AGE ENCRYPTED", b"PGP ENCRYPTED"), 13)


def misuse(run, folder):
    recipient = folder.recipient
    other = run.motcua("keygen", *(["--classical"] if recipient.startswith("age1pq") else []))
    other_recipient = next(line.removeprefix("# public key: ") for line in
                           other.stdout.decode().splitlines() if line.startswith("# public"))
    for what, arguments, status in (
            ("no recipient", ["seal"], 2),
            ("a mistyped recipient", ["seal", "-r", recipient[:40] + recipient[41:]], 1),
            ("an unknown option", ["seal", "-z"], 2),
            ("an unknown command", ["sael"], 2),
            ("nothing to open with", ["open"], 2),
            ("an identity file that is not there", ["open", "-i", folder.path / "none"], 1),
            ("kinds mixed", ["seal", "-r", recipient, "-r", other_recipient], 1),
            ("a passphrase beside a recipient", ["seal", "-p", "-r", recipient], 2)):
        result = run.motcua(*arguments, stdin=b"x")
        run.equal(f"{what}: exit", (result.returncode, result.stdout), (status, b""))
        run.check(f"{what}: says what is wrong", result.stderr.startswith(b"motcua: "))
    stranger = folder.path / "stranger"
    run.motcua("keygen", "-o", stranger)
    result = run.motcua("open", "-i", stranger, stdin=folder.sealed)
    run.equal("another identity", (result.returncode, result.stdout), (10, b""))
    many = run.motcua("open", "-i", stranger, "-i", folder.identity, stdin=folder.sealed)
    run.equal("several identity files", many.stdout, content(140_000))
    again = run.motcua("keygen", "-o", stranger)
    run.equal("keygen replaces no file", again.returncode, 1)


def terminal(run, folder):
    """A terminal gets neither a sealed file nor control characters."""
    sealed = folder.path / "sealed"
    sealed.write_bytes(run.motcua("seal", "-r", folder.recipient, stdin=b"\x1b[2J").stdout)
    for what, command in (
            ("sealed bytes", [run.command, "seal", "-r", folder.recipient, str(sealed)]),
            ("control characters", [run.command, "open", "-i", str(folder.identity),
                                    str(sealed)])):
        line = " ".join(f"'{part}'" for part in command)
        result = subprocess.run(["script", "-qec", line, "/dev/null"], capture_output=True,
                                stdin=subprocess.DEVNULL, timeout=60, check=False)
        run.equal(f"terminal, {what}: refused", result.returncode, 2)
        run.check(f"terminal, {what}: only the sentence is shown",
                  result.stdout.startswith(b"motcua: ") and b"\x1b" not in result.stdout)


def output(run, folder):
    place = folder.path / "place"
    place.write_bytes(b"before")
    result = run.motcua("open", "-i", folder.identity, "-o", place, stdin=folder.sealed[:-1])
    run.equal("a failure keeps the old file", (result.returncode, place.read_bytes()),
              (14, b"before"))
    run.motcua("open", "-i", folder.identity, "-o", place, stdin=folder.sealed)
    run.equal("success replaces the old file", place.read_bytes(), content(140_000))
    run.motcua("seal", "-r", folder.recipient, "-o", place, place)
    run.equal("a file sealed onto itself opens again",
              run.motcua("open", "-i", folder.identity, place).stdout, content(140_000))
    device = run.motcua("open", "-i", folder.identity, "-o", "/dev/null", stdin=folder.sealed)
    run.check("a device is written, not replaced",
              device.returncode == 0 and pathlib.Path("/dev/null").is_char_device())


def run_all(run: Run):
    for flags in ([], ["--classical"]):
        with tempfile.TemporaryDirectory() as name:
            folder = Folder(run, pathlib.Path(name), flags)
            cut_and_changed(folder)
            armor(folder)
            misuse(run, folder)
            terminal(run, folder)
            output(run, folder)
