"""Moving to another device: sealed records wait a few minutes for one download.

The passphrase goes from one screen to the other device's camera and never comes here. The six digits only
keep whoever has seen the id from taking the records away or trying long. All of it lives in memory: nothing
goes to the disk, and a restart forgets it. The id is a hash of the passphrase, so that a person without a
camera types one thing; it is a secret as the code is, and neither is logged.
"""

import base64
import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web

from . import times
from .problems import Problem
from .requests import base64_member, json_response, member, read_json

KEEP_MINUTES = 10
TRIES = 5
AGE_MAX = 1 << 20
MAX_WAITING = 4096  # mostly a few KB each
MAX_BYTES = 64 << 20  # of all that wait
_AGE_START = b"age-encryption.org/v1\n"
_LEAVE_BODY_MAX = 3 << 19  # AGE_MAX in base64, and room around it
_TAKE_BODY_MAX = 1 << 10
_FULL_SECONDS = 60
_CODE = re.compile(r"[0-9]{6}")
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass
class _Waiting:
    age: bytes
    code: str
    expires: datetime
    tries: int = TRIES


class Transfers:
    """Lives in the event loop's thread only. clock = () -> datetime in UTC."""

    def __init__(self, clock=times.now):
        self._clock = clock
        self._waiting: dict[str, _Waiting] = {}

    def routes(self):
        return [
            web.post("/transfers", self.leave),
            web.post("/transfers/{id:[0-9a-f]{32}}", self.take),
        ]

    async def leave(self, request):
        body = await read_json(request, _LEAVE_BODY_MAX)
        name, age, code = _id(body), _age(body), _code(body)
        self.drop_expired()
        if name in self._waiting:
            raise Problem("bad-request", reason="this id is in use")
        held = sum(len(one.age) for one in self._waiting.values())
        if len(self._waiting) >= MAX_WAITING or held + len(age) > MAX_BYTES:
            raise Problem("transfers-full", headers={"Retry-After": str(_FULL_SECONDS)})
        expires = times.after(self._clock(), minutes=KEEP_MINUTES)
        self._waiting[name] = _Waiting(age, code, expires)
        return json_response({"expires": times.text(expires)}, 201)

    async def take(self, request):
        """Gone with the answer, whether it arrives or not: who lost it begins anew on the first device."""
        code = _code(await read_json(request, _TAKE_BODY_MAX))
        self.drop_expired()
        name = request.match_info["id"]
        waiting = self._waiting.get(name)
        if waiting is None:
            raise Problem("transfer-gone")
        if not secrets.compare_digest(code, waiting.code):
            waiting.tries -= 1
            if waiting.tries == 0:
                del self._waiting[name]
            raise Problem("transfer-code", left=waiting.tries)
        del self._waiting[name]
        return json_response({"age": base64.b64encode(waiting.age).decode()})

    def drop_expired(self):
        now = self._clock()
        self._waiting = {name: one for name, one in self._waiting.items() if now < one.expires}


def _id(body):
    name = member(body, "id", str)
    if not _ID.fullmatch(name):
        raise Problem("bad-request", reason="an id is 32 hexadecimal digits")
    return name


def _age(body):
    age = base64_member(body, "age", AGE_MAX)
    if not age.startswith(_AGE_START):
        raise Problem("bad-request", reason='member "age" is not an age file')
    return age


def _code(body):
    code = member(body, "code", str)
    if not _CODE.fullmatch(code):
        raise Problem("bad-request", reason="a code is 6 digits")
    return code
