"""Followers see every event of their dossiers once, in order, and nobody else's."""

import asyncio
import base64
import json
import socket
import time
import unittest
from types import SimpleNamespace
from unittest import mock

from following import Stream
from people import Applicant, Officer, blake, seal
from serving import GatewayCase, core

from server import listening, live


class Live(GatewayCase):
    def setUp(self):
        self.applicant = Applicant(b"small")
        self.number = self.applicant.submit(self.gateway)["number"]
        self.officer = Officer(self.gateway)
        self.capability = self.applicant.keys["follow"]

    def open(self, capabilities, last=None):
        stream = Stream(self.gateway, capabilities, last)
        self.addCleanup(stream.close)
        return stream

    def poll(self, capabilities, last=0):
        headers = {"Accept": "application/json", "Last-Event-ID": str(last)}
        return self.gateway.ask("POST", "/follow", {"capabilities": capabilities}, headers)

    def test_an_event_arrives_live_with_its_proof(self):
        stream = self.open([self.capability])
        self.assertEqual(stream.response.headers["Content-Type"], "text/event-stream; charset=utf-8")
        note = self.officer.event(self.applicant, self.number)
        begun = time.monotonic()
        self.assertEqual(self.officer.post(self.number, note).status, 201)
        event = stream.next()
        self.assertLess(time.monotonic() - begun, 1)
        self.assertEqual((event["number"], event["message"]), (self.number, None))
        self.assertEqual(base64.b64decode(event["event"]).decode(), note)
        core.proof_verify(proof=event["proof"], event=event["event"], log=self.gateway.directory["log"]["key"])

    def test_a_message_comes_with_its_event(self):
        message = seal(b"please add a paper")
        note = self.officer.event(self.applicant, self.number, message=blake(message))
        self.officer.post(self.number, note, message)
        self.assertEqual(base64.b64decode(self.open([self.capability]).next()["message"]), message)

    def test_a_stream_resumes_after_the_last_event_it_saw(self):
        stream = self.open([self.capability])
        self.officer.say(self.applicant, self.number)
        first = stream.next()
        stream.close()
        self.officer.say(self.applicant, self.number, 2, "in-process")
        self.officer.say(self.applicant, self.number, 3, "done")
        resumed = self.open([self.capability], last=first["id"])
        states = [b"state: in-process\n", b"state: done\n"]
        for state in states:
            self.assertIn(state, base64.b64decode(resumed.next()["event"]))
        self.assertTrue(resumed.is_quiet())
        anew = self.open([self.capability])
        self.assertEqual(anew.next(), first)

    def test_an_id_of_a_newer_copy_is_followed_from_the_start(self):
        """A gateway put back from an older copy gives ids again that a page has seen already."""
        self.officer.say(self.applicant, self.number)
        ahead = self.poll([self.capability]).json["last"] + 5
        stream = self.open([self.capability], last=ahead)
        told = stream.next()
        self.assertEqual(told["number"], self.number)
        self.officer.say(self.applicant, self.number, 2, "in-process")
        self.assertEqual(stream.next()["id"], told["id"] + 1)
        answer = self.poll([self.capability], ahead).json
        self.assertEqual([event["id"] for event in answer["events"]], [told["id"], told["id"] + 1])
        self.assertEqual(answer["last"], told["id"] + 1)
        nothing = Applicant(b"small").keys["follow"]
        self.assertEqual(self.poll([nothing], ahead).json["last"], 0)

    def test_many_dossiers_share_a_stream_and_others_stay_out(self):
        second, stranger = Applicant(b"small"), Applicant(b"small")
        numbers = [second.submit(self.gateway)["number"], stranger.submit(self.gateway)["number"]]
        stream = self.open([self.capability, second.keys["follow"]])
        self.officer.say(stranger, numbers[1])
        self.officer.say(second, numbers[0])
        self.officer.say(self.applicant, self.number)
        self.assertEqual([stream.next()["number"], stream.next()["number"]], [numbers[0], self.number])
        self.assertTrue(stream.is_quiet())

    def test_a_stream_may_open_before_the_dossier_is_there(self):
        applicant = Applicant(b"small")
        stream = self.open([applicant.keys["follow"]])
        self.officer.say(applicant, applicant.submit(self.gateway)["number"])
        self.assertIsNotNone(stream.next())

    def test_polling_gives_the_same(self):
        none = self.poll([self.capability]).json
        self.assertEqual((none["events"], none["last"], none["more"], none["states"]), ([], 0, False, []))
        self.officer.say(self.applicant, self.number)
        answer = self.poll([self.capability]).json
        self.assertEqual(answer["events"], [self.open([self.capability]).next()])
        self.assertEqual(answer["last"], answer["events"][0]["id"])
        self.assertEqual(self.poll([self.capability], answer["last"]).json["events"], [])

    def test_knowing_the_hash_is_not_enough(self):
        self.officer.say(self.applicant, self.number)
        for guess in (self.applicant.keys["follow_hash"][:32], "0" * 32):
            self.assertEqual(self.poll([guess]).json["events"], [])

    def test_hostile_requests_are_refused(self):
        many = ["%032x" % n for n in range(65)]
        for capabilities in ([], ["x"], ["A" * 32], [1], [None], "0" * 32, {}, many):
            self.refused(self.poll(capabilities), 400, "bad-request")
        for last in ("x", "-1", "1.5", "9" * 20):
            self.refused(self.poll([self.capability], last), 400, "bad-request")

    def test_a_reader_that_never_reads_costs_others_nothing(self):
        body = json.dumps({"capabilities": [self.capability]}).encode()
        stuck = socket.create_connection(("127.0.0.1", self.gateway.port))
        self.addCleanup(stuck.close)
        stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        stuck.sendall(b"POST /follow HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        stream = self.open([self.capability])
        message = seal(b"x" * 200_000)
        sequence = 1
        for state in ["received"] + ["supplement-wanted", "received"] * 8:
            note = self.officer.event(self.applicant, self.number, sequence, state, message=blake(message))
            self.assertEqual(self.officer.post(self.number, note, message).status, 201)
            self.assertEqual(base64.b64decode(stream.next()["event"]).decode(), note)
            sequence += 1

    def test_a_long_history_comes_whole(self):
        for sequence in range(1, 40):
            state = "received" if sequence % 2 else "supplement-wanted"
            self.officer.say(self.applicant, self.number, sequence, state)
        stream = self.open([self.capability])
        ids = [stream.next()["id"] for _ in range(39)]
        self.assertEqual(ids, sorted(set(ids)))
        polled, last, more = [], 0, True
        while more:
            answer = self.poll([self.capability], last).json
            polled, last, more = polled + [event["id"] for event in answer["events"]], answer["last"], answer["more"]
        self.assertEqual(polled, ids)


class Clocks(unittest.IsolatedAsyncioTestCase):
    """One clock serves all streams, and one all new connections."""

    async def test_every_stream_has_a_sign_of_life(self):
        with mock.patch.object(live, "HEARTBEAT_SECONDS", 2):
            followers = live.Followers()
            first, gone = followers.join(["a"]), followers.join(["a"])
            followers.leave(gone)
            gone.due = first.due = frozenset()
            beating = asyncio.create_task(followers.beat())
            self.addCleanup(beating.cancel)
            for _ in range(2):
                await asyncio.wait_for(first.wait(), 3.5)
                self.assertEqual(first.due, {"ping"})
                first.due = frozenset()
            self.assertEqual(gone.due, frozenset())

    async def test_a_process_that_was_busy_skips_none(self):
        followers, clock = live.Followers(), mock.Mock(monotonic=mock.Mock(return_value=100.5))
        with mock.patch.object(live, "time", clock):
            joined = []
            for second in range(100, 105):
                clock.monotonic.return_value = second + 0.5
                joined.append(followers.join([str(second)]))
                joined[-1].due = frozenset()
            clock.monotonic.return_value = 119.5
            beating = asyncio.create_task(followers.beat())
            self.addCleanup(beating.cancel)
            await asyncio.sleep(0)
            clock.monotonic.return_value = 123.5  # four seconds went by at once
            await asyncio.wait_for(joined[0].wait(), 3)
            self.assertEqual([each.due for each in joined], [{"ping"}] * 4 + [frozenset()])

    async def test_streams_that_start_together_leave_others_their_turn(self):
        """Thousands of streams look for what they missed: whoever asks for something else does not wait for them all."""
        reading = []

        async def read(work):
            reading.append(work)
            await asyncio.Event().wait()

        following = live.Live(SimpleNamespace(read=read), None, None, live.Followers())
        streams, poll = ({"headers": {"Accept": kind}} for kind in ("text/event-stream", "application/json"))
        with (
            mock.patch.object(live, "read_json", mock.AsyncMock(return_value={"capabilities": ["0" * 32]})),
            mock.patch.object(live.web, "StreamResponse", mock.Mock(return_value=mock.AsyncMock())),
        ):
            asked = [asyncio.create_task(following.follow(SimpleNamespace(**streams))) for _ in range(live.READING * 3)]
            await asyncio.sleep(0.1)
            self.assertEqual(len(reading), live.READING)
            asked.append(asyncio.create_task(following.follow(SimpleNamespace(**poll))))
            await asyncio.sleep(0.1)
            self.assertEqual(len(reading), live.READING + 1)
            for each in asked:
                each.cancel()
            await asyncio.gather(*asked, return_exceptions=True)

    async def test_who_never_asks_is_let_go(self):
        closed = []

        class Connection:
            def __init__(self, name, asked):
                self.name, self._request_count = name, asked

            def force_close(self):
                closed.append(self.name)

        with mock.patch.object(listening, "FIRST_REQUEST_SECONDS", 0.3):
            new = listening._Silent(asyncio.get_running_loop())
            for name, asked in (("silent", 0), ("asked", 1)):
                new.accept(SimpleNamespace(server=lambda name=name, asked=asked: Connection(name, asked)))
            await asyncio.sleep(0.2)
            new.accept(SimpleNamespace(server=lambda: Connection("later", 0)))
            self.assertEqual(closed, [])
            await asyncio.sleep(0.2)
            self.assertEqual(closed, ["silent"])
            await asyncio.sleep(1.1)
            self.assertEqual(closed, ["silent", "later"])
