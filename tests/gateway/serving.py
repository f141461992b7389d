"""A real ./serve.py in a folder of its own, and a plain HTTP client for it."""

import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

from server.core import Core, default_library

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 30
TUS = {"Tus-Resumable": "1.0.0"}
BYTES = {**TUS, "Content-Type": "application/offset+octet-stream"}
core = Core(default_library(ROOT))


class Answer:
    def __init__(self, response, body):
        self.status, self.headers, self.body = response.status, response.headers, body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        """A problem's code; None when the answer is no problem."""
        return self.json["code"] if self.headers.get_content_type() == "application/problem+json" else None


class Gateway:
    """Started on construction. `data` and `port` survive kill() and start()."""

    command = ROOT / "serve.py"

    def __init__(self, *options, witnesses="none", folder=None):
        """In a folder of its own, or in `folder`, which then stays. `environment` is added to ours at each start."""
        self._kept = folder is not None
        self.data = Path(folder or tempfile.mkdtemp(prefix="motcua-gateway-"))
        self.port, self._options = 0, ("--witnesses", witnesses, *options)
        self.environment = {}
        self.start()

    def launch(self):
        """Starts the process and does not wait."""
        self._log = open(self.data / "stderr.txt", "ab")
        self.process = subprocess.Popen(
            [self.command, "--no-setup", "--port", str(self.port), "--data", self.data / "data", *self._options],
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            env={**os.environ, **self.environment},
        )

    def start(self):
        self.launch()
        line = self.process.stdout.readline()
        ready = re.fullmatch(r"motcua: ready at http://127\.0\.0\.1:(\d+)/\n", line)
        if not ready:
            self.process.wait(START_SECONDS)
            self.process.stdout.close()
            raise AssertionError(f"the gateway did not start: {line!r} {self.log}")
        self.port = int(ready[1])

    @property
    def log(self):
        return (self.data / "stderr.txt").read_text()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def directory(self):
        return json.loads((self.data / "data" / "directory.note").read_text().split("\n")[0])

    @property
    def builds(self):
        return self.ask("GET", "/builds").json["builds"]

    def kill(self, number=signal.SIGKILL):
        """Ends the process; -> its exit code."""
        self.process.send_signal(number)
        code = self.process.wait(START_SECONDS)
        self.process.stdout.close()
        self._log.close()
        return code

    def close(self):
        if self.process.poll() is None:
            self.kill(signal.SIGTERM)
        if not self._kept:
            shutil.rmtree(self.data)

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)

    def ask(self, method, path, body=None, headers=None):
        """One request on a connection of its own. A dict goes as JSON."""
        headers = dict(headers or {})
        if isinstance(body, dict):
            body, headers["Content-Type"] = json.dumps(body).encode(), "application/json"
        connection = self.connect()
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return Answer(response, response.read())
        finally:
            connection.close()

    def create(self, size):
        """A new upload; -> its path."""
        answer = self.ask("POST", "/files", headers={**TUS, "Upload-Length": str(size)})
        assert answer.status == 201, answer.body
        return answer.headers["Location"]

    def append(self, upload, offset, data, **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.ask("PATCH", upload, data, {**BYTES, "Upload-Offset": str(offset), **named})

    def received(self, upload):
        return int(self.ask("HEAD", upload, headers=TUS).headers["Upload-Offset"])

    def upload(self, data):
        path = self.create(len(data))
        answer = self.append(path, 0, data)
        assert answer.status == 204, answer.body
        return path

    def desk(self, unit, verb, *arguments):
        """./serve.py desk, as an officer of the unit types it."""
        keys = self.data / "data" / "officers" / f"unit-{unit}.keys.json"
        command = [ROOT / "serve.py", "desk", verb, "--api", self.url, "--keys", keys, *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=60)


class GatewayCase(unittest.TestCase):
    """Tests that share one gateway."""

    options, witnesses = (), "none"

    @classmethod
    def setUpClass(cls):
        cls.gateway = Gateway(*cls.options, witnesses=cls.witnesses)

    @classmethod
    def tearDownClass(cls):
        cls.gateway.close()

    def refused(self, answer, status, code):
        self.assertEqual((answer.status, answer.code), (status, code), answer.body)
        problem = answer.json
        self.assertEqual(problem["status"], status)
        self.assertTrue(problem["type"] and problem["title"] and problem["detail"] and problem["hint"])


