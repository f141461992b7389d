"""npm's parts: the JavaScript minifier, the font, the reader of square codes; for tests also a browser driver and the peers
that our formats are compared with.

setup/npm/package-lock.json pins versions and checksums and names no registry: npm uses the one that
the machine is configured for. The modules are in build/npm/node_modules. playwright-core is the
newest that Debian 12's own Node 18 runs.
"""

import shutil

from .paths import NPM, ROOT
from .say import run
from .stamps import digest, fingerprint, holds, put

FILES = ROOT / "setup" / "npm"


class Npm:
    def __init__(self, tests):
        self.tests = tests

    def _value(self, tests):
        return digest([fingerprint("setup/npm"), tests])

    def missing(self):
        there = NPM / "node_modules"
        if holds("npm", self._value(True), there):
            return []
        return [] if not self.tests and holds("npm", self._value(False), there) else ["npm"]

    def make(self):
        NPM.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(FILES / name, NPM / name)
        command = ["npm", "ci", "--prefix", NPM, "--ignore-scripts", "--no-audit", "--no-fund"]
        run(command if self.tests else [*command, "--omit=dev"], "npm",
            "is the network there, and is npm configured for your registry?", cwd=NPM)
        put("npm", self._value(self.tests))
