"""What the person at the terminal sees, and commands run with a log and a sign of life."""

import os
import subprocess
import sys
import threading
import time

from .paths import LOGS, ROOT

HEARTBEAT_S = 10


class SetupError(Exception):
    """One plain sentence and a hint with the next step."""

    def __init__(self, message, hint):
        super().__init__(message)
        self.message = message
        self.hint = hint


def line(text):
    print(f"motcua setup: {text}", flush=True)


def loud(text):
    """Something that must not be overlooked."""
    bar = "!" * 78
    print(f"{bar}\nmotcua setup: WARNING: {text}\n{bar}", file=sys.stderr, flush=True)


def tail(path, count=25):
    try:
        return path.read_text(errors="replace").splitlines()[-count:]
    except OSError:
        return []


def run(command, log, hint, cwd=ROOT, env=None, timeout=3600):
    """Runs a command with its output in build/setup/logs/LOG.log; says every few seconds that it
    still runs. Raises SetupError, after printing the log's last lines, when it fails."""
    LOGS.mkdir(parents=True, exist_ok=True)
    path = LOGS / f"{log}.log"
    started = time.monotonic()
    done = threading.Event()

    def beat():
        while not done.wait(HEARTBEAT_S):
            last = (tail(path, 1) or [""])[0].strip()[:90]
            line(f"  … {time.monotonic() - started:.0f} s  {last}")

    heart = threading.Thread(target=beat, daemon=True)
    heart.start()
    try:
        with open(path, "ab") as output:
            output.write(f"$ {' '.join(map(str, command))}\n".encode())
            output.flush()
            code = subprocess.run(
                list(map(str, command)), cwd=cwd, env={**os.environ, **(env or {})},
                stdin=subprocess.DEVNULL, stdout=output, stderr=output, timeout=timeout,
            ).returncode
    except FileNotFoundError as error:
        raise SetupError(f"{command[0]} is not installed", "run: /usr/bin/python3 -m setup") from error
    except subprocess.TimeoutExpired as error:
        raise SetupError(f"{command[0]} did not finish within {timeout} s",
                         f"look into {path.relative_to(ROOT)} and try again") from error
    finally:
        done.set()
    if code:
        for text in tail(path):
            print(f"  | {text}", file=sys.stderr)
        raise SetupError(f"{command[0]} failed with exit code {code}",
                         f"{hint}; the whole log is in {path.relative_to(ROOT)}")


def output_of(command, env=None):
    """The standard output of a quick command, or None when it fails or is not there."""
    try:
        done = subprocess.run(list(map(str, command)), env={**os.environ, **(env or {})},
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
