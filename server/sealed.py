"""Sealed messages in request bodies: age files that the gateway carries and cannot read."""

import base64
import hashlib

from .blobs import HEADER_MAX
from .core import Core, CoreError
from .problems import Problem
from .requests import base64_member


def message_member(core: Core, body: dict, most: int) -> bytes | None:
    """The bytes of body["message"], an age file of at most so many; None when there is none. Raises Problem."""
    if body.get("message") is None:
        return None
    message = base64_member(body, "message", most)
    try:
        core.age_split(prefix=base64.b64encode(message[:HEADER_MAX]).decode())
    except CoreError as error:
        raise Problem("message", reason=error.message) from None
    return message


def digest(message: bytes | None) -> str:
    """How a note names its message."""
    return "-" if message is None else hashlib.blake2b(message, digest_size=32).hexdigest()
