#!/usr/bin/python3
"""A gateway that does not wait for the disk: what the power cuts must find out (chaos, test_chaos.py)."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from server import command, store  # noqa: E402

_careful = store._connect


def _careless(path):
    db = _careful(path)
    db.execute("PRAGMA synchronous=OFF")
    return db


store._connect = _careless
sys.exit(command.main(ROOT, sys.argv[1:]))
