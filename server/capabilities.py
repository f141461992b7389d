"""Following a dossier: whoever has its capability may, and the gateway keeps only what it makes of it."""

import hashlib
import re

CAPABILITY = re.compile(r"[0-9a-f]{32}")


def follow_hash(capability: str) -> str:
    """What the envelope shows of a capability."""
    return hashlib.sha256(b"motcua/v1/follow" + bytes.fromhex(capability)).hexdigest()
