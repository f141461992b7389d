"""Moving to another device: sealed records wait for one download, behind six digits, for ten minutes."""

import base64
import json
import os
import signal
import socket
import unittest

from aiohttp.test_utils import TestClient, TestServer

from people import seal
from serving import Gateway, GatewayCase
from server import times, transfers
from server.application import application_of
from server.headers import Headers
from server.logs import PrivateFormatter
from server.transfers import Transfers

START = b"age-encryption.org/v1\n"
CODE, WRONG = "048213", "048214"


def left(age=START, code=CODE):
    """The body of POST /transfers."""
    return {"id": os.urandom(16).hex(), "age": base64.b64encode(age).decode(), "code": code}


class Device(unittest.IsolatedAsyncioTestCase):
    """Talks with a gateway that has nothing but transfers, and whose clock the test sets."""

    async def asyncSetUp(self):
        self.now = times.parse("2026-11-22T05:00:00Z")
        application = application_of(Headers(), Transfers(clock=lambda: self.now).routes())
        self.client = TestClient(TestServer(application))
        await self.client.start_server()
        self.addAsyncCleanup(self.client.close)

    async def leave(self, **changes):
        """-> the id"""
        body = left(**changes)
        answer = await self.client.post("/transfers", json=body)
        self.assertEqual(answer.status, 201, await answer.text())
        return body["id"]

    async def take(self, name, code=CODE):
        return await self.client.post(f"/transfers/{name}", json={"code": code})

    async def refused(self, answer, status, code, **members):
        problem = await answer.json()
        self.assertEqual((answer.status, problem["code"]), (status, code))
        self.assertEqual({name: problem[name] for name in members}, members)
        self.assertTrue(problem["title"] and problem["detail"] and problem["hint"])
        self.assertEqual(answer.headers["Cache-Control"], "no-store")
        return problem


class OneDownload(Device):
    async def test_it_goes_to_the_other_device_byte_for_byte_and_once(self):
        sealed = seal(os.urandom(300_000))
        body = left(sealed)
        answer = await self.client.post("/transfers", json=body)
        made = await answer.json()
        self.assertEqual((answer.status, answer.headers["Cache-Control"]), (201, "no-store"))
        self.assertEqual(made, {"expires": "2026-11-22T05:10:00Z"})
        await self.refused(await self.client.post("/transfers", json=body), 400, "bad-request", reason="this id is in use")
        taken = await self.take(body["id"])
        self.assertEqual((taken.status, taken.headers["Cache-Control"]), (200, "no-store"))
        self.assertEqual(await taken.json(), {"age": base64.b64encode(sealed).decode()})
        await self.refused(await self.take(body["id"]), 410, "transfer-gone")

    async def test_each_waits_for_its_own_code(self):
        one, other = await self.leave(age=START + b"one", code="000001"), await self.leave(age=START + b"other")
        self.assertNotEqual(one, other)
        await self.refused(await self.take(other, "000001"), 403, "transfer-code", left=4)
        for name, code, age in ((other, CODE, START + b"other"), (one, "000001", START + b"one")):
            taken = await (await self.take(name, code)).json()
            self.assertEqual(base64.b64decode(taken["age"]), age)


class FiveTries(Device):
    async def test_the_fifth_wrong_code_removes_it(self):
        name = await self.leave()
        for tries in (4, 3, 2, 1, 0):
            await self.refused(await self.take(name, WRONG), 403, "transfer-code", left=tries)
        await self.refused(await self.take(name), 410, "transfer-gone")

    async def test_the_right_code_is_taken_at_the_last_try(self):
        name = await self.leave()
        for _ in range(4):
            await self.take(name, WRONG)
        self.assertEqual((await self.take(name)).status, 200)

    async def test_nobody_learns_why_there_is_nothing(self):
        taken, used_up, expired = await self.leave(), await self.leave(), await self.leave()
        await self.take(taken)
        for _ in range(5):
            await self.take(used_up, WRONG)
        self.now = times.after(self.now, minutes=11)
        answers = [await self.take(name) for name in (taken, used_up, expired, "0" * 32)]
        self.assertEqual({answer.status for answer in answers}, {410})
        self.assertEqual(len({await answer.text() for answer in answers}), 1)
        self.assertEqual(len({tuple(sorted(answer.headers)) for answer in answers}), 1)


