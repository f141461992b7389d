"""./serve.py audit: follows a whole log for everybody, and says in sentences what holds.

    ./serve.py audit --api URL --log VKEY --data DIR [--witness VKEY]... [--threshold K] [--gateway FOLDER]

Run it daily, on a machine where the log's operator has no say; DIR remembers what was seen, so that a log
that changes its past is caught by two signatures of its own. --gateway is for the operator's own auditor:
it also compares the gateway's database with the log. Exit code 0: all holds; 1: something is wrong with the
log; 2: it could not be told.
"""

import argparse
import base64
import hashlib
import sqlite3
import sys
from pathlib import Path

from . import times
from .audit_log import FollowedLog
from .audit_store import audit_store
from .command_line import Parser
from .core import Core, CoreError, default_library
from .remote import Remote, Unreachable, Wrong

HOLDS, WRONG, UNKNOWN = 0, 1, 2
_WITNESSED_HOURS = 24  # a log that grows is witnessed more often than that


def main(root: Path, arguments: list[str]) -> int:
    options = _parse(arguments)
    remote = None
    try:
        core = Core(default_library(root))
        remote = Remote(options.api)
        log = FollowedLog(core, remote, options.log, options.data)
        _audit(core, log, options)
    except Wrong as error:
        print(f"WRONG: {error}.")
        return WRONG
    except (Unreachable, CoreError, OSError, ValueError, KeyError, sqlite3.Error) as error:
        print(f"motcua: the audit could not be done: {error}", file=sys.stderr)
        return UNKNOWN
    finally:
        if remote:
            remote.close()
    return HOLDS


def _audit(core, log, options):
    before, witnessed = log.size, log.checkpoint("witnessed") if options.witness else None
    note = log.checkpoint()
    if note is None:
        if before:
            raise Wrong(f"the log had {before} entries, and now shows no checkpoint")
        raise Unreachable("there is no checkpoint at this address; the log may be empty")
    head = log.verify(note)
    log.shorter(head, note)
    if before:
        log.continues(log.seen, log.seen["note"], head, note)
        print(f"The log continues the one of {before} entries that was seen on {log.seen['time']}.")
    log.follow(head, note)
    print(f"The log has {head['size']} entries, {head['size'] - before} of them new.")
    print("Every entry is the one its leaf is made of, and all leaves lead to the root that the log has signed.")
    if options.witness:
        _witnesses(core, log, options, witnessed, head, note)
    else:
        print("No witness was named: whether others see the same log was not checked.")
    if options.gateway:
        for line in audit_store(core, options.gateway, log):
            print(line)


def _witnesses(core, log, options, witnessed, head, note):
    if witnessed is None:
        raise Wrong("there is no checkpoint that witnesses have signed")
    threshold = options.threshold or len(options.witness)
    try:
        found = core.checkpoint_witnessed(
            checkpoint=witnessed, log=options.log, witnesses=options.witness, threshold=threshold
        )
    except CoreError as error:
        raise Wrong(f"the witnessed checkpoint does not hold: {error.message}") from None
    if found["time"] is None:
        raise Wrong(f"{len(found['witnesses'])} of the named witnesses have signed; {threshold} are needed")
    if found["size"] > head["size"]:
        raise Wrong(f"witnesses have signed {found['size']} entries; the log shows only {head['size']}")
    log.continues(found, witnessed, head, note)
    hours = (times.now() - times.parse(found["time"])).total_seconds() / 3600
    if hours > _WITNESSED_HOURS and found["size"] < head["size"]:
        raise Wrong(f"the log has grown, and its witnesses have signed nothing for {hours:.0f} hours")
    names = ", ".join(found["witnesses"])
    print(f"Witnesses signed its first {found['size']} entries by {found['time']}: {names}.")


def _parse(arguments):
    parser = Parser(prog="serve.py audit", description="Follows one log and says what holds.")
    parser.add_argument("--api", required=True, metavar="URL", help="where the log is")
    parser.add_argument("--log", required=True, type=_key(1), metavar="VKEY",
                        help="its public key, from a checked key directory")  # fmt: skip
    parser.add_argument("--data", required=True, type=Path, metavar="DIR", help="what was seen of it")
    parser.add_argument("--witness", type=_key(4), action="append", default=[], metavar="VKEY",
                        help="a witness's public key")  # fmt: skip
    parser.add_argument("--threshold", type=int, metavar="K", help="how many of them are enough (default: all)")
    parser.add_argument("--gateway", type=Path, metavar="FOLDER", help="the gateway's data folder on this machine")
    options = parser.parse_args(arguments)
    if options.threshold is not None and not 1 <= options.threshold <= len(options.witness):
        parser.error("--threshold is 1 up to the number of witnesses named")
    return options


def _key(kind):
    """Reads a public key of this type (docs/formats/sign.md): what was mistyped is not the log's fault."""

    def read(written):
        name, _, rest = written.partition("+")
        digest, _, encoded = rest.partition("+")
        try:
            key = base64.b64decode(encoded, validate=True)
        except ValueError:
            key = b""
        made = hashlib.sha256(name.encode() + b"\n" + key).hexdigest()[:8]
        if len(key) != 33 or key[0] != kind or digest != made:
            raise argparse.ArgumentTypeError("this is no such key, or it was mistyped")
        return written

    return read
