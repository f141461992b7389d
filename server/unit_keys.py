"""A unit's keys as files: what it keeps for itself, and what goes into the key directory."""

import json
import os
from pathlib import Path

from .core import Core
from .folder import write_whole
from .refused import Refused

FORMER_MOST = 8  # keys of one unit, as the core takes them
_PUBLIC = "motcua.unit-public/1"


def keys_of(unit: dict) -> dict:
    """What of a directory's unit decides whose signature counts for it: today's key and former ones."""
    return {name: unit[name] for name in ("sign", "former") if name in unit}


def make(core: Core, code: str, folder: Path) -> dict:
    """Writes unit-CODE.keys.json and unit-CODE.identity; -> {"sign": verifier key, "read": recipient}."""
    made = core.unit_keygen(unit=code, random=os.urandom(64).hex())
    keys = {"format": "motcua.unit-keys/1", "unit": code, "sign": made["sign"]}
    write_whole(folder / f"unit-{code}.keys.json", json.dumps(keys) + "\n")
    write_whole(folder / f"unit-{code}.identity", made["identity_file"])
    return {"sign": made["vkey"], "read": made["read"]}


def write_public(code: str, public: dict, folder: Path) -> Path:
    """unit-CODE.public.json, for whoever keeps the directory."""
    path = folder / f"unit-{code}.public.json"
    write_whole(path, json.dumps({"format": _PUBLIC, "unit": code, **public}, indent=1) + "\n", 0o644)
    return path


def read_public(path: Path) -> tuple[str, dict]:
    """-> (code, {"sign", "read"}). Raises Refused, OSError."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        if said["format"] == _PUBLIC:
            return said["unit"], {name: said[name] for name in ("sign", "read")}
    except (ValueError, KeyError, TypeError):
        pass
    raise Refused(f"{path} is not a unit's public keys", "./serve.py unit keys makes such a file")
