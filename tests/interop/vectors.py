"""Outside test vectors, read in place beside the repository; skipped with a sentence when absent."""
import hashlib
import json
import pathlib
import tempfile
import zlib

from harness import ROOT, Run

FOLDER = ROOT.parent / "shared" / "vectors"
EXIT = {"success": 0, "no match": 10, "HMAC failure": 11, "header failure": 12,
        "armor failure": 13, "payload failure": 14}


def parse_age(path):
    """The `key: value` lines of a vector, and its age file."""
    head, _, body = path.read_bytes().partition(b"\n\n")
    fields = {}
    for line in head.decode().splitlines():
        key, _, value = line.partition(": ")
        fields.setdefault(key, []).append(value)
    if fields.get("compressed") == ["zlib"]:
        body = zlib.decompress(body)
    return fields, body


def open_age(run, fields, body, folder, to_file):
    sealed = folder / "in.age"
    sealed.write_bytes(body)
    out = folder / "out"
    out.unlink(missing_ok=True)
    arguments, environment = [], {}
    if "passphrase" in fields:
        environment["MOTCUA_PASSPHRASE"] = fields["passphrase"][0]
        arguments.append("-p")
    else:
        # A vector without a key still needs somebody who tries to open it.
        identity = folder / "identity"
        lines = fields.get("identity") or [run.classical]
        identity.write_text("\n".join(lines) + "\n")
        arguments += ["-i", str(identity)]
    if to_file:
        arguments += ["-o", str(out)]
    result = run.motcua("open", *arguments, str(sealed), env=environment)
    plain = (out.read_bytes() if out.exists() else None) if to_file else result.stdout
    return result, plain


def age_vectors(run):
    for path in sorted((FOLDER / "age").iterdir()):
        fields, body = parse_age(path)
        expected = fields["expect"][0]
        with tempfile.TemporaryDirectory() as name:
            for to_file in (False, True):
                result, plain = open_age(run, fields, body, pathlib.Path(name), to_file)
                where = "file" if to_file else "pipe"
                run.equal(f"age/{path.name} ({where}): exit", result.returncode, EXIT[expected])
                if to_file and expected != "success":
                    run.equal(f"age/{path.name}: nothing is left behind", plain, None)
                elif "payload" in fields:
                    run.equal(f"age/{path.name} ({where}): plaintext",
                              hashlib.sha256(plain).hexdigest(), fields["payload"][0])
                if expected != "success":
                    run.check(f"age/{path.name} ({where}): says what is wrong",
                              result.stderr.startswith(b"motcua: "))


def jcs_vectors(run):
    for path in sorted((FOLDER / "jcs" / "input").iterdir()):
        result = run.motcua("canon", str(path))
        # Numbers with a fraction or an exponent are refused here, not printed.
        numbers = [n for n in numbers_of(json.loads(path.read_text("utf-8"))) if
                   isinstance(n, float)]
        if numbers:
            run.equal(f"jcs/{path.name}: refused", result.returncode, 1)
            continue
        run.equal(f"jcs/{path.name}: exit", result.returncode, 0)
        expected = (FOLDER / "jcs" / "output" / path.name).read_bytes()
        run.equal(f"jcs/{path.name}: output", result.stdout, expected.rstrip(b"\n"))
        again = run.motcua("canon", stdin=result.stdout)
        run.equal(f"jcs/{path.name}: stays as it is", again.stdout, result.stdout)


def numbers_of(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [number for item in value for number in numbers_of(item)]
    return [value] if isinstance(value, (int, float)) and not isinstance(value, bool) else []


def run_all(run: Run):
    if not FOLDER.is_dir():
        print("outside vectors: skipped, there is no folder ../shared/vectors beside the project")
        return
    age_vectors(run)
    jcs_vectors(run)
