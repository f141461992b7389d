"""From a unit's event to the frame that shows it: a real page among the streams of the load (watching.mjs).

Both ends read this machine's clock: the poster before it sends, the page at the end of the frame in which its
canvas was drawn with the step."""

import asyncio
import json
import time
from pathlib import Path

import cffi
from figures import ROOT, part
from lines import Line

DOSSIERS, EACH, PAUSE = 10, 25, 0.1  # events of each, and the seconds between two, of the same desk
_SCRIPT = Path(__file__).with_name("watching.mjs")
_WAIT = 60


def codes(dossiers):
    """What the QR code of a recovery sheet says, for each of dossiers that were filed."""
    ffi = cffi.FFI()
    ffi.cdef("char* motcua_recovery_sheet(const char*); void motcua_wipe(char*);")
    library = ffi.dlopen(str(ROOT / "build" / "native" / "libmotcua.so"))

    def qr(dossier):
        asked = {name: dossier[name] for name in ("root", "draft", "number", "body")}
        text = library.motcua_recovery_sheet(json.dumps(asked).encode())
        try:
            return json.loads(ffi.string(text))["ok"]["qr"]
        finally:
            library.motcua_wipe(text)

    return [qr(dossier) for dossier in dossiers]


class Page:
    """watching.mjs as a process."""

    @classmethod
    async def open(cls, port, dossiers):
        self = cls()
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec("node", _SCRIPT, stdin=pipe, stdout=pipe)
        self._say({"url": f"http://127.0.0.1:{port}", "codes": codes(dossiers)})
        await self._hear("ready")
        return self

    async def show(self, number):
        self._say({"show": number})
        await self._hear("shown")

    async def painted(self):
        """Seconds since 1970 at the end of the frame that showed one more step."""
        return await self._hear("painted") / 1000

    async def close(self):
        self._say({"end": True})
        await asyncio.wait_for(self._process.wait(), _WAIT)

    def kill(self):
        if self._process.returncode is None:
            self._process.kill()

    def _say(self, line):
        self._process.stdin.write(json.dumps(line).encode() + b"\n")

    async def _hear(self, name):
        line = json.loads(await asyncio.wait_for(self._process.stdout.readline(), _WAIT))
        if name not in line:
            raise RuntimeError(f"the page said {line} instead of {name}")
        return line[name]


async def measure(port, dossiers, event, post):
    """event(number) makes the request's body; post(line, work) sends it. -> figures"""
    page, line, took = await Page.open(port, dossiers), Line(port), []
    try:
        for dossier in dossiers:
            await page.show(dossier["number"])
            for _ in range(EACH):
                work = (dossier["number"], event(dossier["number"]))
                sent = time.time()
                posting = asyncio.create_task(post(line, work))
                took.append((await page.painted() - sent) * 1000)
                await posting
                await asyncio.sleep(PAUSE)
        await page.close()
    finally:
        page.kill()
        line.close()
    return {"pixels": len(took), "pixel_p50_ms": round(part(took, 0.5), 1), "pixel_p99_ms": round(part(took, 0.99), 1)}
