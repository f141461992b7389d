"""./serve.py and each of its commands explain themselves, and say where to look after a mistake."""

import re
import subprocess
import unittest

from serving import ROOT


def typed(*arguments):
    return subprocess.run([ROOT / "serve.py", *arguments], capture_output=True, text=True, timeout=60)


def verbs(said):
    """Those that a help shows as {one,another}; none where a command has no verbs."""
    found = re.search(r"^usage: serve\.py \w+ \[-h\]\s+\{([a-z,]+)\} \.\.\.$", said, re.MULTILINE)
    return found[1].split(",") if found else []


class CommandLine(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        """Each command, and what its --help did."""
        first = typed("--help")
        cls.helped = {(): first}
        for command in sorted(set(re.findall(r"\./serve\.py (\w+) --help", " ".join(first.stdout.split())))):
            cls.helped[(command,)] = typed(command, "--help")
            for verb in verbs(cls.helped[(command,)].stdout):
                cls.helped[(command, verb)] = typed(command, verb, "--help")

    def test_each_command_explains_itself(self):
        desk = {("desk", verb) for verb in ("list", "fetch", "post", "state", "feedback", "answer", "mark", "sheet")}
        unit = {("unit", verb) for verb in ("keys", "change", "hours")}
        for command in {("audit",), ("witness",), ("desk",), ("unit",)} | desk | unit:
            self.assertIn(command, self.helped)
        for command, done in self.helped.items():
            with self.subTest(command):
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertTrue(done.stdout.startswith(" ".join(("usage: serve.py", *command, "[-h]"))), done.stdout)

    def test_a_mistake_is_told_with_where_to_look(self):
        for command in self.helped:
            for wrong in ("--no-such-option", "--port=many"):
                with self.subTest((command, wrong)):
                    self.mistaken(command, *command, wrong)

    def test_what_is_no_command_is_told(self):
        self.assertIn("there is no command dsk; there are desk, ", self.mistaken((), "dsk"))
        self.assertIn("'pst'", self.mistaken(("desk",), "desk", "pst"))
        self.assertIn("a port is 0 to 65535", self.mistaken((), "--port", "many"))
        self.assertIn("--number", self.mistaken(("desk", "post"), "desk", "post", "--keys", "x", "--state", "received"))

    def mistaken(self, command, *arguments):
        """-> the sentence, which names the help of `command`"""
        done = typed(*arguments)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        sentence = done.stderr.split("\n")[-2]
        where = " ".join(("./serve.py", *command, "--help"))
        self.assertRegex(sentence, rf"^motcua: .+ \(hint: see {re.escape(where)}\)$")
        return sentence
