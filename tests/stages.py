#!/usr/bin/python3
"""The stages of tests/run: says what runs, times each, shows the end of a failed one's log, and closes with one
line `N passed, N failed` over all test cases. Only what later stages need (set-up, builds) stops the rest."""

import argparse
import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
LOGS = BUILD / "tests" / "logs"
HEARTBEAT_S = 30
LIMIT_S = 3000  # of one stage

PLAIN = re.compile(r"^(?:\w+: )?(\d+) passed, (\d+) failed(?:, \d+ skipped)?$", re.M)
PLAIN_CATCH = ["--colour-mode", "none"]
CATCH_GOOD = re.compile(r"^All tests passed \(\d+ assertions? in (\d+) test cases?\)", re.M)
CATCH_BAD = re.compile(r"^test cases:\s*\d+(.*)$", re.M)


def counts(text):
    """(passed, failed) that a stage's output reports, or None when it reports no test."""
    plain = PLAIN.findall(text)
    if plain:
        return int(plain[-1][0]), int(plain[-1][1])
    good = CATCH_GOOD.findall(text)
    if good:
        return int(good[-1]), 0
    bad = CATCH_BAD.findall(text)
    if bad:
        number = {what: int(n) for n, what in re.findall(r"(\d+) (passed|failed)", bad[-1])}
        return number.get("passed", 0), number.get("failed", 0)
    return None


class Stage:
    """A command; `tests` says that it must report how many test cases ran."""

    def __init__(self, name, *command, tests=False, env=None, shown=False):
        self.name, self.command, self.tests, self.shown = name, list(map(str, command)), tests, shown
        self.env = {**os.environ, **(env or {})}

    def run(self):
        """(exit code, output). A stage that is `shown` prints as it goes."""
        LOGS.mkdir(parents=True, exist_ok=True)
        path = LOGS / f"{re.sub(r'[^a-z0-9]+', '-', self.name.lower()).strip('-')}.log"
        started = time.monotonic()
        with open(path, "wb") as log:
            process = subprocess.Popen(self.command, cwd=ROOT, env=self.env, stdin=subprocess.DEVNULL,
                                       stdout=None if self.shown else log,
                                       stderr=None if self.shown else subprocess.STDOUT)
            while True:
                try:
                    code = process.wait(HEARTBEAT_S)
                    break
                except subprocess.TimeoutExpired:
                    spent = time.monotonic() - started
                    if spent > LIMIT_S:
                        process.kill()
                        process.wait()
                        log.write(f"\nended: not done within {LIMIT_S} s\n".encode())
                        code = 124
                        break
                    if not self.shown:
                        print(f"  … {spent:.0f} s", flush=True)
        return code, path.read_text(errors="replace")


def sources(*folders):
    return [path for folder in folders for end in ("h", "cpp")
            for path in sorted((ROOT / folder).rglob(f"*.{end}"))]


def unit(preset, name="motcua_unit"):
    if preset.startswith("wasm"):
        # Generated code would take Node's fetch for a browser's.
        return ["node", "--no-experimental-fetch", BUILD / preset / f"{name}.js", *PLAIN_CATCH]
    return [BUILD / preset / name, *PLAIN_CATCH]


def build(preset, *targets):
    return Stage(f"build {preset}", "sh", "-c",
                 f"cmake --preset {preset} && cmake --build build/{preset} -j 2 --target "
                 + " ".join(targets))


def stages(full):
    yield Stage("set up", "/usr/bin/python3", "-m", "setup", "--tests", shown=True)
    yield Stage("check format", "clang-format", "--dry-run", "-Werror",
                *sources("shared", "wasm", "tests/unit", "tests/fuzz"))
    targets = sorted(f"fuzz_{t.stem}" for t in (ROOT / "tests" / "fuzz").glob("*.cpp"))
    yield build("asan", "motcua", "motcua_unit", "motcua_app_unit", *targets)
    strict = {"ASAN_OPTIONS": "detect_stack_use_after_return=1:strict_string_checks=1",
              "UBSAN_OPTIONS": "print_stacktrace=1"}
    yield Stage("core tests, sanitizers", *unit("asan"), tests=True, env=strict)
    yield Stage("application tests, sanitizers", *unit("asan", "motcua_app_unit"), tests=True,
                env=strict)
    yield Stage("fuzzing, a minute in all", ROOT / "tests" / "fuzz" / "run", tests=True)
    for preset in ("wasm", "wasm-scalar"):
        yield build(preset, "motcua_unit")
        yield Stage(f"core tests, {preset}", *unit(preset), tests=True)
    if full:
        yield build("native", "all")
        yield Stage("core tests, optimised", *unit("native"), tests=True)
    for name in ("setup/run", "interop/run", "gateway/run", "browser/run", "check-size"):
        if (ROOT / "tests" / name).exists():
            # More: each scenario in every way that it can be run, and files of 4 GiB.
            more = {"browser/run": ["--full"], "interop/run": ["--large"]}.get(name, []) if full else []
            yield Stage(f"tests/{name}", ROOT / "tests" / name, *more, tests=True)


def main():
    parser = argparse.ArgumentParser(prog="tests/run", description=__doc__)
    parser.add_argument("--full", action="store_true", help="also optimised native tests, and every scenario in every way")
    options = parser.parse_args()

    passed = failed = 0
    again = []  # of each failed stage: the command
    started = time.monotonic()
    for number, stage in enumerate(stages(options.full), 1):
        print(f"== {number}. {stage.name}", flush=True)
        began = time.monotonic()
        try:
            code, output = stage.run()
        except OSError as error:
            code, output = 126, f"{stage.command[0]}: {error.strerror}\n"
        found = counts(output) if stage.tests else None
        if found:
            passed, failed = passed + found[0], failed + found[1]
        report = f" ({found[0]} passed, {found[1]} failed)" if found else ""
        spent = time.monotonic() - began
        if code == 0 and (found or not stage.tests) and not (found and found[1]):
            print(f"   ok in {spent:.0f} s{report}", flush=True)
            continue
        if code == 0 and not found:
            output += "\nthe stage reported no test\n"
        if not (found and found[1]):
            failed += 1
        print("\n".join("   | " + row for row in output.splitlines()[-60:]))
        print(f"   FAILED with exit code {code} after {spent:.0f} s: {stage.name}{report}")
        again.append(f"   again: {' '.join(stage.command)[:300]}")
        print(again[-1], flush=True)
        if not stage.tests:
            break
    if again:
        print("failed stages:", *again, sep="\n")
    print(f"all stages took {time.monotonic() - started:.0f} s")
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
