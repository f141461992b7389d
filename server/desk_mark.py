"""./serve.py desk mark: payment, delivery and synchronisation of a dossier (docs/formats/mark.md)."""

import json

from . import times
from .desk_memory import Memory
from .refused import Refused

AXES = ("payment", "delivery", "synchronisation")


def arguments(verbs, common):
    one = verbs.add_parser("mark", parents=[common], help="payment, delivery or synchronisation of a dossier")
    one.add_argument("--number", required=True, help="of the dossier")
    one.add_argument("--axis", required=True, choices=AXES)
    one.add_argument("--state", required=True,
                     help="payment: wanted, paid, waived, refunded; delivery: ready, sent, delivered, came-back; "
                          "synchronisation: sent, confirmed, failed")  # fmt: skip
    one.add_argument("--event", type=int, metavar="N",
                     help="the event that it stands on (default: the dossier's last one, or, for the reply to what "
                          "was sent, that one)")  # fmt: skip
    one.add_argument("--message", metavar="TEXT",
                     help="for the applicant's eyes only: what, how much, where; not of synchronisation")  # fmt: skip


def mark(desk, options):
    number = desk.core.number_check(number=options.number)["number"]
    dossier, envelope = desk.dossier(number)
    before = [each for each in dossier["marks"] if each["axis"] == options.axis]
    sealed = {"age": None, "hash": "-"}
    if options.message is not None:
        sealed = desk.core.message_seal(text=options.message, recipients=[envelope["read"]])
    one = {
        "submission": number,
        "axis": options.axis,
        "sequence": len(before) + 1,
        "state": options.state,
        "event": _event(options, dossier, before),
        "time": times.text(times.now()),
        "unit": desk.unit,
        "body": envelope["body"],
        "message": sealed["hash"],
    }
    note = desk.core.mark_make(mark=one, key=desk.key)["note"]
    with desk.ask("mark", number, mark=note, message=sealed["age"]) as told:
        Memory(options.keys).sent(number, note)  # it has been taken
        posted = json.load(told)
    grouped = desk.core.number_check(number=number)["grouped"]
    print(f"{grouped}  {posted['axis']}  {posted['sequence']}  {options.state}")


def _event(options, dossier, before):
    last = len(dossier["events"])
    if options.event is not None:
        if not 0 <= options.event <= last:
            raise Refused(f"the dossier has no event {options.event}", "see: ./serve.py desk list --json")
        return options.event
    if before and options.axis == "synchronisation" and options.state in ("confirmed", "failed"):
        return before[-1]["event"]
    return last
