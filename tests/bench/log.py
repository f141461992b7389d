"""What a log of ten million entries costs: `tests/bench/run log [--entries N] [--rounds N]`. Prints a table, writes
build/bench/log.json. The log is made once, through the gateway's own trees, and kept in build/bench/log-N."""

import asyncio
import hashlib
import os
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT / "tests" / "gateway"), str(Path(__file__).parent / "gateway"), str(ROOT)]

from figures import OUT, option, part, say  # noqa: E402
from serving import Gateway, core  # noqa: E402
from server import demo  # noqa: E402
from server.ledger import NAME, Ledger  # noqa: E402
from server.store import Store  # noqa: E402
from server.trees import Tree  # noqa: E402

ENTRIES, ROUNDS = option("entries", 10_000_000), option("rounds", 1000)
PIECE, COMMIT = 10_000, 20  # entries the core takes at once; pieces a transaction
BOUNDS = {"append_p95_ms": 2, "prove_p95_ms": 2, "consistency_p95_ms": 2, "start_s": 3}
FOLDER = OUT / f"log-{ENTRIES}"


def fill(db, tree, until):
    """One transaction of entries that nobody can tell from real ones: 32 bytes of noise each."""
    for _ in range(COMMIT):
        head = tree.head(db)
        many = min(PIECE, until - head["size"])
        if many <= 0:
            return
        entries = hashlib.shake_128(b"%d" % head["size"]).digest(many * 32)
        leaves = [hashlib.sha256(b"\0" + entries[at : at + 32]).hexdigest() for at in range(0, len(entries), 32)]
        tree.keep(db, core.log_append(size=head["size"], edge=head["edge"], leaves=leaves))
        tree.keep_entries(db, head["size"], entries)


async def make(store):
    tree, begun = Tree(core, NAME), time.monotonic()
    while (size := await store.read(lambda db: tree.head(db)["size"])) < ENTRIES:
        print(f"\r  filling the log: {size:,} of {ENTRIES:,}, {time.monotonic() - begun:.0f} s", end="", flush=True)
        await store.write(lambda db: fill(db, tree, ENTRIES))
    print(f"\r  the log has {size:,} entries" + " " * 40)


async def timed(run, work):
    """Milliseconds of run(work(n)) for each round, after a tenth of them that warm up; and those of them in which
    the work itself had a processor: what is left of them where other programs take their share."""
    took, worked = [], []

    def clocked(db, one):
        begun = time.thread_time()
        assert one(db) is not None
        worked.append((time.thread_time() - begun) * 1000)

    for n in range(ROUNDS + ROUNDS // 10):
        one = work(n)
        begun = time.perf_counter()
        await run(lambda db: clocked(db, one))
        took.append((time.perf_counter() - begun) * 1000)
    return took[ROUNDS // 10 :], worked[ROUNDS // 10 :]


async def measure(ledger, store):
    size = await store.read(ledger.size)
    pairs = [sorted(random.sample(range(1, size + 1), 2)) for _ in range(ROUNDS * 2)]
    event = os.urandom(400)
    took = {
        "append": await timed(store.write, lambda n: lambda db: ledger.append(db, event)),
        "prove": await timed(store.read, lambda n: lambda db: ledger.inclusion(db, random.randrange(size))),
        "consistency": await timed(store.read, lambda n: lambda db: ledger.consistency(db, *pairs[n])),
    }
    figures = {"entries": size}
    for name, (values, worked) in took.items():
        figures[f"{name}_ms"] = round(part(values, 0.5), 3)
        figures[f"{name}_p95_ms"] = round(part(values, 0.95), 3)
        figures[f"{name}_cpu_ms"] = round(part(worked, 0.5), 3)
    return figures


def starts():
    """Seconds until a real gateway on this folder says that it serves, the median of five."""
    took = []
    for _ in range(5):
        begun = time.monotonic()
        gateway = Gateway(folder=FOLDER)
        took.append(time.monotonic() - begun)
        gateway.close()
    return part(took, 0.5)


async def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    Gateway(folder=FOLDER).close()  # keys and an empty store
    key = demo.signer(core, FOLDER / "data" / "keys", demo.LOG_ORIGIN)
    store = Store(FOLDER / "data" / "motcua.sqlite")
    await make(store)
    with open(FOLDER / "data" / "motcua.sqlite", "rb") as file:
        while file.read(1 << 24):
            pass  # into the machine's memory, where a log that is in use lies
    figures = await measure(Ledger(core, demo.LOG_ORIGIN, key["sign"]), store)
    store.close()
    figures["start_s"] = round(starts(), 2)
    size = sum(file.stat().st_size for file in (FOLDER / "data").glob("motcua.sqlite*"))
    figures["bytes_per_entry"] = round(size / figures["entries"], 1)
    say("log", figures, BOUNDS)


asyncio.run(main())
