"""The demo agency: fictional, with unit codes outside every list. Made at the first start.

Its keys are fresh on every data folder. Officers' files (DATA/officers) are what a real unit would
make on its own machine and never hand to a gateway; here they lie beside it so that one can try both
sides.
"""

import json
import os
from pathlib import Path

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
        made = core.unit_keygen(unit=unit["code"], random=os.urandom(64).hex())
        keys = {"format": "motcua.unit-keys/1", "unit": unit["code"], "sign": made["sign"]}
        write_whole(officers / f"unit-{unit['code']}.keys.json", json.dumps(keys) + "\n")
        write_whole(officers / f"unit-{unit['code']}.identity", made["identity_file"])
        entries.append({**unit, "read": made["read"], "sign": made["vkey"]})
    return entries
