"""The key directory: who may receive dossiers, signed by two of three roots, good for seven days.

GET /directory serves the note as it lies in DATA/directory.note. With the demo's own roots the gateway
signs a new version when fewer than three days are left.
"""

import json
import logging
from datetime import datetime

from aiohttp import web

from . import demo, times
from .core import Core
from .folder import DataFolder, write_whole
from .unit_keys import FORMER_MOST, keys_of

GOOD_DAYS = 7
RENEW_DAYS = 3
_THRESHOLD = 2
_log = logging.getLogger("motcua")


class Directory:
    def __init__(self, core: Core, folder: DataFolder, named: dict, now: datetime):
        """Reads the directory; makes the demo agency's when there is none. `named` is what else it shall say:
        {places: {version, hash, size}, witnesses: {keys, threshold} or None}. Raises CoreError, OSError."""
        self._core, self._path = core, folder.path / "directory.note"
        self._named = {name: value for name, value in named.items() if value}
        keys = folder.path / "keys"
        self._log_key = demo.signer(core, keys, demo.LOG_ORIGIN)
        self._roots = [demo.signer(core, keys, f"root-{n}") for n in (1, 2, 3)]
        if not self._path.exists():
            self._sign({"version": 1, "units": demo.make_units(core, folder.path / "officers")}, now)
        write_whole(folder.path / "roots.json", json.dumps(self.roots) + "\n", 0o644)
        self._read()
        self.renew(now)

    @classmethod
    def kept(cls, core: Core, folder: DataFolder, now: datetime) -> "Directory":
        """The directory as it lies there: it goes on saying what else it says."""
        content = json.loads((folder.path / "directory.note").read_text(encoding="utf-8").split("\n")[0])
        return cls(core, folder, {name: content.get(name) for name in ("places", "witnesses")}, now)

    @property
    def roots(self) -> list[str]:
        return [root["vkey"] for root in self._roots]

    @property
    def log_signer(self) -> str:
        return self._log_key["sign"]

    @property
    def log_verifier(self) -> str:
        return self._log_key["vkey"]

    def renew(self, now: datetime):
        """Signs the next version when this one is about to run out, or says something else."""
        lasts = times.after(now, days=RENEW_DAYS) < times.parse(self._content["expires"])
        says = {name: self._content[name] for name in ("places", "witnesses") if name in self._content}
        if lasts and says == self._named:
            return
        self._sign({"version": self._content["version"] + 1, "units": self._content["units"]}, now)
        self._read()
        _log.info("directory renewed: version %d", self._content["version"])

    def change_keys(self, code: str, sign: str, read: str, size: int, now: datetime):
        """Gives a unit new keys; the ones it had count for what is dated until now and lies in the log's first
        `size` entries. Raises KeyError for an unknown unit, ValueError when these are its keys, CoreError."""
        unit, moment = self.units[code], now
        if sign in (unit["sign"], *(old["sign"] for old in unit.get("former", ()))):
            raise ValueError("the unit has, or had, this key")
        old = {"sign": unit["sign"], "read": unit["read"], "until": times.text(moment), "size": size}
        former = [old, *unit.get("former", ())][:FORMER_MOST]
        changed = {**unit, "sign": sign, "read": read, "former": former}
        units = [changed if each["code"] == code else each for each in self._content["units"]]
        self._sign({"version": self._content["version"] + 1, "units": units}, moment)
        self._read()

    def set_hours(self, code: str, office: dict | None, now: datetime):
        """The unit's own office hours (docs/formats/calendar.md), or the usual ones again. Raises KeyError for an
        unknown unit, CoreError."""
        known = {name: value for name, value in self.units[code].items() if name != "office"}
        changed = {**known, "office": office} if office else known
        units = [changed if each["code"] == code else each for each in self._content["units"]]
        self._sign({"version": self._content["version"] + 1, "units": units}, now)
        self._read()

    def acknowledge(self, number: str, body: str, moment: str) -> str:
        """The log's note that this dossier was accepted, small enough for a QR."""
        return self._core.ack_make(number=number, body=body, time=moment, key=self.log_signer)["ack"]

    def routes(self):
        return [web.get("/directory", self.serve)]

    async def serve(self, request):
        headers = {"Cache-Control": "no-cache"}
        return web.Response(text=self._note, content_type="text/plain", charset="utf-8", headers=headers)

    def keys(self, codes) -> dict:
        """Of those of these units that stand here, as the core takes them: today's key and former ones."""
        return {code: keys_of(self.units[code]) for code in codes if code in self.units}

    def _read(self):
        self._note = self._path.read_text(encoding="utf-8")
        text = self._core.note_verify(note=self._note, keys=self.roots, threshold=_THRESHOLD)["text"]
        self._content = json.loads(text)
        self.units = {unit["code"]: unit for unit in self._content["units"]}

    def _sign(self, content, now):
        content = {
            "format": "motcua.directory/1",
            **content,
            "issued": times.text(now),
            "expires": times.text(times.after(now, days=GOOD_DAYS)),
            "demo": True,
            "log": {"origin": demo.LOG_ORIGIN, "key": self.log_verifier},
            **self._named,
        }
        # Sorted keys and no spaces: RFC 8785, since every key here is ASCII and every number small.
        line = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        note = self._core.note_sign(text=line + "\n", key=self._roots[0]["sign"])["note"]
        note = self._core.note_sign(note=note, key=self._roots[1]["sign"])["note"]
        self._core.directory_verify(note=note, roots=self.roots, now=times.text(now))  # as everybody will
        write_whole(self._path, note, 0o644)
