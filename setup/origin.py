"""Checks what an origin serves against a signed manifest: /usr/bin/python3 -m setup.origin URL -p KEY

The bundle's `build.txt` names every file with its BLAKE2b-256 (as `b2sum -l 256` writes it); who
vouches for a build signs that file with `motcua sign` or minisign, and `build.txt.minisig` lies beside
it. This fetches both, has `motcua` verify the signature, then fetches every file named there and
compares it. With --bundle FOLDER the origin must serve exactly that build: one made here, from sources
that were read.

It proves what the origin served to this machine now. A page that is loaded from the same origin a
minute later can be another one: docs/trust.md.
"""

import argparse
import hashlib
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
    """How many files were compared; Refused names all that differ."""
    listed = parse(verified(origin, key, motcua))
    if bundle and parse(manifest_text(bundle)) != listed:
        raise Refused("the origin's build is not the one in " + str(bundle), "compare the versions")
    wrong = [name for value, name in listed if digest(fetch(origin, name)) != value]
    page = next((value for value, name in listed if name == "index.html"), None)
    if page and digest(fetch(origin, "")) != page:
        wrong.append("the page itself")
    if wrong:
        raise Refused("these are not as signed: " + ", ".join(wrong), "do not enter anything on this origin")
    return len(listed)


def main():
    parser = argparse.ArgumentParser(prog="setup.origin", description="checks what an origin serves")
    parser.add_argument("origin", help="http(s)://HOST[:PORT]/")
    parser.add_argument("-p", "--key", required=True, help="the public key, or its file")
    parser.add_argument("--bundle", type=Path, help="a bundle made here: build/web")
    parser.add_argument("--motcua", default=str(BUILD / "native" / "motcua"))
    options = parser.parse_args()
    try:
        count = check(options.origin.rstrip("/") + "/", options.key, options.motcua, options.bundle)
    except Refused as refused:
        print(f"motcua: {refused.args[0]} (hint: {refused.args[1]})", file=sys.stderr)
        return 1
    print(f"{count} files are as signed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
