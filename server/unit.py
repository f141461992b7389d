"""./serve.py unit: a unit gets new keys.

    ./serve.py unit keys   --unit CODE -o FOLDER            on the unit's own machine
    ./serve.py unit change --data DIR --public FILE         where the directory is signed, while the gateway is down

What the unit signed with its earlier key still holds: the directory keeps that key as a former one, until now
and up to the log's size (docs/formats/directory.md). The private files never leave the unit.
"""

import argparse
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from . import times, unit_keys
from .core import Core, CoreError, default_library
from .folder import DataFolder, FolderInUse
from .ledger import Ledger
from .refused import Refused


def main(root: Path, arguments: list[str]) -> int:
    options = _parse(arguments)
    try:
        core = Core(default_library(root))
        {"keys": _keys, "change": _change}[options.verb](core, options)
    except FolderInUse:
        return _fail(f"a gateway is using the data folder {options.data}", "end it, change the keys, start it again")
    except CoreError as error:
        return _fail(error.message, error.hint)
    except Refused as error:
        return _fail(str(error), error.hint)
    except (OSError, sqlite3.Error) as error:
        return _fail(str(error), "check the folder and the file")
    return 0


def _parse(arguments):
    parser = argparse.ArgumentParser(prog="serve.py unit", description="Makes a unit's keys, or changes them.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    one = verbs.add_parser("keys", help="new keys, and the public part of them as a file of its own")
    one.add_argument("--unit", required=True, metavar="CODE")
    one.add_argument("-o", dest="folder", required=True, type=Path, metavar="FOLDER", help="has no keys of it yet")
    one = verbs.add_parser("change", help="the next directory has these keys; the ones before become former ones")
    one.add_argument("--data", required=True, type=Path, metavar="DIR", help="the gateway's data folder")
    one.add_argument("--public", required=True, type=Path, metavar="FILE", help="the unit's public.json")
    return parser.parse_args(arguments)


def _keys(core, options):
    if (options.folder / f"unit-{options.unit}.keys.json").exists():
        raise Refused(f"{options.folder} has keys of unit {options.unit} already", "name another folder")
    options.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    public = unit_keys.make(core, options.unit, options.folder)
    print(unit_keys.write_public(options.unit, public, options.folder))


def _change(core, options):
    from .directory import Directory  # needs the gateway's packages, which a unit's machine may not have

    if not (options.data / "directory.note").exists():
        raise Refused(f"{options.data} has no directory", "name a gateway's data folder")
    code, public = unit_keys.read_public(options.public)
    now = times.now()
    with closing(DataFolder(options.data.resolve())) as folder:
        directory = Directory.kept(core, folder, now)
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
