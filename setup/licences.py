"""The licence texts of everything that ships in the web bundle, as one file: /licences.txt."""

from pathlib import Path

from .paths import BUILD, DEPS, NPM, ROOT
from .say import SetupError

OUT = BUILD / "setup" / "licences.txt"

# What ships, and where its licence lies after set-up.
PARTS = (
    ("motcua", ROOT / "LICENSE"),
    ("libsodium", DEPS / "src" / "libsodium" / "LICENSE"),
    ("Dear ImGui, with the stb libraries it contains", DEPS / "src" / "imgui" / "LICENSE.txt"),
    ("JSON for Modern C++", Path("/usr/share/doc/nlohmann-json3-dev/copyright")),
    ("Emscripten's run-time library, musl, libc++ and compiler-rt", Path("/usr/share/doc/emscripten/copyright")),
    ("zxing-wasm", NPM / "node_modules" / "zxing-wasm" / "LICENSE"),
    ("ZXing-C++, which zxing-wasm contains (the same licence as motcua's)", ROOT / "LICENSE"),
    ("libzueci, which ZXing-C++ contains", ROOT / "setup" / "licences" / "libzueci.txt"),
    ("pdf-lib, with its standard-fonts and upng", NPM / "node_modules" / "pdf-lib" / "LICENSE.md"),
    ("fontkit, as pdf-lib has it", ROOT / "setup" / "licences" / "fontkit.txt"),
    ("pako, which pdf-lib and fontkit contain", NPM / "node_modules" / "pako" / "LICENSE"),
    ("tslib, which pdf-lib contains", NPM / "node_modules" / "tslib" / "LICENSE.txt"),
    ("Be Vietnam Pro", DEPS / "fonts" / "OFL.txt"),
)


def collect():
    """Writes the file, unless it is there already with the same text."""
    texts = []
    for name, path in PARTS:
        if not path.exists():
            raise SetupError(f"the licence of {name} is not where it should be",
                             "delete build/setup and run again")
        rule = "=" * 80
        texts.append(f"{rule}\n{name}\n{rule}\n\n{path.read_text(errors='replace').strip()}\n")
    OUT.parent.mkdir(parents=True, exist_ok=True)
    text = "\n".join(texts)
    if not OUT.exists() or OUT.read_text() != text:
        OUT.write_text(text)
