"""Be Vietnam Pro, cut down to the letters and signs that the interface can show.

One TTF a weight serves both renderers (the painted canvas and the page), so kerning and other
layout features are dropped: both must measure a text alike.
"""

import shutil

from .paths import DEPS, NPM
from .say import run
from .stamps import digest, fingerprint, holds, put

FOLDER = DEPS / "fonts"
PACKAGE = NPM / "node_modules" / "@expo-google-fonts" / "be-vietnam-pro"
WEIGHTS = {"regular": "400Regular", "semibold": "600SemiBold"}

# Vietnamese, the other Latin letters that a foreigner's name may need, and signs. The font has no
# arrows, check marks or boxes: the interface draws those as shapes.
UNICODES = ",".join("""
    20-7E A0-17F 1A0 1A1 1AF 1B0 1EA0-1EF9 300 301 303 309 323
    2009-200B 2010-2015 2018-201E 2020-2022 2026 202F 2030 2032 2033 2039 203A 2044 20AB 20AC
    2116 2122 2212 2248 2260 2264 2265
""".split())


def _value():
    return digest([UNICODES, fingerprint("setup/npm/package-lock.json")])


class Fonts:
    def missing(self):
        made = [FOLDER / f"{name}.ttf" for name in WEIGHTS]
        return [] if holds("fonts", _value(), *made) else ["fonts"]

    def make(self):
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name, weight in WEIGHTS.items():
            run(["hb-subset", PACKAGE / weight / f"BeVietnamPro_{weight}.ttf",
                 f"--unicodes={UNICODES}", "--layout-features-=*", "--no-hinting",
                 "--notdef-outline", "--name-IDs=0,1,2,13,14",
                 "--drop-tables+=DSIG,GDEF,GPOS,GSUB,gasp,meta",
                 f"--output-file={FOLDER / name}.ttf"],
                "fonts", "is the package libharfbuzz-bin installed?")
        shutil.copyfile(PACKAGE / "LICENSE_FONT", FOLDER / "OFL.txt")
        put("fonts", _value())
