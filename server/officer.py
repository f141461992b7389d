"""./serve.py desk: an officer's side of the gateway, from a terminal.

    ./serve.py desk list  --keys unit-99901.keys.json [--json]
    ./serve.py desk fetch --keys FILE --number N [-o DOSSIER.age]     writes DOSSIER.receipt.json, too
    ./serve.py desk post  --keys FILE --number N --state received [--message TEXT | --slip FILE] [--code CODE]
    ./serve.py desk state --keys FILE --roots FILE                     once a day
    ./serve.py desk feedback --keys FILE --roots FILE [--number N] [--all]     complaints, votes, and by when
    ./serve.py desk answer --keys FILE --number N --feedback K --step resolved [--message TEXT]
    ./serve.py desk mark --keys FILE --number N --axis payment --state paid [--message TEXT]
    ./serve.py desk sheet --slip FILE [--roll] -o SHEET.pdf            any slip as PDF
    ./serve.py desk sheet --keys FILE --roots FILE --number N --procedure TEXT [--due TIME] -o SHEET.pdf     form 06
    ./serve.py desk sheet --keys FILE --roots FILE --from DAY --until DAY [--due NUMBER=TIME]… -o SHEET.pdf      form 07

The unit's key stays here: it signs the request and the event; a message is sealed here to the key in the
applicant's own signed envelope. Check a dossier (`motcua check`) before answering it: the envelope
proves who sealed it only together with the manifest inside.
"""

import argparse
import base64
import hashlib
import json
import os
import secrets
import sys
import urllib.error
import urllib.request
from http.client import HTTPException
from pathlib import Path

from . import desk_feedback, desk_mark, desk_sheet, desk_state, times
from .command_line import Parser
from .core import Core, CoreError, default_library
from .desk_due import Appointments, promised
from .desk_memory import Memory
from .refused import Refused

HEADER_MAX = 64 << 10
_TIMEOUT = 60
_ANSWER_MAX = 64 << 20
_DOSSIERS_MAX = 100_000  # as many as one statement takes
_RECEIPT = ("number", "time", "proof", "salt", "ack", "envelope", "signature")


