"""Event streams in number, and commits beside them: `tests/bench/run live [--streams N] [--seconds N] [--hold N]
[--no-page]`. Prints a table, writes build/bench/live.json.

A real gateway with an open stream for each of N dossiers. Events are posted at a fixed rate; a real Chromium follows
ten more dossiers and paints what comes; then sixteen desks post as fast as they are answered, while others read (a
maximum); then 300 events a second are posted for a minute, whether or not earlier ones are answered, each timed from
when it was due; then dossiers are filed; then the gateway restarts with all streams open, and each client comes back
when web/backoff.js would let it. The dossiers are filed once and kept in build/bench/live-N; each run works on a copy.
All requests are made and signed beforehand, but for the page's. The load runs on the same machine."""

import asyncio
import itertools
import json
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT / "tests" / "gateway"), str(Path(__file__).parent / "gateway"), str(ROOT)]

import made  # noqa: E402
import page  # noqa: E402
from figures import OUT, option, part, say  # noqa: E402
from lines import Follower, Line, request  # noqa: E402
from serving import Gateway  # noqa: E402

SECONDS, HOLD = option("seconds", 10), option("hold", 60)
RATE, HELD_RATE = 50, 300  # events a second
DESKS, READERS, FILERS = 16, 4, 8
READS_A_SECOND = 40
LINES = 256  # connections of an offered load at most; what waits for one is late from when it was due
LAGGING_SECONDS = 10  # so much of an offered load unanswered, and no more is offered
GONE_SECONDS = 180  # no stream may take longer to come back, or the run has failed
UNIT = "99901"
SPARE_FILES = 200 + LINES
JSON = {"Content_Type": "application/json"}
BOUNDS = {
    "event_p50_ms": 50, "event_p99_ms": 250, "pixel_p50_ms": 50, "pixel_p99_ms": 250, "bytes_per_stream": 20_000,
    "commits_per_s": -300, "commit_p95_ms": 100, "read_p95_ms": 50,
    "held_per_s": -294, "held_p95_ms": 100, "held_read_p95_ms": 50,
    "back_s": 30, "back_read_p95_ms": 1000, "lost": 0, "doubled": 0,
}  # fmt: skip


def allowed_streams():
    """As many as are wanted, or as the machine's limit of open files allows; each process needs one a stream."""
    wanted, hard = option("streams", 10_000), resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    if hard < wanted + SPARE_FILES:
        print(f"  this machine allows {hard} open files a process: {hard - SPARE_FILES} streams instead of {wanted}")
    return min(wanted, hard - SPARE_FILES)


def resident(process):
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) * 1024


async def each_on(lines, works, run):
    """run(line, work) for all works, by as many at a time as there are lines; -> seconds of each."""
    left, took = iter(works), []

    async def one(line):
        for work in left:
            begun = time.monotonic()
            await run(line, work)
            took.append(time.monotonic() - begun)

    await asyncio.gather(*(one(line) for line in lines))
    for line in lines:
        line.close()
    return took


async def file(port, dossiers):
    """Uploads and commits all; adds their numbers. -> (dossiers a second, p95 of POST /dossiers in ms)"""
    commits = []

    async def run(line, dossier):
        size = len(dossier["upload"])
        head = {"Tus_Resumable": "1.0.0", "Upload_Length": size, "Content_Type": "application/offset+octet-stream"}
        status, answer, _ = await line.ask(request("POST", "/files", dossier["upload"], **head))
        assert status == 201, answer
        path = re.search(rb"(?i)\r\nlocation: (\S+)", answer)[1].decode()
        body = json.dumps({**dossier["commit"], "upload": path}).encode()
        begun = time.monotonic()
        status, _, answer = await line.ask(request("POST", "/dossiers", body, **JSON))
        commits.append((time.monotonic() - begun) * 1000)
        assert status == 201, answer
        dossier["number"] = json.loads(answer)["number"]

    begun = time.monotonic()
    await each_on([Line(port) for _ in range(FILERS)], dossiers, run)
    return len(dossiers) / (time.monotonic() - begun), part(commits, 0.95)


async def prepare(folder, many):
    """A data folder with that many dossiers; -> [[number, capability, body], …]"""
    listed = folder / "dossiers.json"
    if not listed.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        print(f"  filing {many} dossiers, once", flush=True)
        dossiers = made.dossiers(many)
        gateway = Gateway(folder=folder)
        try:
            await file(gateway.port, dossiers)
        finally:
            gateway.close()
        listed.write_text(json.dumps([[one["number"], one["follow"], one["body"]] for one in dossiers]))
    return json.loads(listed.read_text())


class Posted:
    """Events that the gateway has acknowledged: the dossier's number -> when each was sent."""

    def __init__(self):
        self.sent: dict[str, list[float]] = {}
        self.took: list[float] = []

    async def post(self, line, work, due=None):
        """`due`: when it was to be sent; without, now."""
        number, body = work
        begun = due or time.monotonic()
        status, _, answer = await line.ask(request("POST", "/desk/events", body, **JSON))
        assert status in (200, 201), answer
        self.took.append((time.monotonic() - begun) * 1000)
        self.sent.setdefault(number, []).append(begun)