class TenMinutes(Device):
    async def test_it_is_there_until_its_time_and_not_after(self):
        early, late = await self.leave(), await self.leave()
        begun = self.now
        self.now = times.after(begun, minutes=9, seconds=59)
        self.assertEqual((await self.take(early)).status, 200)
        self.now = times.after(begun, minutes=10)
        await self.refused(await self.take(late), 410, "transfer-gone")

    async def test_a_wrong_code_gives_no_more_time(self):
        name = await self.leave()
        self.now = times.after(self.now, minutes=9)
        await self.refused(await self.take(name, WRONG), 403, "transfer-code", left=4)
        self.now = times.after(self.now, minutes=1)
        await self.refused(await self.take(name), 410, "transfer-gone")


class Room(Device):
    async def full(self):
        answer = await self.client.post("/transfers", json=left())
        await self.refused(answer, 503, "transfers-full")
        self.assertEqual(answer.headers["Retry-After"], "60")

    async def test_so_many_wait_until_one_is_taken_or_runs_out(self):
        most, transfers.MAX_WAITING = transfers.MAX_WAITING, 16
        self.addCleanup(setattr, transfers, "MAX_WAITING", most)
        names = [await self.leave() for _ in range(16)]
        await self.full()
        await self.take(names[0])
        await self.leave()
        await self.full()
        self.now = times.after(self.now, minutes=10)
        await self.leave()

    async def test_so_many_bytes_wait(self):
        whole = left(START.ljust(transfers.AGE_MAX, b"x"))
        names = [os.urandom(16).hex() for _ in range(64)]
        for name in names:
            await self.client.post("/transfers", json={**whole, "id": name})
        await self.full()
        for _ in range(5):
            await self.take(names[0], WRONG)
        await self.leave()

    async def test_one_has_a_bound(self):
        largest = START.ljust(1_048_576, b"x")
        await self.leave(age=largest)
        answer = await self.client.post("/transfers", json=left(largest + b"x"))
        await self.refused(answer, 413, "too-large", limit=1_048_576)

    async def test_bodies_have_a_bound(self):
        name = await self.leave()
        for path, size in (("/transfers", 1_600_000), (f"/transfers/{name}", 2000)):
            body = json.dumps({"code": CODE, "more": "x" * size})
            await self.refused(await self.client.post(path, data=body), 413, "too-large")
        self.assertEqual((await self.take(name)).status, 200)


