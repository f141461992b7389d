"""./serve.py desk feedback, ./serve.py desk answer: what applicants said, by when it must be answered, and the answer.

Nothing is shown on the gateway's word: the directory is checked against the root keys, each feedback against the
applicant's own key and its place in the log, each answer against the unit's (docs/formats/feedback.md).
"""

import json
from datetime import timedelta
from pathlib import Path

from . import times
from .core import CoreError
from .desk_record import Record
from .desk_memory import Memory
from .refused import Refused

_DUTIES = {
    "take-up": "forward, refuse, ask or resolve",
    "ask": "ask for what is missing",
    "resolve": "resolve",
    "publish": "publish",
}
_VIETNAM = timedelta(hours=7)
_MATTERS = 10_000  # that the core counts at once
_HAPPY, _TARGET = 4, 90  # votes from here on are satisfied people; per cent of them


def arguments(verbs, common):
    one = verbs.add_parser("feedback", parents=[common], help="what applicants said, with its clocks")
    one.add_argument("--roots", type=Path, required=True, metavar="FILE", help="the root keys, roots.json")
    one.add_argument("--number", help="this dossier only, with what is closed")
    one.add_argument("--identity", type=Path, metavar="FILE",
                     help="the unit's identity, to open the words (default: beside the keys)")  # fmt: skip
    one.add_argument("--office", type=Path, metavar="FILE",
                     help="the competent unit's hours (default: the directory's, else the usual ones)")  # fmt: skip
    one.add_argument("--all", action="store_true", help="what is closed, too")
    one.add_argument("--json", action="store_true", help="all of it as JSON")
    one = verbs.add_parser("answer", parents=[common], help="one step of answering a feedback")
    one.add_argument("--number", required=True, help="of the dossier")
    one.add_argument("--feedback", required=True, type=int, metavar="N", help="which feedback of the dossier")
    one.add_argument("--step", required=True, help="forwarded, refused, more-wanted, resolved or published")
    one.add_argument("--message", metavar="TEXT", help="for the applicant's eyes only")


def feedback(root: Path, desk, options):
    record, words = Record(desk.core, options.api, desk.unit, options.roots), _Words(desk, options)
    matters = []
    for dossier in _dossiers(desk, options):
        envelope, _ = record.accepted(dossier)
        found = record.feedback(dossier, envelope)
        matters += [{**said, **words.of(said, dossier), "competent": envelope["competent"]} for said in found]
    for unit in {one["competent"] for one in matters}:
        _add_clocks(desk.core, root, options, [one for one in matters if one["competent"] == unit], record.hours(unit))
    shown = [one for one in matters if options.all or options.number or one["open"]]
    if options.json:
        print(json.dumps(shown, ensure_ascii=False, indent=1))
        return
    for one in sorted(shown, key=_due):
        _print(desk.core, one)
    late = sum(any(clock["late"] and "met" not in clock for clock in one["clocks"]) for one in matters)
    print(f"{sum(one['open'] for one in matters)} open, {late} late; {len(matters)} in all")
    _satisfied({one["submission"]: one["vote"] for one in matters if "vote" in one})


def _dossiers(desk, options):
    """Those about which something was said, with the sealed words."""
    if options.number:
        numbers = [desk.core.number_check(number=options.number)["number"]]
    else:
        numbers = [dossier["number"] for dossier in desk.dossiers() if dossier["feedback"]]
    return [desk.dossier(number)[0] for number in numbers]


class _Words:
    """Opens what was sealed to this unit."""

    def __init__(self, desk, options):
        self._core, path = desk.core, options.identity
        if path is None:
            name = options.keys.name.removesuffix(".json").removesuffix(".keys")
            path = options.keys.with_name(f"{name}.identity")
        self._identity = None
        if path.exists():
            lines = path.read_text(encoding="utf-8").split("\n")
            self._identity = next((line for line in lines if line.startswith("AGE-SECRET-KEY-")), None)

    def of(self, said, dossier):
        """{"words", "vote"?}; without words when they are not for this unit."""
        age = next(one["message"] for one in dossier["feedback"] if one["number"] == said["number"])
        if said["message"] == "-":
            return {"words": ""}
        if age is None or self._identity is None:
            return {}
        try:
            opened = self._core.message_open(age=age, identity=self._identity)
            if opened["hash"] != said["message"]:
                raise Refused(f"the words of feedback {said['number']} are not the ones that were signed",
                              "tell the gateway's operator")  # fmt: skip
            read = self._core.feedback_message_read(kind=said["kind"], text=opened["text"])
        except CoreError as error:
            return {"unreadable": error.message}
        return {"words": read["text"], **({"vote": read["vote"]} if "vote" in read else {})}


