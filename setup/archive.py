"""Debian suites newer than the machine's, through a private apt configuration.

The archive's address and its keyring are read from the machine's own Debian sources, so no address
stands in this repository; apt verifies every list and file by the archive's signature. The machine's
own apt state is not touched, and nothing of a newer suite is installed.
"""

import os
import re
from pathlib import Path

from .paths import STATE
from .say import SetupError, output_of, run

APT = Path("/etc/apt")
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")


def codename():
    for row in Path("/etc/os-release").read_text().splitlines():
        if row.startswith("VERSION_CODENAME="):
            return row.partition("=")[2].strip('"')
    raise SetupError("this machine does not say which Debian it is", "use Debian 12 (bookworm)")


def from_deb822(text):
    """(types, uris, suites, components, signed-by) of each enabled stanza of a .sources file."""
    for stanza in re.split(r"\n[ \t]*\n", text):
        fields, last = {}, None
        for row in stanza.splitlines():
            if row.startswith("#"):
                continue
            if row[:1] in " \t" and last:
                fields[last] += "\n" + row.strip()
            elif ":" in row:
                last, _, value = row.partition(":")
                last = last.strip().lower()
                fields[last] = value.strip()
        if fields.get("enabled", "yes").lower() in ("no", "false"):
            continue
        if "uris" in fields:
            yield (fields.get("types", "").split(), fields["uris"].split(),
                   fields.get("suites", "").split(), fields.get("components", "").split(),
                   fields.get("signed-by", ""))


def from_list(text):
    """The same of each line of a .list file."""
    pattern = re.compile(r"^\s*(deb|deb-src)\s+(?:\[([^\]]*)\]\s*)?(\S+)\s+(\S+)\s*([^#]*)")
    for row in text.splitlines():
        found = pattern.match(row)
        if found:
            kind, options, uri, suite, components = found.groups()
            signed = re.search(r"signed-by=(\S+)", options or "", re.IGNORECASE)
            yield [kind], [uri], [suite], components.split(), signed.group(1) if signed else ""


def machine_sources():
    """Every (types, uris, suites, components, signed-by) of the machine."""
    files = [APT / "sources.list", *sorted((APT / "sources.list.d").glob("*"))]
    for file in files:
        if not file.is_file():
            continue
        text = file.read_text(errors="replace")
        if file.suffix == ".sources":
            yield from from_deb822(text)
        elif file.suffix == ".list":
            yield from from_list(text)


def debian_archive():
    """(uris, keyring path) of the machine's main Debian archive."""
    name = codename()
    for types, uris, suites, components, signed in machine_sources():
        if "deb" in types and name in suites and "main" in components:
            keyring = signed if signed.startswith("/") else str(KEYRING)
            if Path(keyring).exists():
                return uris, keyring
    raise SetupError(f"the machine's apt sources do not name a Debian archive for {name}",
                     "add a line `deb URI " + name + " main` to /etc/apt/sources.list")


class Suite:
    """One suite of the archive with its own lists, under build/setup/apt/SUITE."""

    def __init__(self, name):
        self.name = name
        self.folder = STATE / "apt" / name
        self.updated = False
        self.fresh = False

    def options(self):
        pairs = {
            "Dir::Etc::sourcelist": self.folder / "sources.list",
            "Dir::Etc::sourceparts": "/dev/null",
            "Dir::Etc::Preferences": "/dev/null",
            "Dir::Etc::PreferencesParts": "/dev/null",
            "Dir::State::Lists": self.folder / "lists",
            "Dir::Cache": self.folder / "cache",
            "APT::Sandbox::User": "root" if os.geteuid() == 0 else "",
            "APT::Default-Release": "",
            "Acquire::Languages": "none",
        }
        return [part for key, value in pairs.items() for part in ("-o", f"{key}={value}")]

    def update(self, binaries=False, fresh=False):
        """Fetches and verifies the suite's lists: sources, and binaries when asked. Lists past their
        date (a mirror that stands still) will do for what is pinned; FRESH refuses them."""
        if self.updated and (self.fresh or not fresh):
            return
        uris, keyring = debian_archive()
        (self.folder / "lists" / "partial").mkdir(parents=True, exist_ok=True)
        (self.folder / "cache" / "archives" / "partial").mkdir(parents=True, exist_ok=True)
        kinds = ["deb-src", "deb"] if binaries else ["deb-src"]
        rows = [f"{kind} [signed-by={keyring}] {uri} {self.name} main"
                for kind in kinds for uri in uris]
        (self.folder / "sources.list").write_text("\n".join(rows) + "\n")
        valid = "true" if fresh else "false"
        run(["apt-get", *self.options(), "-o", "APT::Update::Error-Mode=any",
             "-o", f"Acquire::Check-Valid-Until={valid}", "update"],
            f"archive-{self.name}", f"is the network there, and does the machine's Debian archive "
            f"carry the suite {self.name}?")
        self.updated, self.fresh = True, fresh

    def sources(self, package):
        """[(version, {sha256: file name})] of a source package in this suite, newest last."""
        shown = output_of(["apt-cache", *self.options(), "showsrc", package]) or ""
        found = []
        for stanza in shown.split("\n\n"):
            fields = dict(re.findall(r"^([A-Za-z0-9-]+):[ \t]*(.*(?:\n[ \t].*)*)", stanza, re.M))
            if fields.get("Package") == package:
                files = dict(re.findall(r"([0-9a-f]{64}) \d+ (\S+)", fields.get("Checksums-Sha256", "")))
                found.append((fields["Version"], files))
        return found
