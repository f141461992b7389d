"""Where things are. Everything that setup makes is under build/, which can be deleted at any time."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
DEPS = BUILD / "deps"
NPM = BUILD / "npm"
STATE = BUILD / "setup"
LOGS = STATE / "logs"
