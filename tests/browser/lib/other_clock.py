#!/usr/bin/python3
"""serve.py with a clock of its own: other_clock.py HOURS ARGUMENTS… (HOURS to add to the time)."""

import sys
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from server import times  # noqa: E402
from server.command import main  # noqa: E402

true_now, hours = times.now, timedelta(hours=float(sys.argv[1]))
times.now = lambda: true_now() + hours
sys.exit(main(ROOT, sys.argv[2:]))
