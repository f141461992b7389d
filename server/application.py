"""A web application whose every answer has the headers and whose every error is a problem.

What all answers need is wrapped around each route once. aiohttp's middlewares would do the same by making a chain of
functions for each request; a stream would keep it for as long as it stands, 1.6 KB of memory each.
"""

import json
import logging
from functools import wraps

from aiohttp import web

from .headers import Headers
from .problems import Problem

_log = logging.getLogger("motcua")


def application_of(headers: Headers, routes: list[web.RouteDef]) -> web.Application:
    application = web.Application()
    elsewhere = web.route("*", "/{path:.*}", _unknown)
    application.add_routes(
        web.RouteDef(route.method, route.path, _answering(headers, route.handler), route.kwargs)
        for route in [*routes, elsewhere]
    )
    application.on_response_prepare.append(headers.add)
    return application


def _answering(headers, handler):
    @wraps(handler)
    async def answer(request):
        try:
            preflight = headers.preflight(request)
            return preflight if preflight is not None else await handler(request)
        except Problem as problem:
            return problem.response()
        except web.HTTPException:
            return Problem("bad-request").response()
        except (ConnectionError, web.RequestPayloadError):
            raise
        except Exception:
            _log.exception("a request failed")
            return Problem("internal").response()

    return answer


async def _unknown(request):
    """No route has this path, or none has it with this method."""
    allowed = set()
    for resource in request.app.router.resources():
        found, methods = await resource.resolve(request)
        allowed |= set() if found else methods
    if allowed:
        raise Problem("method", headers={"Allow": ", ".join(sorted(allowed))})
    raise Problem("not-found")


def config_route(version: str, roots: list[str], api: str) -> web.RouteDef:
    """GET /config.json: what the pages must know before they trust anything."""
    config = {"demo": True, "api": api, "roots": roots, "version": version}

    async def serve(request):
        return web.Response(
            text=json.dumps(config), content_type="application/json", headers={"Cache-Control": "no-cache"}
        )

    return web.get("/config.json", serve)
