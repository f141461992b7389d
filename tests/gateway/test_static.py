"""The application's files come fast, unchanged, and with strict orders for the browser."""

import gzip
import json
import os
import socket
import tempfile
import unittest
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from serving import ROOT, Gateway, GatewayCase
from server.application import application_of
from server.headers import Headers
from server.logs import PrivateFormatter
from server.static import Static

INDEX = "<!doctype html><title>motcua</title>"


class Files(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.web = Path(folder.name) / "web"
        (self.web / "_").mkdir(parents=True)
        (self.web / "index.html").write_text(INDEX)
        (self.web / "gallery.html").write_text("<title>gallery</title>")
        (self.web / "_" / "app.0123456789ab.js").write_text("plain();")
        (self.web / "_" / "app.0123456789ab.js.br").write_bytes(b"small")
        (self.web / "_" / "app.0123456789ab.wasm").write_bytes(b"\0asm")
        (Path(folder.name) / "secret.txt").write_text("secret")
        os.symlink(Path(folder.name) / "secret.txt", self.web / ".hidden")
        application = application_of(Headers(), Static(self.web).routes())
        self.client = TestClient(TestServer(application), auto_decompress=False)
        await self.client.start_server()
        self.addAsyncCleanup(self.client.close)

    async def get(self, path, **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.client.get(path, headers={"Accept-Encoding": "identity", **named})

    async def test_a_hashed_file_is_kept_for_good(self):
        answer = await self.get("/_/app.0123456789ab.js")
        self.assertEqual(answer.headers["Cache-Control"], "public, max-age=31536000, immutable")
        self.assertEqual(answer.headers["Content-Type"], "text/javascript; charset=utf-8")
        self.assertEqual(await answer.text(), "plain();")
        wasm = await self.get("/_/app.0123456789ab.wasm")
        self.assertEqual(wasm.headers["Content-Type"], "application/wasm")

    async def test_brotli_goes_to_those_who_take_it(self):
        cases = {"gzip, br": True, "br;q=0.5": True, "br;q=0": False, "gzip": False, "": False}
        for accepted, coded in cases.items():
            answer = await self.get("/_/app.0123456789ab.js", Accept_Encoding=accepted)
            self.assertEqual(answer.headers.get("Content-Encoding") == "br", coded, accepted)
            self.assertEqual(await answer.read(), b"small" if coded else b"plain();")
            self.assertEqual(answer.headers["Vary"], "Accept-Encoding")

    async def test_the_page_is_asked_for_again(self):
        first = await self.get("/")
        self.assertEqual((first.headers["Cache-Control"], await first.text()), ("no-cache", INDEX))
        etag = first.headers["ETag"]
        same = await self.get("/", If_None_Match=etag)
        self.assertEqual((same.status, await same.read()), (304, b""))
        (self.web / "index.html").write_text(INDEX + "new")
        changed = await self.get("/", If_None_Match=etag)
        self.assertEqual(changed.status, 200)

    async def test_the_applications_paths_are_the_page(self):
        for path in ("/thu-tuc/1.001193", "/nop/abc/kiem-tra", "/ho-so", "/ho-so/482177305916"):
            self.assertEqual(await (await self.get(path)).text(), INDEX, path)
        for path in ("/nope", "/ho-so-khac", "/thu-tucx"):
            self.assertEqual((await self.get(path)).status, 404, path)

    async def test_the_gallery_is_a_page_of_its_own(self):
        answer = await self.get("/gallery")
        self.assertEqual((answer.status, await answer.text()), (200, "<title>gallery</title>"))

    async def test_nothing_outside_is_served(self):
        for path in (
            "/../secret.txt", "/%2e%2e/secret.txt", "/_/../../secret.txt", "/_%2f..%2f..%2fsecret.txt",
            "/.hidden", "/_/app.0123456789ab.js.br", "/_", "/_/", "/index.html%00", "/..%5csecret.txt",
        ):  # fmt: skip
            answer = await self.get(path)
            self.assertEqual(answer.status, 404, path)
            self.assertEqual((await answer.json())["code"], "not-found")

    async def test_every_answer_has_the_strict_headers(self):
        for path in ("/", "/_/app.0123456789ab.js", "/nope"):
            headers = (await self.get(path)).headers
            self.assertEqual(headers["Cross-Origin-Opener-Policy"], "same-origin")
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            policy = dict(rule.split(" ", 1) for rule in headers["Content-Security-Policy"].split("; "))
            self.assertEqual(policy["default-src"], "'none'")
            self.assertEqual(policy["script-src"], "'self' 'wasm-unsafe-eval'")
            self.assertEqual(policy["connect-src"], "'self'")
            self.assertEqual(policy["require-trusted-types-for"], "'script'")
            self.assertNotIn("unsafe-inline", headers["Content-Security-Policy"])
            self.assertNotIn("'unsafe-eval'", headers["Content-Security-Policy"])
            self.assertEqual(headers["Cross-Origin-Resource-Policy"], "same-origin")
            self.assertEqual(headers["Referrer-Policy"], "no-referrer")
            self.assertEqual(headers["Server"], "motcua")
            if path.endswith(".js"):
                self.assertNotIn("Permissions-Policy", headers)
                continue
            features = headers["Permissions-Policy"].split(", ")
            self.assertEqual([f for f in features if not f.endswith("=()")], ["camera=(self)"])
            self.assertIn("microphone=()", features)


class Errors(unittest.IsolatedAsyncioTestCase):
    async def test_an_error_tells_the_log_and_the_client_nothing_personal(self):
        async def broken(request):
            raise ValueError("Nguyễn Văn A 999012345678")

        application = application_of(Headers(), [web.get("/broken", broken)])
        async with TestClient(TestServer(application)) as client:
            with self.assertLogs("motcua") as logged:
                answer = await client.get("/broken")
                told = await answer.text()
        self.assertEqual((answer.status, json.loads(told)["code"]), (500, "internal"))
        written = PrivateFormatter("%(message)s").format(logged.records[0])
        self.assertIn("ValueError", written)
        self.assertNotIn("999012345678", written + told)


class OtherOrigin(GatewayCase):
    options = ("--allow-origin", "https://pages.example")

    def test_an_allowed_origin_may_call(self):
        asked = {"Origin": "https://pages.example", "Access-Control-Request-Method": "PATCH"}
        answer = self.gateway.ask("OPTIONS", "/files/" + "0" * 32, headers=asked)
        self.assertEqual(answer.status, 204)
        self.assertEqual(answer.headers["Access-Control-Allow-Origin"], "https://pages.example")
        self.assertIn("PATCH", answer.headers["Access-Control-Allow-Methods"])
        self.assertIn("Upload-Offset", answer.headers["Access-Control-Allow-Headers"])
        answer = self.gateway.ask("GET", "/directory", headers={"Origin": "https://pages.example"})
        self.assertEqual(answer.headers["Access-Control-Allow-Origin"], "https://pages.example")
        self.assertIn("Location", answer.headers["Access-Control-Expose-Headers"])

    def test_no_other_origin_may(self):
        for origin in ("https://evil.example", "null", "https://pages.example.evil"):
            asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
            for method, path in (("OPTIONS", "/dossiers"), ("GET", "/directory")):
                answer = self.gateway.ask(method, path, headers=asked)
                self.assertNotIn("Access-Control-Allow-Origin", answer.headers)

    def test_pages_may_come_from_a_server_of_their_own(self):
        roots = self.gateway.data / "data" / "roots.json"
        pages = Gateway("--api", self.gateway.url, "--roots", str(roots))
        self.addCleanup(pages.close)
        config = pages.ask("GET", "/config.json").json
        self.assertEqual(config["api"], self.gateway.url)
        self.assertEqual(config["roots"], json.loads(roots.read_text()))
        answer = pages.ask("GET", "/healthz")
        self.assertEqual(answer.status, 404)
        self.assertIn(f"connect-src 'self' {self.gateway.url};", answer.headers["Content-Security-Policy"])
        self.assertFalse((pages.data / "data").exists())


class Whole(GatewayCase):
    def test_malformed_http_is_refused_and_not_logged(self):
        with socket.create_connection(("127.0.0.1", self.gateway.port), timeout=5) as connection:
            connection.sendall(b"GET /Nguyen-Van-A\x00 HTTP/9 secret\r\n\r\n")
            self.assertIn(b" 400 ", connection.recv(4096))
        self.assertNotIn("Nguyen", self.gateway.log)

    def test_nothing_of_the_data_folder_is_served(self):
        for path in ("/../build/data/keys/log.json", "//etc/passwd", "/../../data/motcua.sqlite", "/keys/log.json"):
            self.refused(self.gateway.ask("GET", path), 404, "not-found")

    def test_compressed_bodies_do_not_swell(self):
        body = gzip.compress(b'{"capabilities":["' + b" " * 50_000_000 + b'"]}')
        answer = self.gateway.ask("POST", "/follow", body[:10_000], {"Content-Encoding": "gzip"})
        self.refused(answer, 400, "bad-request")

    def test_the_page_is_served_when_it_is_built(self):
        answer = self.gateway.ask("GET", "/")
        self.assertEqual(answer.status, 200 if (ROOT / "build" / "web" / "index.html").exists() else 404)
