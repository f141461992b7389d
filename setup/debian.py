"""Debian's own packages: what serving, building and testing need."""

import os
import shutil

from .say import SetupError, output_of, run

SERVE = """
    ca-certificates emscripten clang cmake ninja-build nlohmann-json3-dev
    brotli libharfbuzz-bin debian-archive-keyring
    python3 python3-aiohttp python3-uvloop python3-cffi python3-brotli
""".split()

TESTS = """
    libclang-rt-14-dev clang-format age minisign libgfshare-bin chromium firefox-esr poppler-utils zbar-tools
    fonts-noto-core procps curl python3-jsonschema python3-cryptography
""".split()


def wanted(tests):
    packages = SERVE + (TESTS if tests else [])
    # A Node that is already there (Debian's or another's) brings its npm; only fill a gap.
    if not shutil.which("node"):
        packages = packages + ["nodejs"]
    if not shutil.which("npm"):
        packages = packages + ["npm"]
    return packages


def missing(tests):
    """The wanted packages that are not installed, in order."""
    packages = wanted(tests)
    shown = output_of(["sh", "-c", "dpkg-query -W -f '${Package} ${db:Status-Status}\\n' "
                       + " ".join(packages) + " 2>/dev/null || true"])
    if shown is None:
        raise SetupError("dpkg-query does not work: this is not a Debian machine",
                         "use Debian 12 (bookworm), in a container if need be")
    there = {row.split()[0].split(":")[0] for row in shown.splitlines() if row.endswith(" installed")}
    return [name for name in packages if name not in there]


def install(packages):
    command = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if os.geteuid() != 0:
        raise SetupError("some Debian packages are missing and only root can install them",
                         f"run as root: apt-get update && {command}")
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    lock = ["-o", "DPkg::Lock::Timeout=300"]
    run(["apt-get", *lock, "update"], "debian", "is the network there? Try: apt-get update", env=env)
    run(["apt-get", *lock, *command.split()[1:]], "debian",
        "try the same command by hand; `dpkg --configure -a` helps after an interruption", env=env)
