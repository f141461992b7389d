"""The application's files, build/web/, with what a browser must be told about them.

What lies under /_/ has a hash in its name, never changes and is cached for good; everything else is asked
for again with its ETag. A file's brotli twin (`.br` beside it) goes to whoever takes it. The
application's own paths answer with index.html, /gallery with the gallery of its components.
"""

import hashlib
import re
from pathlib import Path

from aiohttp import web

from .problems import Problem
from .requests import takes_brotli

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
}
_HASHED = "/_/"
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_PAGES = re.compile(r"/|/(thu-tuc|nop|ho-so)(/.*)?|/chuyen-may|/nhan|/kiem-tra-giay")


class Static:
    def __init__(self, folder: Path):
        """folder may be made anew while it is served."""
        self._folder = folder
        self._cache: dict[Path, tuple[tuple, bytes, str]] = {}

    def routes(self):
        return [web.get("/{path:.*}", self.serve)]

    def manifest(self) -> bytes | None:
        """The list of all files with their hashes, as the bundle has it."""
        path = self._folder / "build.txt"
        return path.read_bytes() if path.is_file() else None

    async def serve(self, request):
        path = self._find(request.path)
        if path is None:
            raise Problem("not-found")
        headers = {
            "Content-Type": _TYPES.get(path.suffix, "application/octet-stream"),
            "Cache-Control": "public, max-age=31536000, immutable" if request.path.startswith(_HASHED) else "no-cache",
            "Vary": "Accept-Encoding",
        }
        twin = path.with_name(path.name + ".br")
        if takes_brotli(request) and twin.is_file():
            path = twin
            headers["Content-Encoding"] = "br"
        content, etag = self._load(path)
        headers["ETag"] = etag
        if etag in [one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")]:
            return web.Response(status=304, headers=headers)
        return web.Response(body=content, headers=headers)

    def _find(self, url_path):
        if _PAGES.fullmatch(url_path):
            url_path = "/index.html"
        elif url_path == "/gallery":
            url_path = "/gallery.html"
        parts = url_path[1:].split("/")
        if not all(_PLAIN_NAME.fullmatch(part) for part in parts) or url_path.endswith(".br"):
            return None
        path = self._folder.joinpath(*parts)
        return path if path.is_file() else None

    def _load(self, path):
        """(content, ETag); kept in memory until the file changes."""
        stat = path.stat()
        stamp = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        known = self._cache.get(path)
        if known is None or known[0] != stamp:
            content = path.read_bytes()
            etag = f'"{hashlib.blake2b(content, digest_size=12).hexdigest()}"'
            known = self._cache[path] = (stamp, content, etag)
        return known[1:]
