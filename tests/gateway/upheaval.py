"""A gateway under load that is killed, or loses power, again and again: kills() and cuts() -> what came of it."""

import asyncio
import json
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import made
from disk import Disk
from judge import Judge
from load import UNIT, Load
from serving import Gateway

CARELESS = Path(__file__).with_name("careless.py")
LONGEST_LIFE = 0.8  # seconds of load before an end
DOSSIERS_A_LIFE = 60
_IN_THE_START = 0.15  # of the ends come while the gateway is starting


@dataclass
class Outcome:
    seed: int
    ends: int
    dossiers: int = 0  # acknowledged
    events: int = 0
    marks: int = 0
    feedback: int = 0
    answers: int = 0
    lost: int = 0
    doubled: int = 0
    disordered: int = 0
    proven: int = 0  # consistency proofs over an end
    streams: int = 0
    streams_lack: int = 0
    streams_doubled: int = 0
    streams_disordered: int = 0
    dropped: int = 0  # changes that the disk forgot
    faults: tuple = ()

    @property
    def well(self):
        misled = self.streams_lack or self.streams_doubled or self.streams_disordered
        return not (self.lost or self.doubled or self.disordered or misled or self.faults)


async def kills(ends: int, seed: int, say=lambda text: None, spoilt: str = "") -> Outcome:
    """SIGKILL at random moments. `spoilt`: how a careless gateway spoils its database at each start (careless.py)."""
    if not spoilt:
        return await _upset(ends, seed, say, power=False)
    return await _upset(ends, seed, say, power=False, command=CARELESS, environment={"MOTCUA_CARELESS": spoilt})


async def cuts(ends: int, seed: int, say=lambda text: None, command: Path = Gateway.command) -> Outcome:
    """SIGKILL, and the disk forgets what was not synced. `command` is the gateway."""
    return await _upset(ends, seed, say, power=True, command=command)


async def _upset(ends, seed, say, power, command=Gateway.command, environment=None):
    chance = random.Random(seed)
    gateway = Gateway()
    key = json.loads((gateway.data / "data" / "officers" / f"unit-{UNIT}.keys.json").read_text())["sign"]
    load = Load(gateway.port, key, await asyncio.to_thread(made.dossiers, ends * DOSSIERS_A_LIFE))
    judge, disk, outcome = Judge(gateway, load), None, Outcome(seed, ends)
    try:
        gateway.kill()
        gateway.environment, gateway.command = environment or {}, command
        if power:
            disk = Disk(gateway.data / "data", chance)
            gateway.environment = disk.environment
        gateway.start()
        load.start()
        for end in range(1, ends + 1):
            await asyncio.sleep(chance.random() * LONGEST_LIFE)
            await asyncio.to_thread(_end, gateway, disk)
            while chance.random() < _IN_THE_START:
                gateway.launch()
                await asyncio.sleep(chance.random() * 0.5)
                await asyncio.to_thread(_end, gateway, disk)
            await asyncio.to_thread(gateway.start)
            await asyncio.to_thread(judge.look)
            say(f"{end} of {ends}, {len(load.filed)} dossiers, {judge.lost} lost, {judge.doubled} doubled")
            if not judge.content and command != Gateway.command:
                break  # it was to be found out
        else:
            await load.stop()
            await load.all_caught_up()
            await asyncio.to_thread(judge.look)
            outcome.streams_lack, outcome.streams_doubled, outcome.streams_disordered = load.misled()
    except Exception as error:  # a gateway that does not start again, a database that cannot be read
        judge.faults.append(f"{type(error).__name__}: {error}")
    finally:
        load.give_up()
        if disk:
            outcome.dropped = disk.dropped
            disk.close()
        if gateway.process.poll() is None:
            gateway.kill()
        shutil.rmtree(gateway.data)
    outcome.dossiers = len(load.filed)
    for kind in ("events", "marks", "feedback", "answers"):
        setattr(outcome, kind, sum(len(getattr(one, kind)) for one in load.filed))
    outcome.streams = len(load.followers)
    outcome.lost, outcome.doubled, outcome.disordered = judge.lost, judge.doubled, judge.disordered
    outcome.proven = judge.proven
    outcome.faults = tuple(judge.faults[:10] + load.refused[:10])
    return outcome


def _end(gateway, disk):
    gateway.kill()
    if disk:
        disk.cut()
