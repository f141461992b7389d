"""./serve.py desk sheet: an official sheet as a PDF file, from a slip, or from what was signed.

06 and 07 say what verified events say: the directory is checked against the root keys, each event's signature, order
and place in the log against the directory. Only the appointment is not in them: this desk remembers the one that it has
sent with an event (desk_due.py), or it is named with --due.
"""

import json
import os
from pathlib import Path

from . import times
from .desk_due import Appointments
from .desk_record import Record
from .refused import Refused
from .sheets import Sheets


def arguments(verbs):
    one = verbs.add_parser("sheet", help="an official sheet as a PDF file")
    one.add_argument("--api", default="http://127.0.0.1:8080", metavar="URL", help="the gateway's address")
    one.add_argument("--keys", type=Path, metavar="FILE", help="the unit's keys.json; for 06 and 07")
    one.add_argument("--roots", type=Path, metavar="FILE", help="the root keys, roots.json; for 06 and 07")
    one.add_argument("--slip", type=Path, metavar="FILE", help="a slip: any form")
    one.add_argument("--number", help="form 06 of this dossier")
    one.add_argument("--procedure", metavar="TEXT", help="for 06: what the dossier is about")
    one.add_argument("--due", metavar="[NUMBER=]TIME", action="append", default=[],
                     help="the appointment, 2026-11-26T10:00:00Z, where this desk has not sent it; for 07 with the "
                          "dossier's number before it, and as often as needed")  # fmt: skip
    one.add_argument("--from", dest="first", metavar="DAY", help="form 07 from this day, 2026-11-01")
    one.add_argument("--until", dest="last", metavar="DAY", help="to this one")
    one.add_argument("--language", choices=("vi", "en"), default="vi")
    one.add_argument("--roll", action="store_true", help="for a roll of 80 mm instead of A4")
    one.add_argument("-o", dest="output", type=Path, required=True, metavar="FILE")


def write(core, root, options, open_desk):
    """`open_desk()` gives the unit's conversation with its gateway."""
    sheets = Sheets(root, core, options.language)
    if options.slip:
        text = options.slip.read_text(encoding="utf-8")
    else:
        if not (options.keys and options.roots):
            hint = "or name a slip with --slip"
            raise Refused("sheets of what was signed need --keys and --roots", hint)
        text = json.dumps(_kept(core, sheets, options, open_desk()), ensure_ascii=False)
    pdf = sheets.pdf(text, options.roll)
    beside = options.output.with_name(options.output.name + ".part")
    beside.write_bytes(pdf)
    os.replace(beside, options.output)
    print(options.output)


def _kept(core, sheets, options, desk):
    record = Record(core, options.api, desk.unit, options.roots)
    if options.number:
        if not options.procedure:
            raise Refused("form 06 needs --procedure", "the gateway does not know what a dossier is about")
        number = core.number_check(number=options.number)["number"]
        dossier, envelope = desk.dossier(number)
        events = record.events(dossier, envelope)
        code = [event["code"] for event in events if event["code"] != "-"][-1:]
        of = {**record.common(), "submission": number, "body": envelope["body"], **({"code": code[0]} if code else {})}
        if len(options.due) > 1:
            raise Refused("form 06 has one appointment", "give --due once")
        due, judged = (_time(options.due[0]), True) if options.due else Appointments(options.keys).of(events)
        return sheets.control(of, events, options.procedure, due, judged)
    if not (options.first and options.last):
        raise Refused("no sheet is named", "give --slip, --number, or --from and --until")
    sent, named, found = Appointments(options.keys), _named(core, options.due), []
    for dossier in desk.dossiers():
        envelope = core.envelope_verify(envelope=dossier["envelope"], signature=dossier["signature"])
        events = record.events(dossier, envelope)
        found.append((dossier, events, named.get(dossier["number"]) or sent.of(events)[0]))
    book = sheets.book(record.common(), found, options.first, options.last)
    if missing := named.keys() - {row["submission"] for row in book["rows"]}:
        raise Refused(f"the register of these days has no dossier {min(missing)}", "see: ./serve.py desk list")
    return book


def _named(core, dues):
    """NUMBER=TIME, … -> number -> time"""
    found = {}
    for written in dues:
        number, is_there, time = written.partition("=")
        if not is_there:
            raise Refused("form 07 needs to know whose appointment that is", "give --due NUMBER=TIME")
        found[core.number_check(number=number)["number"]] = _time(time)
    return found


def _time(written):
    try:
        return times.text(times.parse(written))
    except ValueError:
        raise Refused(f"{written} is no time", "times look like 2026-11-26T10:00:00Z, which is 17:00 in Vietnam") from None
