"""Third-party sources (libsodium, Dear ImGui, Catch2) as Debian's archive carries them.

setup/pins.json names version and SHA-256 of each upstream tarball. A suite that has moved on gives
its current version, loudly; --pinned-only refuses that.
"""

import hashlib
import json
import shutil
import tarfile

from .archive import Suite
from .paths import DEPS, ROOT
from .say import SetupError, loud, run
from .stamps import digest, holds, put


def pins():
    return json.loads((ROOT / "setup" / "pins.json").read_text())


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _tarball(files):
    """(sha256, name) of the upstream tarball in a source package's files."""
    return next(((sha, name) for sha, name in files.items() if ".orig.tar." in name
                 and not name.endswith(".asc")), (None, None))


def choose(pin, found, pinned_only):
    """The version to take of [(version, files)] and whether it is the pinned tarball."""
    if not found:
        raise SetupError(f"the suite {pin['suite']} has no source package {pin['package']}",
                         "the archive may be incomplete just now: try again, or use another mirror")
    for version, files in found:
        if _tarball(files)[0] == pin["tarball"]:
            return version, files, True
    version, files = found[-1]
    if pinned_only:
        raise SetupError(
            f"{pin['package']} {pin['version']} is not in {pin['suite']} any more (now {version})",
            "without --pinned-only the archive's current version is taken; or update setup/pins.json")
    loud(f"{pin['package']}: {pin['suite']} has moved on from the pinned {pin['version']} to {version}."
         " Taking it as the archive's signature verifies it; known answers decide whether it serves.")
    return version, files, False


def unpack(archive, folder):
    """The tarball's one top folder becomes FOLDER. The archive was verified; links and paths that
    would leave FOLDER are refused all the same."""
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    with tarfile.open(archive) as tar:
        for member in tar:
            parts = member.name.split("/")[1:]
            if not parts or not (member.isfile() or member.isdir()):
                continue
            if ".." in parts:
                raise SetupError(f"{archive.name} holds a path that leaves its folder", "do not use it")
            member.name = "/".join(parts)
            member.mode = 0o755 if member.isdir() else 0o644
            tar.extract(member, fresh, set_attrs=False)
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


def fetch(pin, download, suite, pinned_only):
    """The verified tarball, from the download folder when it is there already."""
    for path in download.glob(f"{pin['package']}_*.orig.tar.*"):
        if sha256(path) == pin["tarball"]:
            return path, True
    suite.update()
    found = suite.sources(pin["package"])
    if not any(_tarball(files)[0] == pin["tarball"] for _, files in found):
        # No checksum of ours vouches for what will be taken: the lists must at least be of today.
        suite.update(fresh=True)
        found = suite.sources(pin["package"])
    version, files, pinned = choose(pin, found, pinned_only)
    sha, name = _tarball(files)
    run(["apt-get", *suite.options(), "source", "--download-only", "--tar-only",
         f"{pin['package']}={version}"], "sources", "try again; apt says why above", cwd=download)
    path = download / name
    if sha256(path) != sha:
        raise SetupError(f"{name} does not have the checksum that the archive names",
                         f"delete {path.relative_to(ROOT)} and try again")
    return path, pinned


class Sources:
    def __init__(self, tests, pinned_only):
        self.pinned_only = pinned_only
        self.wanted = {name: pin for name, pin in pins()["sources"].items()
                       if tests or not pin.get("tests")}

    def missing(self):
        refused = unpinned() if self.pinned_only else []
        return [name for name, pin in self.wanted.items() if name in refused
                or not holds(f"source-{name}", digest(pin), DEPS / "src" / name)]

    def make(self):
        download = DEPS / "download"
        download.mkdir(parents=True, exist_ok=True)
        suites = {}
        for name in self.missing():
            pin = self.wanted[name]
            suite = suites.setdefault(pin["suite"], Suite(pin["suite"]))
            path, pinned = fetch(pin, download, suite, self.pinned_only)
            unpack(path, DEPS / "src" / name)
            note = DEPS / f"{name}.unpinned"
            note.unlink(missing_ok=True)
            if not pinned:
                note.write_text(path.name + "\n")
            put(f"source-{name}", digest(pin))


def unpinned():
    """Names of the sources in use that are not the pinned ones."""
    return sorted(path.stem for path in DEPS.glob("*.unpinned"))
