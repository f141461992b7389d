"""./serve.py desk state: the unit's daily statement of what the log has about each dossier (docs/formats/state.md).

Nothing is stated on the gateway's word: envelopes, receipts, and all that the applicant and units have signed, with
its places in the log, are verified first, and that the log goes on from that of the last statement. What the unit has
sent or stated before is kept beside its keys, so that a gateway that leaves out a dossier or an entry is told, and
gets no signature on it.
"""

import json
from pathlib import Path

from . import times
from .desk_log import FollowedLog
from .desk_memory import Memory, check, entry_hash
from .desk_record import Record
from .refused import Refused

_PIECE = 500  # dossiers


def arguments(verbs, common):
    one = verbs.add_parser("state", parents=[common], help="the daily statement of what the log has about each dossier")
    one.add_argument("--roots", type=Path, required=True, metavar="FILE", help="the root keys, roots.json")


def state(desk, options):
    record, memory = Record(desk.core, options.api, desk.unit, options.roots), Memory(options.keys)
    log = FollowedLog(desk.core, options.api, record.log_key, memory.evidence)
    # In this order: what is sent or comes from now on may be missing, and lies beyond the size.
    known, kept, now = memory.known(), memory.checkpoint(), times.text(times.now())
    head = log.go_on(kept)
    facts, shown, new = [], {}, {}
    for dossier in desk.dossiers():
        number = dossier["number"]
        if number in shown:
            raise Refused(f"the gateway lists dossier {number} twice", "tell its operator")
        envelope, first = record.accepted(dossier)
        entries = record.proofs(dossier, envelope)
        proofs = {text: one for text, one in {**first, **entries}.items() if one["index"] < head["size"]}
        places = shown[number] = new[number] = {text: one["index"] for text, one in proofs.items()}
        for text, one in proofs.items():
            if known.get(number, {}).get(entry_hash(text)) != one["index"]:  # else it was proven before
                log.fits(one)
        facts.append({"number": number, "salt": dossier["salt"], "entries": sorted(places[e] for e in entries if e in places)})
        if len(new) == _PIECE:  # so that a first statement that is broken off need not begin anew
            memory.proven(new, head["checkpoint"], kept)
            kept, new = head["checkpoint"], {}
    check(known, shown)
    if not facts:
        print("This unit holds no dossier: there is nothing to state.")
        return
    about = {"unit": desk.unit, "time": now, "size": head["size"], "log_root": head["root"]}
    note = desk.core.state_make(**about, dossiers=facts, key=desk.key)["note"]
    memory.proven(new, head["checkpoint"], kept)
    stated = [[one["number"], one["entries"]] for one in facts]
    with desk.ask("state", note=note, dossiers=stated) as answer:
        told = json.load(answer)
    print(f"{told['time']}  {told['dossiers']} dossiers stated, in a log of {head['size']} entries")
