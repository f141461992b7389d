"""/usr/bin/python3 -m setup [--tests] [--pinned-only] [--quiet-if-done]"""

import argparse
import fcntl
import sys
import time

from . import debian
from .age import Age
from .builds import Bundle, Preset
from .fonts import Fonts
from .npm import Npm
from .paths import STATE
from .say import SetupError, line
from .sources import Sources


class Packages:
    def __init__(self, tests):
        self.tests = tests

    def missing(self):
        return debian.missing(self.tests)

    def make(self):
        debian.install(self.missing())


def steps(tests, pinned_only):
    """(what it is, step) in order. A step has missing() -> names and make()."""
    yield "install Debian packages", Packages(tests)
    yield "fetch and verify sources", Sources(tests, pinned_only)
    if tests:
        yield "fetch age for tests", Age(pinned_only)
    yield "install npm packages", Npm(tests)
    yield "cut the font", Fonts()
    yield "compile the core and the command", Preset("native")
    yield "compile WebAssembly with SIMD", Preset("wasm")
    yield "compile WebAssembly without SIMD", Preset("wasm-scalar")
    yield "bundle the web application", Bundle()


def lock():
    """One setup at a time on a build folder; held until the process ends."""
    STATE.mkdir(parents=True, exist_ok=True)
    file = open(STATE / "lock", "w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        line("another setup is at work in this folder; waiting for it")
        fcntl.flock(file, fcntl.LOCK_EX)
    return file


def short(names):
    text = " ".join(names)
    return text if len(text) <= 200 else text[:197] + "…"


def main():
    parser = argparse.ArgumentParser(prog="python3 -m setup", description="Makes this machine ready to "
                                     "serve motcua: packages, sources, font, builds, bundle.")
    parser.add_argument("--tests", action="store_true", help="also what tests/run needs")
    parser.add_argument("--pinned-only", action="store_true",
                        help="refuse third-party sources other than those in setup/pins.json")
    parser.add_argument("--quiet-if-done", action="store_true", help="say nothing if nothing is to do")
    options = parser.parse_args()

    held = lock()
    plan = list(steps(options.tests, options.pinned_only))
    ahead = [(what, step.missing()) for what, step in plan]
    if not any(names for _, names in ahead):
        if not options.quiet_if_done:
            line("everything is in place")
        return 0
    line("this will be done now:")
    for what, names in ahead:
        if names:
            line(f"  {what}: {short(names)}")

    started = time.monotonic()
    for number, (what, step) in enumerate(plan, 1):
        names = step.missing()  # an earlier step may have changed what this one reads
        if not names:
            continue
        line(f"[{number}/{len(plan)}] {what}: {short(names)}")
        began = time.monotonic()
        step.make()
        line(f"[{number}/{len(plan)}] done in {time.monotonic() - began:.0f} s")
    line(f"ready after {time.monotonic() - started:.0f} s")
    held.close()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except SetupError as error:
        print(f"motcua setup: {error.message} (hint: {error.hint})", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        print("motcua setup: interrupted (hint: the next start goes on where this one stopped)",
              file=sys.stderr)
        sys.exit(130)
