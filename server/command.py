"""./serve.py: the gateway's command line.

Nothing but the standard library is imported before the set-up has run: on a fresh machine the other
packages come with it.
"""

import argparse
import importlib
import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from .command_line import Parser

_COMMANDS = {"desk": "officer", "unit": "unit", "witness": "witness", "audit": "audit"}  # -> module


def main(root: Path, arguments: list[str]) -> int:
    if arguments and arguments[0] in _COMMANDS:
        return importlib.import_module(f".{_COMMANDS[arguments[0]]}", __package__).main(root, arguments[1:])
    options = _parse(root, arguments)
    try:
        if options.setup and subprocess.run(_setup_command(options), cwd=root).returncode != 0:
            return _fail("the set-up did not finish", "see what it said above; start again when that is mended")
        return _serve(root, options)
    except KeyboardInterrupt:
        return 130
    except ImportError as error:
        return _fail(f"a Python package is missing: {error.name}", "run ./serve.py without --no-setup")


def _setup_command(options):
    command = ["/usr/bin/python3", "-m", "setup", "--quiet-if-done"]
    return [*command, "--pinned-only"] if options.pinned_only else command


def _parse(root, arguments):
    parser = Parser(prog="serve.py", description="Serves the motcua portal and its gateway.")
    parser.add_argument("--port", type=_port, default=8080, help="local port; 0 takes a free one (default 8080)")
    parser.add_argument("--data", type=Path, default=root / "build" / "data",
                        help="data folder (default build/data)")  # fmt: skip
    parser.add_argument("--no-setup", dest="setup", action="store_false",
                        help="do not install or build anything first")  # fmt: skip
    parser.add_argument("--pinned-only", action="store_true",
                        help="set up with the pinned source versions or not at all")  # fmt: skip
    parser.add_argument("--allow-origin", type=_origin, action="append", default=[], metavar="URL",
                        help="another origin whose pages may call this gateway")  # fmt: skip
    parser.add_argument("--api", type=_origin, metavar="URL",
                        help="serve only the pages; the gateway is at this origin (needs --roots)")  # fmt: skip
    parser.add_argument("--roots", type=Path, metavar="FILE", help="with --api: that gateway's roots.json")
    parser.add_argument("--places", type=Path, metavar="PACK", help="the signed national list (docs/formats/places.md)")
    parser.add_argument("--places-key", type=Path, metavar="FILE", help="the minisign public key of who signed it")
    parser.add_argument("--witnesses", default="demo", metavar="FILE|demo|none",
                        help="who watches the log: a file of keys and addresses, two local processes, or nobody")  # fmt: skip
    parser.epilog = (
        "Officers: ./serve.py desk --help; a unit's keys: ./serve.py unit --help. "
        "The log's watchers: ./serve.py witness --help, ./serve.py audit --help"
    )
    if arguments and not arguments[0].startswith("-"):
        parser.error(f"there is no command {arguments[0]}; there are {', '.join(_COMMANDS)}")
    options = parser.parse_args(arguments)
    if bool(options.api) != bool(options.roots):
        parser.error("--api and --roots go together: the pages must know whose directory to trust")
    if bool(options.places) != bool(options.places_key):
        parser.error("--places and --places-key go together: a list counts only with its signature")
    return options


def _serve(root, options):
    import asyncio

    import uvloop

    from . import logs
    from .core import Core, CoreError, default_library
    from .folder import FolderInUse
    from .store import NewerStore
    from .witnesses import WitnessesUnknown

    logs.start()
    uvloop.install()
    try:
        core = Core(default_library(root))
        start = _pages_only if options.api else _gateway
        asyncio.run(start(root, options, core))
    except CoreError as error:
        return _fail(error.message, error.hint)
    except FolderInUse:
        hint = "end that one, or name another folder with --data"
        return _fail(f"another gateway is using the data folder {options.data}", hint)
    except WitnessesUnknown as error:
        return _fail(f"--witnesses: {error}", "see ./serve.py witness --help and docs/operations.md")
    except NewerStore as error:
        return _fail(str(error), "start the newer version, or name another folder with --data")
    except OSError as error:
        hint = "choose another --port or check the data folder's permissions"
        return _fail(f"cannot start: {error.strerror or error}", hint)
    return 0


async def _gateway(root, options, core):
    from .folder import DataFolder
    from .gateway import Gateway
    from .headers import Headers
    from .listening import serve
    from .places import Places
    from .static import Static
    from .witnesses import witnesses_of

    os.umask(0o077)
    folder = DataFolder(options.data.resolve())
    try:
        places = Places(core, options.places or root / "build" / "native" / "demo.places", options.places_key)
        gateway = Gateway(core, folder, places, witnesses_of(options.witnesses, root, core, folder.path))
        headers = Headers(allowed_origins=frozenset(options.allow_origin))
        await serve(gateway.application(Static(root / "build" / "web"), headers), options.port, _ready)
    finally:
        folder.close()


async def _pages_only(root, options, core):
    from .application import application_of, config_route
    from .headers import Headers
    from .listening import serve
    from .static import Static

    roots = json.loads(options.roots.read_text())
    routes = [config_route(core.version, roots, options.api), *Static(root / "build" / "web").routes()]
    await serve(application_of(Headers(api=options.api), routes), options.port, _ready)


def _ready(port):
    print(f"motcua: ready at http://127.0.0.1:{port}/", flush=True)


def _port(written):
    port = int(written) if written.isdecimal() else -1
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError("a port is 0 to 65535")
    return port


def _origin(written):
    parts = urlsplit(written)
    more = parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc
    if parts.scheme not in ("http", "https") or not parts.hostname or more:
        raise argparse.ArgumentTypeError("an origin looks like https://gateway.example")
    return f"{parts.scheme}://{parts.netloc}"


def _fail(message, hint):
    print(f"motcua: {message}" + (f" (hint: {hint})" if hint else ""), file=sys.stderr)
    return 1