def main(root: Path, arguments: list[str]) -> int:
    options = _parse(arguments)
    try:
        core = Core(default_library(root))
        if options.verb == "sheet":
            desk_sheet.write(core, root, options, lambda: _Desk(core, options.api.rstrip("/"), options.keys))
            return 0
        desk = _Desk(core, options.api.rstrip("/"), options.keys)
        if options.verb == "feedback":
            desk_feedback.feedback(root, desk, options)
            return 0
        verbs = {"list": _list, "fetch": _fetch, "post": _post, "state": desk_state.state}
        {**verbs, "answer": desk_feedback.answer, "mark": desk_mark.mark}[options.verb](desk, options)
    except CoreError as error:
        return _fail(error.message, error.hint)
    except Refused as error:
        return _fail(str(error), error.hint)
    except (OSError, HTTPException, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        return _fail(f"{type(error).__name__}: {error}", "check the files and the address")
    return 0


def _parse(arguments):
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--api", default="http://127.0.0.1:8080", metavar="URL",
                        help="the gateway's address (default %(default)s)")  # fmt: skip
    common.add_argument("--keys", required=True, type=Path, metavar="FILE", help="the unit's keys.json")
    parser = Parser(prog="serve.py desk", description="Lists, fetches and answers dossiers of a unit.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    one = verbs.add_parser("list", parents=[common], help="the dossiers this unit holds")
    one.add_argument("--json", action="store_true", help="everything the gateway told, as JSON")
    one = verbs.add_parser("fetch", parents=[common], help="one sealed dossier")
    one.add_argument("--number", required=True)
    one.add_argument("-o", dest="output", type=Path, metavar="FILE", help="where to (default NUMBER.age)")
    one = verbs.add_parser("post", parents=[common], help="one event, with or without a message")
    one.add_argument("--number", required=True)
    one.add_argument("--state", required=True, help="received, supplement-wanted, done, …")
    said = one.add_mutually_exclusive_group()
    said.add_argument("--message", metavar="TEXT", help="for the applicant's eyes only")
    said.add_argument("--slip", type=Path, metavar="FILE", help="an official sheet 01 to 05, likewise")
    one.add_argument("--code", default="-", help="the official dossier code, when there is one")
    desk_state.arguments(verbs, common)
    desk_feedback.arguments(verbs, common)
    desk_mark.arguments(verbs, common)
    desk_sheet.arguments(verbs)
    return parser.parse_args(arguments)


def _list(desk, options):
    dossiers = desk.dossiers()
    if options.json:
        print(json.dumps(dossiers, ensure_ascii=False, indent=1))
        return
    for dossier in dossiers:
        state = dossier["events"][-1]["state"] if dossier["events"] else "submitted"
        print(f"{desk.core.number_check(number=dossier['number'])['grouped']}  {dossier['time']}  {state}")


def _fetch(desk, options):
    """The sealed file, compared with the applicant's envelope, and its receipt beside it."""
    number = desk.core.number_check(number=options.number)["number"]
    dossier, envelope = desk.dossier(number)
    output = options.output or Path(f"{number}.age")
    beside = output.with_name(output.name + ".part")
    with desk.ask("fetch", number) as answer, open(beside, "wb") as file:
        found = _copy(desk.core, answer, file, envelope["size"])
    if found != (envelope["header"], envelope["body"]):
        beside.unlink()
        hint = "fetch it again; if it stays so, tell the gateway's operator"
        raise Refused("the file is not the one that the applicant sealed", hint)
    os.replace(beside, output)
    receipt = output.with_suffix(".receipt.json")
    receipt.write_text(json.dumps({name: dossier[name] for name in _RECEIPT}, ensure_ascii=False) + "\n")
    print(f"{output}  {receipt}")


def _copy(core, source, file, size):
    """Copies at most `size` bytes; -> (header hash, body hash)."""
    start = source.read(min(size, HEADER_MAX))
    header_size = core.age_split(prefix=base64.b64encode(start).decode())["header_size"]
    body, left = hashlib.blake2b(start[header_size:], digest_size=32), size - len(start)
    file.write(start)
    while left > 0 and (piece := source.read(min(left, 1 << 20))):
        body.update(piece)
        file.write(piece)
        left -= len(piece)
    return hashlib.blake2b(start[:header_size], digest_size=32).hexdigest(), body.hexdigest()


def _post(desk, options):
    number = desk.core.number_check(number=options.number)["number"]
    dossier, envelope = desk.dossier(number)
    message, message_hash, due = None, "-", None
    text = options.message
    if options.slip is not None:
        text = _slip(desk, options, number, envelope["body"])
        due = promised(json.loads(text))
    if text is not None:
        sealed = desk.core.message_seal(text=text, recipients=[envelope["read"]])
        message, message_hash = sealed["age"], sealed["hash"]
    event = {
        "submission": number,
        "sequence": len(dossier["events"]) + 1,
        "state": options.state,
        "time": times.text(times.now()),
        "unit": desk.unit,
        "body": envelope["body"],
        "message": message_hash,
        "code": options.code,
    }
    note = desk.core.event_make(event=event, key=desk.key)["note"]
    if due is not None:
        Appointments(options.keys).send(note, due)
    with desk.ask("event", number, event=note, message=message) as answer:
        Memory(options.keys).sent(number, note)  # it has been taken
        posted = json.load(answer)
    print(f"{desk.core.number_check(number=number)['grouped']}  {posted['sequence']}  {options.state}")


def _slip(desk, options, number, body):
    """The slip's text, once the core has found it to fit this event. What the dossier says goes without
    saying: its number and body, the unit, and the time now."""
    slip = json.loads(options.slip.read_text(encoding="utf-8"))
    if not isinstance(slip, dict):
        raise Refused(f"{options.slip} is not a slip", "docs/formats/slip.md says what one is")
    if slip.get("form") == "07":  # which speaks of no single dossier
        raise Refused("form 07 is a register, no message to an applicant", "./serve.py desk sheet --slip makes a PDF of it")
    known = {"format": "motcua.slip/1", "submission": number, "body": body, "unit": desk.unit,
             "time": times.text(times.now())}  # fmt: skip
    if options.code != "-":
        known["code"] = options.code
    text = json.dumps({**known, **slip}, ensure_ascii=False)
    return desk.core.slip_check(text=text, submission=number, unit=desk.unit, body=body, state=options.state)["text"]


class _Desk:
    """A unit's signed conversation with a gateway."""

    _PATHS = {
        "list": "/desk/list",
        "fetch": "/desk/fetch",
        "event": "/desk/events",
        "answer": "/desk/answers",
        "mark": "/desk/marks",
        "state": "/desk/state",
    }

    def __init__(self, core, api, keys_file):
        keys = json.loads(keys_file.read_text(encoding="utf-8"))
        if keys.get("format") != "motcua.unit-keys/1":
            raise Refused(f"{keys_file} is not a unit's keys file", "it is named unit-CODE.keys.json")
        self.core, self.unit, self.key, self._api = core, keys["unit"], keys["sign"], api

    def ask(self, purpose, subject="-", **body):
        """The gateway's answer as a file. Raises Refused."""
        note = self.core.request_make(
            unit=self.unit,
            purpose=purpose,
            subject=subject,
            time=times.text(times.now()),
            nonce=secrets.token_hex(16),
            key=self.key,
        )["note"]
        request = urllib.request.Request(
            self._api + self._PATHS[purpose],
            data=json.dumps({"request": note, **body}).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            return urllib.request.urlopen(request, timeout=_TIMEOUT)
        except urllib.error.HTTPError as error:
            raise _refusal(error) from None
        except urllib.error.URLError as error:
            raise Refused(f"the gateway cannot be reached: {error.reason}", "check --api and the network") from None

    def dossiers(self):
        found, after = [], 0
        while after is not None:
            with self.ask("list", after=after) as answer:
                page = json.loads(answer.read(_ANSWER_MAX))
            if page["next"] is not None and page["next"] <= after:
                raise Refused("the gateway's list does not end", "tell its operator")
            found, after = found + page["dossiers"], page["next"]
            if len(found) > _DOSSIERS_MAX:
                raise Refused(f"the gateway lists more than {_DOSSIERS_MAX} dossiers", "tell its operator")
        return found

    def dossier(self, number):
        """One dossier as the gateway tells of it, and its envelope, whose signature held."""
        with self.ask("list", number=number) as answer:
            found = json.loads(answer.read(_ANSWER_MAX))["dossiers"]
        if not found:
            raise Refused("this unit holds no dossier with that number", "see: ./serve.py desk list")
        return found[0], self.core.envelope_verify(envelope=found[0]["envelope"], signature=found[0]["signature"])


def _refusal(error):
    try:
        problem = json.loads(error.read(64 << 10))
        reason = f" [{problem['reason']}]" if "reason" in problem else ""
        return Refused(f"{problem['detail']}{reason}", problem["hint"])
    except (ValueError, KeyError, TypeError):
        return Refused(f"the gateway answered {error.code}", "check --api")


def _fail(message, hint):
    print(f"motcua: {message}" + (f" (hint: {hint})" if hint else ""), file=sys.stderr)
    return 1
