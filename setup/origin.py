"""Checks what an origin serves against a signed manifest: /usr/bin/python3 -m setup.origin URL -p KEY

The bundle's `build.txt` names every file with its BLAKE2b-256 (as `b2sum -l 256` writes it); who
vouches for a build signs that file with `motcua sign` or minisign, and `build.txt.minisig` lies beside
it. This fetches both, has `motcua` verify the signature, then fetches every file named there and
compares it. With --bundle FOLDER the origin must serve exactly that build: one made here, from sources
that were read.

With --log KEY (the log's key, from a key directory that was checked) the log must hold this build, too:
the gateway notes each build it serves there, where it can not take it back.

It proves what the origin served to this machine now. A page that is loaded from the same origin a
minute later can be another one: docs/trust.md.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from .paths import BUILD

MANIFEST = "build.txt"
MOST = 64 << 20  # bytes of a file
FILES_MOST = 5000


class Refused(Exception):
    """(what is wrong, what to do)"""


def manifest_text(folder):
    """The manifest of a bundle; brotli twins are left out, they are the same content."""
    lines = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and path.suffix != ".br" and not name.startswith(MANIFEST):
            lines.append(f"{digest(path.read_bytes())}  {name}\n")
    return "".join(lines)


def digest(data):
    return hashlib.blake2b(data, digest_size=32).hexdigest()


def parse(text):
    """[(hash, name)] of a manifest."""
    found = []
    for line in text.splitlines():
        value, gap, name = line[:64], line[64:66], line[66:]
        parts = name.split("/")
        if gap != "  " or not all(parts) or ".." in parts or any(c not in "0123456789abcdef" for c in value):
            raise Refused("the manifest is malformed", "ask whoever publishes the build")
        found.append((value, name))
    if not found or len(found) > FILES_MOST:
        raise Refused("the manifest names no files, or too many", "ask whoever publishes the build")
    return found


def fetch(origin, name):
    try:
        with urllib.request.urlopen(urllib.parse.urljoin(origin, name), timeout=30) as answer:
            data = answer.read(MOST + 1)
    except (urllib.error.URLError, OSError) as error:
        raise Refused(f"{name} can not be fetched: {error}", "is the address right?") from error
    if len(data) > MOST:
        raise Refused(f"{name} is larger than {MOST} bytes", "do not use this origin")
    return data


def verified(origin, key, motcua):
    """The manifest's text, once its signature holds."""
    text, signature = fetch(origin, MANIFEST), fetch(origin, MANIFEST + ".minisig")
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / MANIFEST
        path.write_bytes(text)
        path.with_name(MANIFEST + ".minisig").write_bytes(signature)
        seen = subprocess.run([motcua, "verify", "-p", key, path], capture_output=True, timeout=60, check=False)
    if seen.returncode:
        raise Refused("the manifest's signature does not hold: " + seen.stderr.decode().strip(),
                      "do not enter anything on this origin")
    return text.decode()


def check(origin, key, motcua, bundle=None):
    """(how many files were compared, the manifest); Refused names all that differ."""
    text = verified(origin, key, motcua)
    listed = parse(text)
    if bundle and parse(manifest_text(bundle)) != listed:
        raise Refused("the origin's build is not the one in " + str(bundle), "compare the versions")
    wrong = [name for value, name in listed if digest(fetch(origin, name)) != value]
    page = next((value for value, name in listed if name == "index.html"), None)
    if page and digest(fetch(origin, "")) != page:
        wrong.append("the page itself")
    if wrong:
        raise Refused("these are not as signed: " + ", ".join(wrong), "do not enter anything on this origin")
    return len(listed), text


def logged(origin, text, log, motcua):
    """When the gateway said that it began to serve this build; the log's proof of that holds."""
    manifest = digest(text.encode())
    try:
        found = [one for one in json.loads(fetch(origin, "builds"))["builds"] if one["manifest"] == manifest]
        time, proof = str(found[-1]["time"]), str(found[-1]["proof"])
    except (ValueError, KeyError, TypeError, IndexError):
        raise Refused("the log does not know this build", "do not enter anything on this origin") from None
    with tempfile.TemporaryDirectory() as name:
        event, path = Path(name) / "event", Path(name) / "build.tlog-proof"
        event.write_text(f"motcua.build/1\n{manifest}\n{time}\n")
        path.write_text(proof)
        seen = subprocess.run([motcua, "proof", path, "--log", log, "--event", event],
                              capture_output=True, timeout=60, check=False)
    if seen.returncode:
        raise Refused("the log's proof for this build does not hold: " + seen.stderr.decode().strip(),
                      "do not enter anything on this origin")
    return time


def main():
    parser = argparse.ArgumentParser(prog="setup.origin", description="checks what an origin serves")
    parser.add_argument("origin", help="http(s)://HOST[:PORT]/")
    parser.add_argument("-p", "--key", required=True, help="the public key, or its file")
    parser.add_argument("--bundle", type=Path, help="a bundle made here: build/web")
    parser.add_argument("--log", help="the log's key: the log must hold this build")
    parser.add_argument("--motcua", default=str(BUILD / "native" / "motcua"))
    options = parser.parse_args()
    try:
        origin = options.origin.rstrip("/") + "/"
        count, text = check(origin, options.key, options.motcua, options.bundle)
        since = logged(origin, text, options.log, options.motcua) if options.log else None
    except Refused as refused:
        print(f"motcua: {refused.args[0]} (hint: {refused.args[1]})", file=sys.stderr)
        return 1
    print(f"{count} files are as signed" + (f"; in the log since {since}" if since else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