def _add_clocks(core, root, options, matters, hours):
    """Each gets its clocks, and whether its unit still has something to do. `hours`: those of the competent unit, which
    must answer, or None."""
    folder = root / "assets" / "calendar"
    calendar = json.loads((folder / "vn.json").read_text(encoding="utf-8"))
    office = None if options.office else hours
    office = office or json.loads((options.office or folder / "office.json").read_text(encoding="utf-8"))
    for at in range(0, len(matters), _MATTERS):
        some = matters[at : at + _MATTERS]
        asked = [
            {
                "kind": one["kind"],
                "time": one["time"],
                "steps": [{name: answer[name] for name in ("step", "time")} for answer in one["answers"]],
                "additions": [
                    other["time"]
                    for other in matters
                    if other["about"] == one["number"] and other["submission"] == one["submission"]
                ],
            }
            for one in some
        ]
        now = times.text(times.now())
        counted = core.feedback_clocks(calendar=calendar, office=office, matters=asked, now=now)["clocks"]
        for one, clocks in zip(some, counted, strict=True):
            one["clocks"] = clocks
            waits = one["kind"] == "withdrawal" and not one["answers"] and not one["withdrawn"]
            one["open"] = waits or any("met" not in clock for clock in clocks if clock["duty"] != "ask")


def _due(one):
    """Whatever is due first stands first."""
    return min((clock["due"] for clock in one["clocks"] if "due" in clock and "met" not in clock), default="~")


def _print(core, one):
    about = f" to {one['about']}" if one["about"] else ""
    number = core.number_check(number=one["submission"])["grouped"]
    print(f"{number}  {one['number']}  {one['kind']}{about}  {_local(one['time'])}")
    for clock in one["clocks"]:
        if "met" in clock:
            done = "late" if clock["late"] else "in time"
            print(f"    {_DUTIES[clock['duty']]}: {done}, on {_local(clock['met'])}")
        elif "due" in clock:
            late = "  LATE" if clock["late"] else ""
            print(f"    {_DUTIES[clock['duty']]}: by {_local(clock['due'])}{late}")
        else:
            print(f"    {_DUTIES[clock['duty']]}: waits for the applicant")
    if one["kind"] == "withdrawal" and one["open"]:
        print("    desk post --state withdrawn, or desk answer --step refused")
    for answer in one["answers"]:
        print(f"    {_local(answer['time'])}  {answer['step']}  {answer['unit']}")
    if "vote" in one:
        print(f"    vote: {one['vote']} of 5")
    if "unreadable" in one:
        print(f"    the words cannot be read: {one['unreadable']}")
    for line in one.get("words", "").split("\n") if one.get("words") else []:
        print(f"    | {line}")


def _satisfied(votes):
    """`votes`: of each dossier the last one, which counts."""
    if votes:
        happy = sum(vote >= _HAPPY for vote in votes.values())
        share = 100 * happy // len(votes)
        print(f"satisfied: {happy} of {len(votes)} ({share} %; the target is {_TARGET} %)")


def answer(desk, options):
    number = desk.core.number_check(number=options.number)["number"]
    dossier, envelope = desk.dossier(number)
    said = [one for one in dossier["feedback"] if one["number"] == options.feedback]
    if not said:
        raise Refused("the dossier has no feedback with this number", "see: ./serve.py desk feedback")
    sealed = {"age": None, "hash": "-"}
    if options.message is not None:
        sealed = desk.core.message_seal(text=options.message, recipients=[envelope["read"]])
    one = {
        "submission": number,
        "feedback": options.feedback,
        "sequence": len(said[0]["answers"]) + 1,
        "step": options.step,
        "time": times.text(times.now()),
        "unit": desk.unit,
        "body": envelope["body"],
        "message": sealed["hash"],
    }
    note = desk.core.answer_make(answer=one, key=desk.key)["note"]
    with desk.ask("answer", number, answer=note, message=sealed["age"]) as told:
        Memory(options.keys).sent(number, note)  # it has been taken
        posted = json.load(told)
    grouped = desk.core.number_check(number=number)["grouped"]
    print(f"{grouped}  {posted['feedback']}  {posted['sequence']}  {options.step}")


def _local(time):
    """As a clock in Vietnam shows it."""
    return (times.parse(time) + _VIETNAM).strftime("%d/%m/%Y %H:%M")
