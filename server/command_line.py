"""What every command of ./serve.py reads its options with: a mistake is one sentence that says where to look, exit 2."""

import argparse


class Parser(argparse.ArgumentParser):
    """Its verbs' parsers are of this kind, too."""

    def error(self, message):
        self.exit(2, f"{self.format_usage()}motcua: {message} (hint: see ./{self.prog} --help)\n")
