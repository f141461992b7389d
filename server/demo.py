"""The demo agency: fictional, with unit codes outside every list. Made at the first start.

Its keys are fresh on every data folder. Officers' files (DATA/officers) are what a real unit would
make on its own machine and never hand to a gateway; here they lie beside it so that one can try both
sides.
"""

import json
import os
from pathlib import Path

from . import unit_keys
from .core import Core
from .folder import write_whole

LOG_ORIGIN = "motcua.demo/log"
UNITS = (
    {
        "code": "99901",
        "name": {"vi": "Ủy ban nhân dân xã Mây Trắng", "en": "People's Committee of Mây Trắng Commune"},
        "kind": "commune",
        "province": "99",
    },
    {
        "code": "99001",
        "name": {
            "vi": "Trung tâm Phục vụ hành chính công tỉnh Sông Xanh",
            "en": "Sông Xanh Province Public Administration Service Centre",
        },
        "kind": "centre",
        "province": "99",
    },
)


def signer(core: Core, keys: Path, name: str) -> dict:
    """The log's or a root's key {"name", "sign", "vkey"}, made when it is not there yet."""
    path = keys / f"{name.rpartition('/')[2]}.json"
    if not path.exists():
        made = core.unit_keygen(unit=name, random=os.urandom(64).hex())
        write_whole(path, json.dumps({"name": name, "sign": made["sign"], "vkey": made["vkey"]}, indent=1) + "\n")
    return json.loads(path.read_text())


def make_units(core: Core, officers: Path) -> list[dict]:
    """New keys for every demo unit; -> the directory's entries."""
    entries = []
    for unit in UNITS:
        entries.append({**unit, **unit_keys.make(core, unit["code"], officers)})
    return entries
