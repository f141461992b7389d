"""Remembers what each step was done from, so that a step runs again only when that has changed."""

import hashlib
import json

from .paths import ROOT, STATE


def digest(value):
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def fingerprint(*names, skip=()):
    """Names, sizes and times of all files under these folders (or files) of the repository."""
    rows = []
    for name in names:
        start = ROOT / name
        paths = [start] if start.is_file() else sorted(start.rglob("*")) if start.is_dir() else []
        for path in paths:
            if path.is_file() and "__pycache__" not in path.parts and path.name not in skip:
                stat = path.stat()
                rows.append([str(path.relative_to(ROOT)), stat.st_size, stat.st_mtime_ns])
    return digest(rows)


def holds(step, value, *outputs):
    """True when STEP was last done from VALUE and what it made is still there."""
    try:
        return (STATE / f"{step}.stamp").read_text() == value and all(p.exists() for p in outputs)
    except OSError:
        return False


def put(step, value):
    STATE.mkdir(parents=True, exist_ok=True)
    (STATE / f"{step}.stamp").write_text(value)