async def at_rate(port, works, rate, run):
    """Starts run(line, work, due) so many times a second, whether or not earlier ones have ended. -> (seconds until all
    had, the most that were under way)"""
    idle, running, most, failed = [], set(), 0, []
    places, begun = asyncio.Semaphore(LINES), time.monotonic()

    async def one(work, due):
        async with places:
            line = idle.pop() if idle else Line(port)
            await run(line, work, due)
            idle.append(line)

    def ended(task):
        running.discard(task)
        if error := task.exception():
            failed.append(error)

    for n, work in enumerate(works):
        due = begun + n / rate
        await asyncio.sleep(max(due - time.monotonic(), 0))
        task = asyncio.create_task(one(work, due))
        running.add(task)
        task.add_done_callback(ended)
        most = max(most, len(running))
        if failed or most > LAGGING_SECONDS * rate:
            break
    while running:
        await asyncio.wait(running)
    if failed:
        raise failed[0]
    for line in idle:
        line.close()
    return time.monotonic() - begun, most


async def read_until(port, ended, dossiers, took):
    """Proofs, polls and the directory in turn, READS_A_SECOND of them together."""
    line = Line(port)
    while not ended.is_set():
        poll = json.dumps({"capabilities": [random.choice(dossiers)[1]]}).encode()
        for whole in (
            request("GET", f"/log/proof/{random.randrange(len(dossiers))}"),
            request("POST", "/follow", poll, Accept="application/json", **JSON),
            request("GET", "/directory"),
        ):
            begun = time.monotonic()
            status, _, answer = await line.ask(whole)
            assert status == 200, answer
            took.append((time.monotonic() - begun) * 1000)
            await asyncio.sleep(max(READERS / READS_A_SECOND - (time.monotonic() - begun), 0))
    line.close()


async def open_all(port, names):
    gate = asyncio.Semaphore(200)
    followers = [Follower(port, name, gate) for name in names]
    await asyncio.gather(*(follower.open() for follower in followers))
    return followers


def latencies(posted, by_number, since=0.0):
    """ms from sending an event to its arrival on its stream; the n-th sent is the n-th that came."""
    return [
        (came - sent) * 1000
        for number, times in posted.sent.items()
        for sent, came in zip(times, by_number[number].received.values())
        if sent >= since
    ]


def busiest(times, seconds):
    """The most of these moments that lie within so many seconds."""
    times, first, most = sorted(times), 0, 0
    for last, moment in enumerate(times):
        while times[first] <= moment - seconds:
            first += 1
        most = max(most, last - first + 1)
    return most


async def beside_reads(port, dossiers, work):
    """-> (what `work` gives, p95 in ms of reads beside it)"""
    ended, took = asyncio.Event(), []
    readers = [asyncio.create_task(read_until(port, ended, dossiers, took)) for _ in range(READERS)]
    try:
        return await work, round(part(took, 0.95), 1)
    finally:
        ended.set()
        await asyncio.gather(*readers)


async def restart(gateway, followers, dossiers):
    """Ends the gateway and starts it again. Nobody orders the streams' return: each follows the browser's rule."""
    begun = time.monotonic()
    await asyncio.to_thread(gateway.kill, signal.SIGTERM)
    await asyncio.to_thread(gateway.start)
    figures = {"away_s": round(time.monotonic() - begun, 2)}

    async def all_back():
        while not all(follower.live for follower in followers):
            if time.monotonic() - begun > GONE_SECONDS:
                raise TimeoutError(f"{sum(not each.live for each in followers)} streams are not back")
            await asyncio.sleep(0.1)

    _, figures["back_read_p95_ms"] = await beside_reads(gateway.port, dossiers, all_back())
    stood = [follower.stood - begun for follower in followers]
    figures["back_p50_s"], figures["back_s"] = round(part(stood, 0.5), 2), round(max(stood), 2)
    reached = [moment for follower in followers for moment in follower.reached if moment > begun]
    figures["back_connections"], figures["back_peak_per_100ms"] = len(reached), busiest(reached, 0.1)
    return figures


