"""Compiles the core and the application (CMake presets) and bundles the web application.

Serving needs the target `serve` of the presets native, wasm and wasm-scalar; tests build everything
themselves, stage by stage (tests/run).
"""

import ctypes
import json

from . import bundle, licences
from .paths import BUILD
from .say import SetupError, line, run
from .sources import unpinned
from .stamps import digest, fingerprint, holds, put

# What a preset's build reads, and what it must leave for serving.
PRESETS = {
    "native": ("shared", "assets/places"),
    "wasm": ("shared", "wasm"),
    "wasm-scalar": ("shared", "wasm"),
}
ALWAYS = ("cmake", "CMakeLists.txt", "CMakePresets.json")


def compile_preset(preset, *targets):
    """Configures and builds TARGETS of a preset."""
    hint = "the first error above is the one to mend"
    run(["cmake", "--preset", preset], f"build-{preset}", hint)
    run(["cmake", "--build", BUILD / preset, "-j", "2", "--target", *targets], f"build-{preset}",
        hint)


class Preset:
    def __init__(self, preset):
        self.preset = preset
        self.step = f"build-{preset}"

    def _value(self):
        sources = [(BUILD / "setup" / f"source-{name}.stamp") for name in ("libsodium", "imgui")]
        return digest([fingerprint(*ALWAYS, *PRESETS[self.preset]),
                       [path.read_text() if path.exists() else "" for path in sources]])

    def missing(self):
        made = BUILD / self.preset / "build.ninja"
        return [] if holds(self.step, self._value(), made) else [self.preset]

    def make(self):
        value = self._value()
        compile_preset(self.preset, "serve")
        if self.preset == "native" and unpinned():
            known_answers()
        put(self.step, value)


def known_answers():
    """Sources that are not the pinned ones serve only if every known answer passes."""
    library = ctypes.CDLL(str(BUILD / "native" / "libmotcua.so"))
    library.motcua_selftest.restype = ctypes.c_char_p
    answer = json.loads(library.motcua_selftest())
    if "ok" not in answer:
        raise SetupError(
            f"{', '.join(unpinned())} is not the pinned version and fails its known answers: "
            f"{answer['error']['message']}", "run with --pinned-only, from a mirror that still has it")
    line(f"  {', '.join(unpinned())}: not the pinned version; {answer['ok']['passed']} known answers pass")


class Bundle:
    def _value(self):
        stats = [[path.stat().st_size, path.stat().st_mtime_ns] if path.exists() else []
                 for path in bundle.made_elsewhere().values()]
        return digest([fingerprint("web", "assets", "setup/bundle.py"), stats])

    def missing(self):
        return [] if holds("bundle", self._value(), BUILD / "web" / "sizes.json") else ["bundle"]

    def make(self):
        licences.collect()
        value = self._value()
        bundle.make()
        put("bundle", value)
