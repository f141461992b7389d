"""./serve.py unit: a unit gets new keys, or hours of its own.

    ./serve.py unit keys   --unit CODE -o FOLDER            on the unit's own machine
    ./serve.py unit change --data DIR --public FILE         where the directory is signed, while the gateway is down
    ./serve.py unit hours  --data DIR --unit CODE --office FILE | --usual     likewise

What the unit signed with its earlier key still holds: the directory keeps that key as a former one, until now
and up to the log's size (docs/formats/directory.md). The private files never leave the unit.
"""

import json
import sqlite3
import sys
from contextlib import closing, contextmanager
from pathlib import Path

from . import times, unit_keys
from .command_line import Parser
from .core import Core, CoreError, default_library
from .folder import DataFolder, FolderInUse
from .ledger import Ledger
from .refused import Refused


def main(root: Path, arguments: list[str]) -> int:
    options = _parse(arguments)
    try:
        core = Core(default_library(root))
        verbs = {"keys": _keys, "change": _change, "hours": lambda *given: _hours(root, *given)}
        verbs[options.verb](core, options)
    except FolderInUse:
        return _fail(f"a gateway is using the data folder {options.data}", "end it, change the keys, start it again")
    except CoreError as error:
        return _fail(error.message, error.hint)
    except Refused as error:
        return _fail(str(error), error.hint)
    except (OSError, ValueError, sqlite3.Error) as error:
        return _fail(str(error), "check the folder and the file")
    return 0


def _parse(arguments):
    parser = Parser(prog="serve.py unit", description="Makes a unit's keys, or changes them; its office hours.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    one = verbs.add_parser("keys", help="new keys, and the public part of them as a file of its own")
    one.add_argument("--unit", required=True, metavar="CODE")
    one.add_argument("-o", dest="folder", required=True, type=Path, metavar="FOLDER", help="has no keys of it yet")
    one = verbs.add_parser("change", help="the next directory has these keys; the ones before become former ones")
    one.add_argument("--data", required=True, type=Path, metavar="DIR", help="the gateway's data folder")
    one.add_argument("--public", required=True, type=Path, metavar="FILE", help="the unit's public.json")
    one = verbs.add_parser("hours", help="the next directory says when this unit is open")
    one.add_argument("--data", required=True, type=Path, metavar="DIR", help="the gateway's data folder")
    one.add_argument("--unit", required=True, metavar="CODE")
    which = one.add_mutually_exclusive_group(required=True)
    which.add_argument("--office", type=Path, metavar="FILE", help="its hours, as docs/formats/calendar.md has them")
    which.add_argument("--usual", action="store_true", help="the usual hours again")
    return parser.parse_args(arguments)


def _keys(core, options):
    if (options.folder / f"unit-{options.unit}.keys.json").exists():
        raise Refused(f"{options.folder} has keys of unit {options.unit} already", "name another folder")
    options.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    public = unit_keys.make(core, options.unit, options.folder)
    print(unit_keys.write_public(options.unit, public, options.folder))


@contextmanager
def _directory(core, options, now):
    """-> (data folder, its directory)"""
    from .directory import Directory  # needs the gateway's packages, which a unit's machine may not have

    if not (options.data / "directory.note").exists():
        raise Refused(f"{options.data} has no directory", "name a gateway's data folder")
    with closing(DataFolder(options.data.resolve())) as folder:
        yield folder, Directory.kept(core, folder, now)


def _hours(root, core, options):
    office, now = None, times.now()
    if options.office:
        office = json.loads(options.office.read_text(encoding="utf-8"))
        calendar = json.loads((root / "assets" / "calendar" / "vn.json").read_text(encoding="utf-8"))
        core.feedback_clocks(calendar=calendar, office=office, matters=[], now=times.text(now))  # reads both strictly
    with _directory(core, options, now) as (_, directory):
        try:
            directory.set_hours(options.unit, office, now)
        except KeyError:
            raise Refused(f"unit {options.unit} is not in the directory", "see its units at /directory") from None
    print(f"unit {options.unit} has {'hours of its own' if office else 'the usual hours'}")


def _change(core, options):
    code, public = unit_keys.read_public(options.public)
    now = times.now()
    with _directory(core, options, now) as (folder, directory):
        try:
            directory.change_keys(code, **public, size=_log_size(core, folder, directory), now=now)
        except KeyError:
            raise Refused(f"unit {code} is not in the directory", "only keys of a known unit can be changed") from None
        except ValueError as error:
            raise Refused(str(error), "make new ones: ./serve.py unit keys") from None
        former = len(directory.units[code]["former"])
    print(f"unit {code} has new keys; {former} former of at most {unit_keys.FORMER_MOST} are kept")


def _log_size(core, folder, directory):
    name = directory.log_verifier.partition("+")[0]
    with closing(sqlite3.connect(folder.path / "motcua.sqlite")) as db:
        db.row_factory = sqlite3.Row
        return Ledger(core, name, directory.log_signer).size(db)


def _fail(message, hint):
    print(f"motcua: {message}" + (f" (hint: {hint})" if hint else ""), file=sys.stderr)
    return 1
