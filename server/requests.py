"""Reading request bodies: bounded in size and in time."""

import asyncio
import base64
import json
import re

from aiohttp import web

from .problems import Problem

IDLE_SECONDS = 60  # between two pieces of an upload
BODY_SECONDS = 30  # for a whole small body


async def read_json(request: web.Request, limit: int) -> dict:
    """The body as a JSON object of at most `limit` bytes. Raises Problem."""
    if (request.content_length or 0) > limit:
        raise Problem("too-large")
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while piece := await request.content.readany():
                body += piece
                if len(body) > limit:
                    raise Problem("too-large")
    except TimeoutError:
        raise Problem("too-slow") from None
    try:
        value = json.loads(body, object_pairs_hook=_without_twins)
    except (ValueError, RecursionError):
        raise Problem("bad-request", reason="the body is not JSON") from None
    if not isinstance(value, dict):
        raise Problem("bad-request", reason="the body is not a JSON object")
    return value


def member(body: dict, name: str, kind: type):
    """body[name], which must be there and of that kind. Raises Problem."""
    value = body.get(name)
    if not isinstance(value, kind) or isinstance(value, bool) and kind is not bool:
        raise Problem("bad-request", reason=f'member "{name}" is missing or of the wrong kind')
    return value


def base64_member(body: dict, name: str, most: int) -> bytes:
    """What body[name] is base64 of, at most so many bytes. Raises Problem."""
    try:
        value = base64.b64decode(member(body, name, str), validate=True)
    except ValueError:  # not base64, or not even ASCII
        raise Problem("bad-request", reason=f'member "{name}" is not base64') from None
    if len(value) > most:
        raise Problem("too-large", limit=most)
    return value


def json_response(value, status: int = 200) -> web.Response:
    return web.Response(
        status=status,
        body=json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(),
        content_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


def _without_twins(pairs):
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a member stands twice")
    return value


def takes_brotli(request: web.Request) -> bool:
    """Whether an answer may be packed with brotli."""
    for one in request.headers.get("Accept-Encoding", "").split(","):
        name, _, weight = one.partition(";")
        if name.strip() == "br":
            return not re.fullmatch(r"\s*q=0(\.0*)?\s*", weight)
    return False
