"""Which witnesses a gateway's log has: those of a file, or the demo's two.

The demo's are processes with a folder each beside the gateway's, so that one sees how it works; what a witness
says is worth something only where somebody else runs it. A file names them:

    {"threshold": 2, "witnesses": [{"key": VKEY, "url": "https://witness.example/motcua"}, …]}
"""

import asyncio
import json
import logging
import re
import sys
from pathlib import Path

from .core import Core
from .witness import key_in

THRESHOLD = 2
_NAMES = ("demo-1", "demo-2")
_READY = re.compile(r"motcua: witness ready at (http://127\.0\.0\.1:\d+)/ ")
_log = logging.getLogger("motcua")


class WitnessesUnknown(Exception):
    """The file does not say who the witnesses are."""


def witnesses_of(option: str, root: Path, core: Core, data: Path):
    """For --witnesses demo, none or a file. Raises WitnessesUnknown."""
    if option == "none":
        return None
    if option == "demo":
        return DemoWitnesses(root, core, data / "witnesses")
    try:
        return NamedWitnesses(json.loads(Path(option).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WitnessesUnknown(f"{option} cannot be used: {type(error).__name__}: {error}") from None


class NamedWitnesses:
    """Witnesses that others run."""

    def __init__(self, named: dict):
        self._urls = {each["key"]: each["url"].rstrip("/") for each in named["witnesses"]}
        self.keys, self.threshold = list(self._urls), named["threshold"]

    async def start(self, log: str) -> dict[str, str]:
        return self._urls

    async def stop(self):
        pass


class DemoWitnesses:
    """Two processes that end with the gateway."""

    def __init__(self, root: Path, core: Core, folder: Path):
        """Makes their keys in folder/NAME; nothing runs yet."""
        self._root, self._folder, self._running = root, folder, []
        self.keys = [key_in(core, folder / name, f"motcua.demo/{name}")["vkey"] for name in _NAMES]
        self.threshold = THRESHOLD

    async def start(self, log: str) -> dict[str, str]:
        """-> {key: URL}; one that does not start is left out, and said."""
        started = await asyncio.gather(*(self._start(name, log) for name in _NAMES))
        return {key: url for key, url in zip(self.keys, started) if url}

    async def _start(self, name, log):
        command = ["serve.py", "witness", "--data", str(self._folder / name), "--log", log, "--with-parent"]
        process = await asyncio.create_subprocess_exec(
            sys.executable, *command, cwd=self._root, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
        )
        self._running.append(process)
        ready = _READY.match((await process.stdout.readline()).decode())
        if not ready:
            _log.error("witness %s did not start", name)
        return ready and ready[1]

    async def stop(self):
        for process in self._running:
            if process.returncode is None:
                process.stdin.close()
        for process in self._running:
            await process.wait()
