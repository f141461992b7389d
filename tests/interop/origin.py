"""A running origin is compared with a signed manifest of hashes."""
import base64
import functools
import http.server
import json
import pathlib
import sys
import tempfile
import threading

from core import Core
from harness import ROOT, Run

sys.path.insert(0, str(ROOT))

from setup import origin  # noqa: E402


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def served(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def check(run, url, key, *more):
    return run.program("/usr/bin/python3", "-m", "setup.origin", url, "-p", key, "--motcua", run.command,
                       *more, env={"PYTHONPATH": str(ROOT)})


def logged(run, web, url, key):
    """The build must stand in the log, under the log's key."""
    manifest = (web / origin.MANIFEST).read_text()
    core = Core()
    signer = core.call("unit_keygen", unit="motcua.demo/log", random="5" * 64)
    time, salt, value = "2026-11-22T05:00:00Z", "6" * 64, origin.digest(manifest.encode())

    def listed(of):
        event = f"motcua.build/1\n{of}\n{time}\n".encode()
        proof = core.call("log_commit", size=0, edge=[], event=base64.b64encode(event).decode(), salt=salt,
                          key=signer["sign"])["proof"]
        return {"manifest": value, "time": time, "index": 0, "proof": proof}

    for name, builds, code in (("a build in the log", [listed(value)], 0),
                               ("a build the log does not know", [], 1),
                               ("a proof of another build", [listed("0" * 64)], 1)):
        (web / "builds").write_text(json.dumps({"builds": builds}))
        seen = check(run, url, key, "--log", signer["vkey"])
        run.equal(name, seen.returncode, code)
    (web / "builds").unlink()
    run.equal("an origin without a log", check(run, url, key, "--log", signer["vkey"]).returncode, 1)


def run_all(run: Run):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        web, secret = folder / "web", folder / "key"
        (web / "_").mkdir(parents=True)
        (web / "index.html").write_text("<p>xin chào")
        (web / "_" / "boot.js").write_text("1")
        (web / "_" / "boot.js.br").write_text("x")
        manifest = web / origin.MANIFEST
        manifest.write_text(origin.manifest_text(web))
        run.equal("the manifest is one of b2sum",
                  run.program("sh", "-c", f"cd {web} && b2sum -l 256 -c --quiet build.txt").returncode, 0)
        key = run.motcua("keygen", "--sign", "-o", secret).stderr.decode().split()[-1]
        run.motcua("sign", "-s", secret, manifest)
        server = served(web)
        url = f"http://127.0.0.1:{server.server_port}"
        seen = check(run, url, key, "--bundle", web)
        run.equal("an origin as signed", (seen.returncode, seen.stdout), (0, b"2 files are as signed\n"))
        logged(run, web, url, key)
        other = run.motcua("keygen", "--sign").stderr.decode().split()[-1]
        run.equal("another key", check(run, url, other).returncode, 1)
        (web / "_" / "boot.js").write_text("2")
        seen = check(run, url, key)
        run.check("a changed script is named", seen.returncode == 1 and b"_/boot.js" in seen.stderr,
                  seen.stderr)
        run.equal("another bundle", check(run, url, key, "--bundle", web).returncode, 1)
        (web / "_" / "boot.js").unlink()
        run.equal("a script that is gone", check(run, url, key).returncode, 1)
        manifest.write_text(origin.manifest_text(web))
        run.equal("a manifest written anew is not signed", check(run, url, key).returncode, 1)
        server.shutdown()
