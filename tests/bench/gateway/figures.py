"""How a benchmark of the gateway says its figures: a table, and build/bench/NAME.json."""

import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
OUT = ROOT / "build" / "bench"


def option(name: str, otherwise: int) -> int:
    """The whole number behind --name."""
    return int(sys.argv[sys.argv.index(f"--{name}") + 1]) if f"--{name}" in sys.argv else otherwise


def part(values: list[float], share: float) -> float:
    """The value below which this share of them lies."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def say(name: str, figures: dict, bounds: dict):
    """bounds: {figure: the most it may be, or a negative number: the least, without its sign}"""
    for key, value in figures.items():
        bound = bounds.get(key)
        word = "" if bound is None else f"at least {-bound}" if bound < 0 else f"at most {bound}"
        missed = bound is not None and value is not None and (value < -bound if bound < 0 else value > bound)
        print(f"  {key:24}{value!s:>12}  {word}{'  MISSED' if missed else ''}")
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"  machine: {os.cpu_count()} cores, load over 1, 5 and 15 minutes at the end: {load}")
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f"{name}.json").write_text(json.dumps(figures, indent=1) + "\n")
