"""Sheets on the desk's machine: slips laid out by the core, written as PDF by the code that pages use,
under Node; and the two books that a unit keeps, 06 and 07, put together from verified events."""

import json
import subprocess
from datetime import datetime, timedelta
from pathlib import Path

_TIMEOUT = 120
_VIETNAM = timedelta(hours=7)
_WAITS = {"supplement-wanted", "payment-wanted"}
_WITH_APPLICANT = {"supplement-wanted", "payment-wanted", "refused", "withdrawn", "stopped", "returned"}


class Sheets:
    """`root` is the project's folder; its pages must have been built."""

    def __init__(self, root: Path, core, language: str):
        self._root, self._core, self._language = root, core, language
        self.words = json.loads((root / "assets" / "slips" / f"{language}.json").read_text(encoding="utf-8"))

    def pdf(self, slip: str, roll: bool, code: str | None = None) -> bytes:
        """`slip` is the text of a slip. Raises CoreError when it is none, OSError and ValueError else."""
        shown = {"code": code} if code else {}
        sheet = self._core.slip_sheet(text=slip, words=self.words, language=self._language, **shown)
        return self._written(sheet, roll)

    def _written(self, sheet, roll):
        done = subprocess.run(
            ["node", self._root / "server" / "sheet.mjs", *self._built("web/pdf/page.js", "web/fonts/regular.ttf",
                                                                       "web/fonts/semibold.ttf")],
            input=json.dumps({"sheet": sheet, "roll": roll}).encode(),
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
        )  # fmt: skip
        if done.returncode:
            raise ValueError(done.stderr.decode(errors="replace").strip()[-400:] or "node could not write the sheet")
        return done.stdout

    def _built(self, *keys):
        web = self._root / "build" / "web"
        urls = {row["key"]: row["url"] for row in json.loads((web / "sizes.json").read_text())["files"]}
        return [web / urls[key][1:] for key in keys]

    # -- what a unit keeps -----------------------------------------------------------------------

    def control(self, of, events, procedure, due=None, judged=True):
        """06: who had the dossier from when on. `of`: what every slip of it has; `events`: verified. Whether the result
        was in time is said only where `due` alone says it: it is `judged` by, and nobody had to wait for the applicant,
        which would move it (docs/deadlines.md)."""
        hops, holder = [], self._word("applicant")
        judged = judged and not any(event["state"] in _WAITS for event in events)
        for event in events:
            after = self._word("applicant") if event["state"] in _WITH_APPLICANT else event["name"]
            hop = {"from": holder, "to": after, "time": event["time"], "note": self._state(event["state"])}
            if due and judged and event["state"] == "done":
                hop["result"] = "late" if event["time"] > due else "on-time"
            hops.append(hop)
            holder = after
        received = _first(events, "received")
        times = {"received": received, "due": due}
        return {**of, "form": "06", "procedure": procedure, **_there(times), "hops": hops}

    def book(self, of, dossiers, first, last):
        """07: the dossiers filed on the days from `first` to `last` in Vietnam; (dossier, verified events, appointment
        or None)."""
        rows = [_row(*one) for one in dossiers if first <= _day(one[0]["time"]) <= last]
        return {**of, "form": "07", "from": first, "until": last, "rows": rows}

    def _word(self, key):
        return self.words["sheet"][key]

    def _state(self, state):
        return self.words["sheet"]["state"][state]


def _row(dossier, events, due):
    codes = [event["code"] for event in events if event["code"] != "-"]
    found = {
        "code": codes[-1] if codes else None,
        "received": _first(events, "received"),
        "due": due,
        "done": _first(events, "done"),
        "returned": _first(events, "returned"),
    }
    state = events[-1]["state"] if events else "filed"
    return {"submission": dossier["number"], "state": state, **_there(found)}


def _first(events, state):
    return next((event["time"] for event in events if event["state"] == state), None)


def _there(members):
    return {name: value for name, value in members.items() if value}


def _day(time):
    return (datetime.strptime(time, "%Y-%m-%dT%H:%M:%SZ") + _VIETNAM).date().isoformat()