class Malformed(Device):
    async def test_what_is_no_sealed_text_is_refused(self):
        age = base64.b64encode(START).decode()
        for wrong in (None, 7, [age], "", "=", age[:-1], age + "\n", age + "ế", base64.b64encode(b"plain").decode(),
                      base64.b64encode(START[:-1]).decode(), base64.b64encode(b"\n" + START).decode()):  # fmt: skip
            answer = await self.client.post("/transfers", json={**left(), "age": wrong})
            await self.refused(answer, 400, "bad-request")

    async def test_what_is_no_id_is_refused(self):
        for wrong in (None, 7, "", "0" * 31, "0" * 33, "A" * 32, "g" * 32, "0" * 32 + "\n"):
            answer = await self.client.post("/transfers", json={**left(), "id": wrong})
            await self.refused(answer, 400, "bad-request")

    async def test_what_is_no_code_is_refused_and_costs_no_try(self):
        name = await self.leave()
        for wrong in (None, 48213, True, "", "48213", "0048213", CODE + "\n", " 48213", "٠٤٨٢١٣", "04821x"):
            answer = await self.client.post("/transfers", json={**left(), "code": wrong})
            await self.refused(answer, 400, "bad-request")
            await self.refused(await self.take(name, wrong), 400, "bad-request")
        await self.refused(await self.take(name, WRONG), 403, "transfer-code", left=4)

    async def test_what_is_no_json_object_is_refused(self):
        name = await self.leave()
        for path in ("/transfers", f"/transfers/{name}"):
            for body in ("", "{", "[]", '"048213"', '{"code":"048213","code":"048213"}', "[" * 900):
                await self.refused(await self.client.post(path, data=body), 400, "bad-request")

    async def test_there_is_nothing_but_post(self):
        name = await self.leave()
        for method in ("GET", "PUT", "DELETE", "PATCH"):
            answer = await self.client.request(method, f"/transfers/{name}", json={"code": CODE})
            await self.refused(answer, 405, "method")
        self.assertEqual((await self.take(name)).status, 200)

    async def test_an_id_is_written_in_one_way_only(self):
        name = await self.leave(age=START + b"x")
        for wrong in (name[:-1], name + "0", "g" * 32, "..%2f" + name):
            self.assertEqual((await self.take(wrong)).status, 404, wrong)


class Silence(GatewayCase):
    """A whole gateway writes nothing of a transfer anywhere."""

    def ways(self, sealed):
        """Every way that a transfer can go; -> what must not be found afterwards."""
        bodies = [left(sealed) for _ in range(3)]
        for body in bodies:
            self.assertEqual(self.gateway.ask("POST", "/transfers", body).status, 201)
        ids = [body["id"] for body in bodies]
        self.assertEqual(self.gateway.ask("POST", f"/transfers/{ids[0]}", {"code": CODE}).status, 200)
        for _ in range(6):
            self.gateway.ask("POST", f"/transfers/{ids[1]}", {"code": WRONG})
        self.refused(self.gateway.ask("POST", f"/transfers/{ids[1]}", {"code": CODE}), 410, "transfer-gone")
        self.refused(self.gateway.ask("POST", f"/transfers/{ids[2]}", b"\xff{"), 400, "bad-request")
        self.refused(self.gateway.ask("GET", f"/transfers/{ids[2]}"), 404, "not-found")
        for rest in (" HTTP/9 secret\r\n\r\n", "\x00 HTTP/1.1\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", self.gateway.port), timeout=5) as connection:
                connection.sendall(f"POST /transfers/{ids[2]}{rest}".encode())
                self.assertIn(b" 400 ", connection.recv(4096))
        return [*(name.encode() for name in ids), sealed[-64:], base64.b64encode(sealed)[-64:-4]]

    def test_nothing_is_logged_or_kept_on_the_disk(self):
        secrets = self.ways(seal(os.urandom(50_000)))
        self.assertNotIn(CODE, self.gateway.log)
        for secret in secrets:
            for file in self.gateway.data.rglob("*"):
                if file.is_file():
                    self.assertNotIn(secret, file.read_bytes(), file)


class Restart(unittest.TestCase):
    def test_a_restart_forgets_it(self):
        gateway = Gateway()
        self.addCleanup(gateway.close)
        body = left()
        name = body["id"]
        self.assertEqual(gateway.ask("POST", "/transfers", body).status, 201)
        gateway.kill(signal.SIGTERM)
        gateway.start()
        self.assertEqual(gateway.ask("POST", f"/transfers/{name}", {"code": CODE}).code, "transfer-gone")


class Failure(Device):
    async def test_a_failure_is_logged_without_the_id(self):
        name = await self.leave()
        self.now = None  # a broken clock
        with self.assertLogs("motcua") as logged:
            await self.refused(await self.take(name), 500, "internal")
        written = "".join(PrivateFormatter("%(message)s").format(record) for record in logged.records)
        self.assertIn("TypeError", written)
        self.assertNotIn(name, written)
