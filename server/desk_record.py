"""What a gateway tells a desk about its dossiers, believed as far as it is signed."""

import base64
import json
import urllib.error
import urllib.request
from pathlib import Path

from . import times
from .refused import Refused
from .unit_keys import keys_of

_NOTE_MAX = 1 << 20
_TIMEOUT = 60
_WITHDRAWN = 7  # status


class Record:
    def __init__(self, core, api: str, unit: str, roots: Path):
        """Fetches the key directory and verifies it against the roots. Raises Refused, CoreError, OSError."""
        self._core, self._unit, self._api = core, unit, api.rstrip("/")
        known = json.loads(roots.read_text(encoding="utf-8"))
        try:
            with urllib.request.urlopen(self._api + "/directory", timeout=_TIMEOUT) as answer:
                note = answer.read(_NOTE_MAX).decode()
        except urllib.error.URLError as error:
            raise Refused(f"the gateway cannot be reached: {error.reason}", "check --api and the network") from None
        self._directory = core.directory_verify(note=note, roots=known, now=times.text(times.now()))
        self._units = {unit["code"]: unit for unit in self._directory["units"]}

    @property
    def log_key(self) -> str:
        """vkey"""
        return self._directory["log"]["key"]

    def common(self) -> dict:
        """What every slip of this unit has."""
        if self._unit not in self._units:
            raise Refused("this unit is not in the key directory", "ask the gateway's operator")
        slip = {
            "format": "motcua.slip/1",
            "agency": {"name": self._units[self._unit]["name"]["vi"]},
            "unit": self._unit,
            "time": times.text(times.now()),
        }
        return {**slip, "demo": True} if self._directory["demo"] else slip

    def hours(self, unit: str) -> dict | None:
        """A unit's own office hours, where the directory has some."""
        return self._units.get(unit, {}).get("office")

    def accepted(self, dossier: dict) -> tuple[dict, dict[str, dict]]:
        """The envelope, once it is sure that a log of this key holds it with this salt and under this number; and its
        entry there with its proof, as `proofs` gives them. Raises CoreError, Refused."""
        envelope = self._core.envelope_verify(envelope=dossier["envelope"], signature=dossier["signature"])
        if self._unit not in (envelope["receiving"], envelope["competent"]):
            raise Refused(f"dossier {dossier['number']} is not this unit's", "tell the gateway's operator")
        first = f"{dossier['envelope']}\n{dossier['signature']}"
        proof = self._proven(dossier["proof"], first)
        salt = base64.b64encode(bytes.fromhex(dossier["salt"])).decode()
        if dossier["proof"].split("\n")[1:2] != [f"extra {salt}"]:
            raise Refused(f"dossier {dossier['number']} is not in the log with this salt", "tell the gateway's operator")
        self._core.ack_verify(ack=dossier["ack"], log=self.log_key, number=dossier["number"], body=envelope["body"])
        return envelope, {first: proof}

    def events(self, dossier: dict, envelope: dict) -> list[dict]:
        """Verified, oldest first, each with its unit's name and its note. Raises CoreError."""
        return self.course(dossier, envelope)["events"]

    def course(self, dossier: dict, envelope: dict) -> dict:
        """{"events", "said", "answers", "marks", "proofs"}: all that units and the applicant have signed after the
        filing, each verified where it came in the log's order. Raises CoreError, Refused."""
        told = [("event", one) for one in dossier["events"]] + [("mark", one) for one in dossier["marks"]]
        for said in dossier["feedback"]:
            told += [("feedback", said), *(("answer", one) for one in said["answers"])]
        units = {envelope["receiving"], envelope["competent"]} & self._units.keys()
        whose = {"keys": {code: keys_of(self._units[code]) for code in units}}
        about = {"submission": dossier["number"], "body": envelope["body"]}
        applicant = {name: envelope[name] for name in ("sign", "draft")}
        events, said, answers, marks, proofs = [], [], [], [], {}
        for kind, one in sorted(told, key=lambda each: each[1]["id"]):
            history = [{name: each[name] for name in ("sequence", "status", "state")} for each in events]
            course = {"said": said, "answers": answers, "status": events[-1]["status"] if events else 1}
            if kind == "feedback":
                text, signature = one["text"], one["signature"]
                said.append(self._core.feedback_verify(text=text, signature=signature, **applicant, **course, **about))
                self._proven(one["proof"], f"{text}\n{signature}")
                continue
            proof = proofs[one["note"]] = self._proven(one["proof"], one["note"])
            proven = {**whose, **about, "index": proof["index"]}
            if kind == "event":
                event = self._core.event_verify(note=one["note"], history=history, **proven)
                events.append({**event, "name": self._units[event["unit"]]["name"]["vi"], "note": one["note"]})
            elif kind == "mark":
                marks.append(self._core.mark_verify(note=one["note"], history=history, marks=marks, **proven))
            else:
                answers.append(self._core.answer_verify(note=one["note"], **course, **proven))
        return {"events": events, "said": said, "answers": answers, "marks": marks, "proofs": proofs}

    def proofs(self, dossier: dict, envelope: dict) -> dict[str, dict]:
        """Note -> {"index", "size", "root", "checkpoint"}: its place in the log of that checkpoint, of all that units
        have signed, verified. Raises CoreError."""
        return self.course(dossier, envelope)["proofs"]

    def feedback(self, dossier: dict, envelope: dict) -> list[dict]:
        """What the applicant said, verified, oldest first, each with the verified "answers" to it; "withdrawn" says
        whether the dossier is. Raises CoreError."""
        course = self.course(dossier, envelope)
        withdrawn = bool(course["events"]) and course["events"][-1]["status"] == _WITHDRAWN
        return [
            {
                **said,
                "answers": [each for each in course["answers"] if each["feedback"] == said["number"]],
                "withdrawn": withdrawn,
            }
            for said in course["said"]
        ]

    def _proven(self, proof, entry):
        event = base64.b64encode(entry.encode()).decode()
        found = self._core.proof_verify(proof=proof, event=event, log=self.log_key)
        return {**found, "checkpoint": proof.partition("\n\n")[2]}
