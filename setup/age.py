"""age >= 1.3 (post-quantum recipients), for interoperability tests only: build/deps/age13/usr/bin."""

import shutil

from .archive import Suite
from .paths import DEPS
from .say import SetupError, loud, output_of, run
from .sources import pins
from .stamps import digest, holds, put

FOLDER = DEPS / "age13"


class Age:
    def __init__(self, pinned_only):
        self.pinned_only = pinned_only
        self.pin = pins()["age"]

    def missing(self):
        return [] if holds("age", digest(self.pin), FOLDER / "usr" / "bin" / "age") else ["age"]

    def versions(self, suite):
        shown = output_of(["apt-cache", *suite.options(), "madison", "age"]) or ""
        rows = [row.split("|") for row in shown.splitlines()]
        return [row[1].strip() for row in rows if len(row) == 3 and "Packages" in row[2]]

    def make(self):
        suite = Suite(self.pin["suite"])
        suite.update(binaries=True)
        version = self.pin["version"]
        versions = self.versions(suite)
        if version not in versions:
            suite.update(binaries=True, fresh=True)
            versions = self.versions(suite)
        if not versions:
            raise SetupError(f"the suite {suite.name} has no package age",
                             "the archive may be incomplete just now: try again")
        if version not in versions:
            if self.pinned_only:
                raise SetupError(f"age {version} is not in {suite.name} any more (now {versions[0]})",
                                 "run without --pinned-only, or update setup/pins.json")
            loud(f"age: {suite.name} has moved on from the pinned {version} to {versions[0]}.")
            version = versions[0]
        download = DEPS / "download"
        download.mkdir(parents=True, exist_ok=True)
        for old in download.glob("age_*.deb"):
            old.unlink()
        run(["apt-get", *suite.options(), "download", f"age={version}"], "age",
            "try again; apt says why above", cwd=download)
        shutil.rmtree(FOLDER, ignore_errors=True)
        run(["dpkg-deb", "-x", next(download.glob("age_*.deb")), FOLDER], "age", "try again")
        put("age", digest(self.pin))
