"""What every answer tells the browser it may do, and which other origin may read it."""

from aiohttp import web

_FEATURES = (
    "accelerometer", "autoplay", "display-capture", "encrypted-media", "fullscreen",
    "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment", "picture-in-picture",
    "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
# Where no page comes of an answer, what a page may do is a kilobyte for nothing. A worker takes the
# content policy of its own script.
_DATA = ("application/json", "application/octet-stream", "application/wasm", "font/ttf", "text/css")
_SCRIPT = "text/javascript"
_CORS_METHODS = "GET, HEAD, POST, PATCH, DELETE, OPTIONS"
_CORS_REQUEST = (
    "Content-Type, Last-Event-ID, Tus-Resumable, Upload-Length, Upload-Offset, Upload-Checksum, "
    "Upload-Metadata, X-HTTP-Method-Override"
)
_CORS_ANSWER = (
    "Location, Retry-After, Tus-Resumable, Tus-Version, Tus-Extension, Tus-Max-Size, "
    "Tus-Checksum-Algorithm, Upload-Offset, Upload-Length, Upload-Expires"
)


class Headers:
    def __init__(self, api: str = "", allowed_origins: frozenset[str] = frozenset()):
        """api: the gateway's origin, when the pages come from another; allowed_origins: whose pages
        may call this gateway, beside its own."""
        self._origins = allowed_origins
        policy = {
            "default-src": "'none'",
            "script-src": "'self' 'wasm-unsafe-eval'",
            "style-src": "'self'",
            "connect-src": f"'self' {api}".strip(),
            "img-src": "'self' blob:",
            "font-src": "'self'",
            "worker-src": "'self'",
            "manifest-src": "'self'",
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": "'none'",
            "require-trusted-types-for": "'script'",
            "trusted-types": "motcua",
        }
        self._features = ", ".join(["camera=(self)"] + [f"{feature}=()" for feature in _FEATURES])
        self._content = "; ".join(f"{name} {value}" for name, value in policy.items())
        self._always = {
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Server": "motcua",
        }

    async def add(self, request: web.Request, response: web.StreamResponse):
        """For web.Application.on_response_prepare."""
        response.headers.update(self._always)
        if response.content_type not in _DATA:
            response.headers["Content-Security-Policy"] = self._content
        if response.content_type not in (*_DATA, _SCRIPT):
            response.headers["Permissions-Policy"] = self._features
        response.headers.setdefault("Cache-Control", "no-store")
        if self._origins:
            response.headers.add("Vary", "Origin")
        if self._allowed(request):
            response.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
            response.headers["Access-Control-Expose-Headers"] = _CORS_ANSWER

    def preflight(self, request: web.Request) -> web.Response | None:
        """The answer to a browser that asks first; None when it is none, or not an allowed one."""
        if request.method != "OPTIONS" or "Access-Control-Request-Method" not in request.headers:
            return None
        if not self._allowed(request):
            return None
        headers = {
            "Access-Control-Allow-Methods": _CORS_METHODS,
            "Access-Control-Allow-Headers": _CORS_REQUEST,
            "Access-Control-Max-Age": "600",
        }
        return web.Response(status=204, headers=headers)

    def _allowed(self, request):
        return request.headers.get("Origin") in self._origins
