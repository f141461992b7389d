"""Makes build/web/, what the gateway serves, from web/, assets/, the font and the compiled modules.

The contract for those who write in web/
----------------------------------------
Keys. A file's key is its path in the repository (`web/boot.js`, `assets/words/vi.json`). What is
compiled or cut appears as if it lay in web/: `web/motcua-app.js` `web/motcua-app.wasm`
`web/motcua-app-late.wasm` `web/motcua-gallery.js` `web/motcua-gallery.wasm`
`web/motcua-worker.simd.wasm` `web/motcua-worker.scalar.wasm` `web/fonts/regular.ttf`
`web/fonts/semibold.ttf` `web/licences.txt`, and of npm's zxing-wasm `web/zxing/reader/index.js`
`web/zxing/share.js` `web/zxing/reader.wasm`, of pdf-lib and its fontkit `web/pdf/pdf-lib.js` `web/pdf/fontkit.js`.

Names. Every file is served as `/_/NAME.HASH.EXT` (cache it for ever), but these files directly in
web/, which keep their names and are looked up anew each time: `*.html`, `sw.js`, `*.webmanifest`,
`robots.txt`, `licences.txt`. Beside each file that gains from it lies `FILE.br`.

References. In HTML, CSS, JS, JSON and SVG of web/ write

    {{asset:KEY}}   the absolute path of that file, which the first screen needs
    {{lazy:KEY}}    the same, for what is loaded later (it does not count as first screen)
    {{build}}       16 hex digits that change when any file changes (root files only: sw.js, *.html)

    <script type="module" src="{{asset:web/boot.js}}"></script>
    const wasm = fetch("{{asset:web/motcua-app.wasm}}");
    const { default: createApp } = await import("{{asset:web/motcua-app.js}}");
    new Worker(scriptUrl("{{lazy:web/worker/worker.js}}"), { type: "module" });

`new URL("./worker.js", import.meta.url)` with a literal relative path is the same as a {{lazy:}}
reference to that file, and so is `import("./motcua-app.js")`. References must not form a circle.

Modules. JavaScript is plain ES modules with static relative imports. A module that HTML or a
reference names is an entry: it and all it imports become one minified file. Nothing else of web/*.js
is served. A style sheet and all it imports become one file as well. `sw.js` becomes a classic script. Imports of non-literal or `{{…}}` names stay as they are.

Assets chosen at run time: the string `"{{assets}}"` in JavaScript becomes an object of every key
under assets/ and its path: `const paths = "{{assets}}"; fetch(paths["assets/places/demo.json"])`.
JSON is served without white space. `/sizes.json` lists every file with its bytes, and what the first
screen loads: what index.html refers to by {{asset:}}, and so on from there. `/build.txt` has the hash of
every file (origin.py); whoever vouches for the build signs it.
"""

import hashlib
import json
import posixpath
import re
import shutil
import subprocess
from pathlib import Path

from . import licences, origin
from .paths import BUILD, DEPS, NPM, ROOT
from .say import SetupError, line

OUT = BUILD / "web"
TEXT = {".html", ".css", ".js", ".json", ".svg", ".webmanifest", ".txt"}
PACKED = {".png", ".jpg", ".jpeg", ".webp", ".woff2", ".pdf", ".gz"}
ALL_ASSETS = re.compile(r"""(["'`])\{\{assets\}\}\1""")
REFERENCE = re.compile(r"\{\{(asset|lazy):([^{}]+)\}\}")
IMPORT_URL = re.compile(r"""\bnew URL\(\s*(["'])(\.[^"']+)\1\s*,\s*import\.meta\.url\s*\)""")
IMPORT_GLUE = re.compile(r"""\bimport\(\s*(["'])(\.[^"']*motcua-app\.js)\1\s*\)""")


