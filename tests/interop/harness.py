"""Counts what passes and what fails, and runs the programs that are compared."""
import os
import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMAND = os.environ.get("MOTCUA", str(ROOT / "build" / "native" / "motcua"))


class Run:
    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.command = COMMAND
        made = self.motcua("keygen", "--classical")
        self.classical = made.stdout.decode().splitlines()[-1] if made.returncode == 0 else ""
        self.check("the command runs", made.returncode == 0)

    def check(self, what, holds, detail=""):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {what} {detail}")
        return holds

    def equal(self, what, got, expected):
        return self.check(what, got == expected, f"(got {got!r:.200}, expected {expected!r:.200})")

    def motcua(self, *arguments, stdin=b"", env=None):
        return self.program(self.command, *arguments, stdin=stdin, env=env)

    def program(self, *arguments, stdin=b"", env=None):
        environment = {**os.environ, "MOTCUA_PASSPHRASE": "", **(env or {})}
        return subprocess.run([str(a) for a in arguments], input=stdin, env=environment,
                              capture_output=True, timeout=120, check=False)


def find(name, *places):
    """The first program that is there, or None."""
    for place in places:
        if (ROOT / place / name).exists():
            return str(ROOT / place / name)
    return shutil.which(name)