async def measure(gateway, dossiers, key):
    port = gateway.port
    numbers = {number: body for number, _, body in dossiers}
    said = dict.fromkeys(numbers, 0)

    def works(many):
        """Events for random dossiers, none twice: the desk may post them in any order."""
        return [(number, event(number)) for number in random.sample(list(numbers), many)]

    def rounds(many):
        """Events for all dossiers in turn: those of one are too far apart to overtake each other."""
        order = random.sample(list(numbers), len(numbers))
        return [(number, event(number)) for number in itertools.islice(itertools.cycle(order), many)]

    def event(number):
        said[number] += 1
        note = made.note(key, UNIT, number, numbers[number], said[number], made.next_state(said[number]))
        return made.posting(key, UNIT, number, note)

    figures = {}
    before = resident(gateway.process)
    begun = time.monotonic()
    followers = await open_all(port, [capability for _, capability, _ in dossiers])
    by_number = {number: follower for (number, _, _), follower in zip(dossiers, followers)}
    figures["streams"] = sum(follower.live for follower in followers)
    print(f"  {len(followers)} streams open after {time.monotonic() - begun:.1f} s", flush=True)
    await asyncio.sleep(2)
    posted = Posted()
    await at_rate(port, works(RATE * SECONDS), RATE, posted.post)
    await asyncio.sleep(1)
    came = latencies(posted, by_number)
    figures["event_p50_ms"], figures["event_p99_ms"] = round(part(came, 0.5), 1), round(part(came, 0.99), 1)
    figures["bytes_per_stream"] = (resident(gateway.process) - before) // len(followers)

    if "--no-page" not in sys.argv:
        watched = await asyncio.to_thread(made.dossiers, page.DOSSIERS)
        await file(port, watched)
        for dossier in watched:
            numbers[dossier["number"]], said[dossier["number"]] = dossier["body"], 0
        figures.update(await page.measure(port, watched, event, Posted().post))
        for dossier in watched:
            del numbers[dossier["number"]]

    async def as_fast_as_answered(load):
        begun = time.monotonic()
        await each_on([Line(port) for _ in range(DESKS)], load, posted.post)
        return round(len(load) / (time.monotonic() - begun))

    load, posted.took = works(min(300 * SECONDS, len(numbers))), []
    figures["commits_per_s"], figures["read_p95_ms"] = await beside_reads(port, dossiers, as_fast_as_answered(load))
    figures["commit_p95_ms"] = round(part(posted.took, 0.95), 1)

    load, posted.took, begun = rounds(HELD_RATE * HOLD), [], time.monotonic()
    print(f"  {HELD_RATE} events a second for {HOLD} s", flush=True)
    offered = at_rate(port, load, HELD_RATE, posted.post)
    (took, figures["held_most_waiting"]), figures["held_read_p95_ms"] = await beside_reads(port, dossiers, offered)
    figures["held_s"], figures["held_per_s"] = round(took, 1), round(len(posted.took) / max(took, HOLD), 1)
    for name, share in (("held_p50_ms", 0.5), ("held_p95_ms", 0.95), ("held_p99_ms", 0.99)):
        figures[name] = round(part(posted.took, share), 1)
    await asyncio.sleep(1)
    figures["held_event_p95_ms"] = round(part(latencies(posted, by_number, begun), 0.95), 1)

    fresh = await asyncio.to_thread(made.dossiers, 50 * SECONDS)
    rate, slow = await file(port, fresh)
    figures["dossiers_per_s"], figures["dossier_p95_ms"] = round(rate), round(slow, 1)

    await each_on([Line(port)], works(20), posted.post)  # some just before
    figures.update(await restart(gateway, followers, dossiers))
    await each_on([Line(port)], works(200), posted.post)  # and after
    await asyncio.sleep(3)
    missing = sum(max(len(sent) - len(by_number[number].received), 0) for number, sent in posted.sent.items())
    figures["lost"], figures["doubled"] = missing, sum(follower.doubled for follower in followers)
    figures["events"] = sum(len(sent) for sent in posted.sent.values())
    for follower in followers:
        follower.stop()
    return figures


async def measure_peer(many):
    """The same streams and the same rate on bare aiohttp."""
    command = ["/usr/bin/python3", ROOT / "tests" / "bench" / "gateway" / "peer.py"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            port = int(process.stdout.readline())
            before = resident(process)
            names = [f"{n:032x}" for n in range(many)]
            followers = dict(zip(names, await open_all(port, names)))
            await asyncio.sleep(2)
            posted = Posted()

            async def post(line, name, due):
                body = json.dumps({"to": name, "proof": "x" * 1000}).encode()
                await line.ask(request("POST", "/say", body, **JSON))
                posted.sent[name] = [due]

            await at_rate(port, random.sample(names, RATE * SECONDS), RATE, post)
            await asyncio.sleep(1)
            came = latencies(posted, followers)
            used = (resident(process) - before) // many
            for follower in followers.values():
                follower.stop()
        finally:
            process.kill()
    return {
        "peer_event_p50_ms": round(part(came, 0.5), 1),
        "peer_event_p99_ms": round(part(came, 0.99), 1),
        "peer_bytes_per_stream": used,
    }


async def main():
    streams = allowed_streams()
    kept, run = OUT / f"live-{streams}", OUT / "live-run"
    dossiers = await prepare(kept, streams)
    shutil.rmtree(run, ignore_errors=True)
    shutil.copytree(kept, run)
    key = json.loads((run / "data" / "officers" / f"unit-{UNIT}.keys.json").read_text())["sign"]
    gateway = Gateway(folder=run)
    try:
        figures = await measure(gateway, dossiers, key)
    finally:
        gateway.close()
    print(gateway.log, end="")
    shutil.rmtree(run)
    figures.update(await measure_peer(streams))
    say("live", figures, BOUNDS)


asyncio.run(main())
