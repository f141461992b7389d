#!/bin/sh
""":"
# Read by sh first: it finds (or installs) Debian's Python, the one that has the packages we use.
[ -x /usr/bin/python3 ] || sh "$(dirname "$0")/setup/bootstrap.sh" || exit 1
exec /usr/bin/python3 "$0" "$@"
":"""
# From here on read by Python. See server/command.py for what it takes and docs/operations.md for how
# to run it.
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from server.command import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(ROOT, sys.argv[1:]))
