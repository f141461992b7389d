"""./serve.py witness: watches one log for everybody (C2SP tlog-witness).

    ./serve.py witness --data DIR --log VKEY [--name NAME] [--port 0]

It keeps the last checkpoint that it signed, on the disk before it answers, and signs a newer one only with
the proof that it continues that one. Run it where the log's operator has no say. Its own key is made at
the first start, in DIR/key.json; the public part goes into the key directory.
"""

import http.server
import json
import os
import signal
import sys
import threading
from pathlib import Path

from . import times
from .command_line import Parser
from .core import Core, CoreError, default_library
from .folder import write_whole

_BODY_MAX = 64 << 10
_STATUS = {"signature": 403, "refused": 400, "duplicate": 409, "mismatch": 422, "invalid": 400}


def main(root: Path, arguments: list[str]) -> int:
    options = _parse(arguments)
    try:
        core = Core(default_library(root))
        options.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        witness = Witness(core, options.data, options.log, options.name)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", options.port), _handler(witness))
    except (CoreError, OSError) as error:
        print(f"motcua: the witness cannot start: {error}", file=sys.stderr)
        return 1
    server.daemon_threads = True
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: threading.Thread(target=server.shutdown).start())
    if options.with_parent:
        threading.Thread(target=_end_with_parent, args=(server,), daemon=True).start()
    print(f"motcua: witness ready at http://127.0.0.1:{server.server_port}/ {witness.key}", flush=True)
    server.serve_forever()
    return 0


def key_in(core: Core, folder: Path, name: str) -> dict:
    """The witness's key {name, sign, vkey}, made when it is not there yet."""
    path = folder / "key.json"
    if not path.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = core.witness_keygen(name=name, random=os.urandom(64).hex())
        write_whole(path, json.dumps({"name": name, **made}, indent=1) + "\n")
    return json.loads(path.read_text())


class Witness:
    """One log's witness. `answer` may be called from any thread."""

    def __init__(self, core: Core, folder: Path, log: str, name: str):
        self._core, self._log, self._origin = core, log, log.partition("+")[0]
        self._key, self._path = key_in(core, folder, name), folder / "seen.json"
        self._lock = threading.Lock()
        self._kept = json.loads(self._path.read_text()) if self._path.exists() else {"size": 0}

    @property
    def key(self) -> str:
        return self._key["vkey"]

    def answer(self, body: str) -> tuple[int, str, str]:
        """-> (status, content type, text)"""
        with self._lock:
            try:
                if self._core.witness_origin(body=body)["origin"] != self._origin:
                    return 404, "text/plain", "this witness does not know the log\n"
                signed = self._core.witness_sign(
                    body=body, **self._kept, log=self._log, key=self._key["sign"], now=times.text(times.now())
                )
            except CoreError as error:
                if error.code == "duplicate":
                    return 409, "text/x.tlog.size", f"{self._kept['size']}\n"
                return _STATUS.get(error.code, 400), "text/plain", f"{error.message}\n"
            kept = {"size": signed["size"], "root": signed["root"]} if signed["size"] else {"size": 0}
            if kept != self._kept:
                write_whole(self._path, json.dumps(kept) + "\n")
                self._kept = kept
        return 200, "text/plain", signed["line"]


def _handler(witness):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30

        def do_POST(self):
            size = self.headers.get("Content-Length", "")
            if self.path != "/add-checkpoint" or not size.isdigit() or int(size) > _BODY_MAX:
                return self._answer(404 if self.path != "/add-checkpoint" else 413, "text/plain", "not taken\n")
            body = self.rfile.read(int(size))
            try:
                self._answer(*witness.answer(body.decode()))
            except UnicodeDecodeError:
                self._answer(400, "text/plain", "the request is not text\n")

        def _answer(self, status, kind, text):
            body = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            if status == 413:
                self.send_header("Connection", "close")
                self.close_connection = True
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass  # whoever asks is nobody's business

    return Handler


def _end_with_parent(server):
    """Standard input ends with whoever holds its other end."""
    sys.stdin.buffer.read()
    server.shutdown()


def _parse(arguments):
    parser = Parser(prog="serve.py witness", description="A witness of one log.")
    parser.add_argument("--data", required=True, type=Path, metavar="DIR", help="its key and what it has seen")
    parser.add_argument("--log", required=True, metavar="VKEY", help="the log's public key")
    parser.add_argument("--name", default="witness.example/motcua", help="its key's name, when the key is made")
    parser.add_argument("--port", type=int, default=0, help="local port (default: a free one, which it prints)")
    parser.add_argument("--with-parent", action="store_true", help="end when standard input ends")
    return parser.parse_args(arguments)