def made_elsewhere():
    """Key -> file of what is compiled or cut."""
    found = {
        "web/motcua-app.js": BUILD / "wasm" / "motcua-app.mjs",
        "web/motcua-app.wasm": BUILD / "wasm" / "motcua-app.wasm",
        "web/motcua-app-late.wasm": BUILD / "wasm" / "motcua-app-late.wasm",
        "web/motcua-gallery.js": BUILD / "wasm" / "motcua-gallery.mjs",
        "web/motcua-gallery.wasm": BUILD / "wasm" / "motcua-gallery.wasm",
        "web/motcua-worker.simd.wasm": BUILD / "wasm" / "motcua-worker.wasm",
        "web/motcua-worker.scalar.wasm": BUILD / "wasm-scalar" / "motcua-worker.wasm",
    }
    for name in ("regular.ttf", "semibold.ttf"):
        found[f"web/fonts/{name}"] = DEPS / "fonts" / name
    zxing = NPM / "node_modules" / "zxing-wasm" / "dist"
    found["web/zxing/reader/index.js"] = zxing / "es" / "reader" / "index.js"
    found["web/zxing/share.js"] = zxing / "es" / "share.js"
    found["web/zxing/reader.wasm"] = zxing / "reader" / "zxing_reader.wasm"
    found["web/pdf/pdf-lib.js"] = NPM / "node_modules" / "pdf-lib" / "dist" / "pdf-lib.esm.min.js"
    found["web/pdf/fontkit.js"] = NPM / "node_modules" / "@pdf-lib" / "fontkit" / "dist" / "fontkit.umd.min.js"
    found["web/licences.txt"] = licences.OUT
    return found


def served(room, path):
    """Of assets/ only what a page reads: no tests' answers, no tables that packs are made of."""
    return room != "assets" or path.suffix == ".json" and not path.name.endswith(".fixture.json")


def is_root(key):
    folder, _, name = key.rpartition("/")
    return folder == "web" and (name in ("sw.js", "robots.txt", "licences.txt")
                                or name.endswith((".html", ".webmanifest")))


def tool(name, *arguments, text=None, what=""):
    """Runs a minifier of build/npm on text and gives its output."""
    done = subprocess.run([NPM / "node_modules" / ".bin" / name, *arguments], cwd=ROOT,
                          input=text.encode() if text is not None else b"", capture_output=True,
                          timeout=300)
    if done.returncode:
        raise SetupError(f"{name} refuses {what}: {done.stderr.decode(errors='replace')[:2000].strip()}",
                         "mend the file it names")
    return done.stdout.decode()


class Bundler:
    def __init__(self, out):
        self.out = out
        self.files = made_elsewhere()
        for room in ("web", "assets"):
            for path in sorted((ROOT / room).rglob("*")):
                if path.is_file() and not path.name.startswith(".") and served(room, path):
                    self.files[str(path.relative_to(ROOT))] = path
        self.urls = {}     # key -> absolute path it is served under
        self.needs = {}    # key -> keys it refers to by {{asset:}}
        self.sizes = {}    # key -> [bytes, bytes as brotli]
        self.under_way = []

    # -- what a file becomes ---------------------------------------------------------------------

    def minified(self, key, path):
        """The file's bytes before references are filled in."""
        if path.suffix == ".mjs":
            glue = path.read_text().replace(f"{path.stem}.wasm", f"{{{{asset:{key[:-3]}.wasm}}}}")
            return tool("terser", "--module", "--compress", "--mangle", "--ecma", "2020", text=glue,
                        what=key).encode()
        if path.suffix == ".js":
            kind = "iife" if is_root(key) else "esm"
            return tool("esbuild", "--bundle", f"--format={kind}", "--minify", "--target=es2022",
                        "--charset=utf8", "--legal-comments=none", "--log-level=error",
                        "--external:{{*", str(self.staged(key)), what=key).encode()
        if path.suffix == ".css":
            return tool("esbuild", "--bundle", "--minify", "--charset=utf8", "--log-level=error",
                        str(path), what=key).encode()
        if path.suffix in (".json", ".webmanifest"):
            try:
                value = json.loads(path.read_text())
            except ValueError as error:
                raise SetupError(f"{key} is not JSON: {error}", "mend the file") from error
            return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        return path.read_bytes()

    def staged(self, key):
        """The entry's copy in a folder where relative URLs have become references, since bundling
        moves code away from its own path."""
        stage = BUILD / "setup" / "stage"
        if not stage.exists():
            for name, path in self.files.items():
                if name.startswith("web/") and path.suffix == ".js" and path.exists():
                    copy = stage / name
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    copy.write_text(self.with_references(name, path.read_text()))
        return stage / key

    def with_references(self, name, text):
        folder = posixpath.dirname(name)

        def lazy(found):
            target = posixpath.normpath(posixpath.join(folder, found[2]))
            return found[0].replace(found[2], "{{lazy:%s}}" % target) if target in self.files else found[0]

        return IMPORT_GLUE.sub(lazy, IMPORT_URL.sub(lazy, text))

    # -- putting it out --------------------------------------------------------------------------

    def url(self, key, asked_by):
        """Puts out the file (once), after all it refers to, and gives its path."""
        if key in self.urls:
            return self.urls[key]
        path = self.files.get(key)
        if path is None or not path.exists():
            raise SetupError(f"{asked_by} refers to {key}, and there is no such file",
                             "keys are explained at the top of setup/bundle.py")
        if key in self.under_way:
            circle = " -> ".join(self.under_way[self.under_way.index(key):] + [key])
            raise SetupError(f"these files refer to each other in a circle: {circle}",
                             "let one of them learn the other's path at run time, as from {{assets}}")
        self.under_way.append(key)
        data = self.filled(key, self.minified(key, path))
        self.under_way.pop()
        stem, suffix = path.stem, ".js" if path.suffix == ".mjs" else path.suffix
        digest = hashlib.sha256(data).hexdigest()[:12]
        url = f"/{path.name}" if is_root(key) else f"/_/{stem}.{digest}{suffix}"
        self.write(key, url, data)
        return url

    def filled(self, key, data):
        """Data with its references replaced by paths."""
        suffix = Path(key).suffix
        self.needs[key] = []
        if suffix not in TEXT or not key.startswith("web/") or key.startswith("web/fonts/"):
            return data

        def path_of(found):
            if found[1] == "asset":
                self.needs[key].append(found[2])
            return self.url(found[2], key)

        text = ALL_ASSETS.sub(lambda _: self.assets(), REFERENCE.sub(path_of, data.decode()))
        if is_root(key):
            text = text.replace("{{build}}", self.build())
        if "{{asset" in text or "{{lazy" in text or "{{build" in text:
            raise SetupError(f"{key} holds a reference that is not understood",
                             "write {{asset:KEY}}; {{build}} only in root files")
        return text.encode()

    def assets(self):
        """All of assets/, which is put out before anything that may ask: key -> path."""
        return json.dumps({key: url for key, url in self.urls.items() if key.startswith("assets/")},
                          sort_keys=True, separators=(",", ":"))

    def build(self):
        """A digest of everything but the root files, which are put out last."""
        return hashlib.sha256(json.dumps(self.urls, sort_keys=True).encode()).hexdigest()[:16]

    def write(self, key, url, data):
        import brotli  # Debian's; setup installs it before it comes here

        target = self.out / url[1:]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        small = len(data)
        if Path(url).suffix not in PACKED:
            packed = brotli.compress(data, quality=11, lgwin=22)
            if len(packed) < len(data):
                target.with_name(target.name + ".br").write_bytes(packed)
                small = len(packed)
        self.urls[key] = url
        self.sizes[key] = [len(data), small]

    # -- the whole -------------------------------------------------------------------------------

    def first_screen(self):
        keys, ahead = [], ["web/index.html"]
        while ahead:
            key = ahead.pop(0)
            if key in self.urls and key not in keys:
                keys.append(key)
                ahead += self.needs.get(key, [])
        return keys

    def run(self):
        for key in self.files:
            if key.startswith("assets/"):
                self.url(key, "assets/")
        for key in self.files:
            if is_root(key) and key not in self.urls:
                self.url(key, "web/")
        first = self.first_screen()
        sizes = {
            "files": [{"key": key, "url": self.urls[key], "bytes": size[0], "br": size[1]}
                      for key, size in sorted(self.sizes.items())],
            "first": first,
            "first_br": sum(self.sizes[key][1] for key in first),
        }
        (self.out / "sizes.json").write_text(json.dumps(sizes, indent=1) + "\n")
        return sizes


def make():
    """Puts out everything into a fresh folder, which then takes the old one's place."""
    licences.collect()
    fresh = OUT.with_name("web.new")
    for folder in (fresh, BUILD / "setup" / "stage"):
        shutil.rmtree(folder, ignore_errors=True)
    fresh.mkdir(parents=True)
    sizes = Bundler(fresh).run()
    (fresh / origin.MANIFEST).write_text(origin.manifest_text(fresh))
    old = OUT.with_name("web.old")
    shutil.rmtree(old, ignore_errors=True)
    if OUT.exists():
        OUT.rename(old)
    fresh.rename(OUT)
    shutil.rmtree(old, ignore_errors=True)
    line(f"  {len(sizes['files'])} files; the first screen is {sizes['first_br'] / 1024:.0f} KB as brotli")


if __name__ == "__main__":
    make()
