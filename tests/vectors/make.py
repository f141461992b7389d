#!/usr/bin/python3
"""Makes the files of this folder anew from build/native: tests/vectors/make.py. What is sealed comes out
different each time (fresh keys), so it is run only when a format changes; its files are committed.

FORMAT/NAME.accept must be read, FORMAT/NAME.CODE must be refused with that code (shared/result.h).
tests/unit/vectors_native.cpp reads them all. The secrets in them are test keys and open nothing else:
the identity in age/ has the seed 00 01 02 … 1f, the units' and roots' keys are made from one digit.
"""
import io
import json
import pathlib
import sys
import tarfile
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "interop"))

from core import Core  # noqa: E402
from dossier import PDF, TIME, Filed, make_receipt  # noqa: E402
from harness import Run  # noqa: E402

CORE, RUN = Core(), Run()
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def put(place, *contents):
    """Writes FORMAT/NAME.CODE."""
    for content in contents:
        path = HERE / place
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def flipped(data, at):
    changed = bytearray(data)
    changed[at] ^= 1
    return bytes(changed)


def bech32(prefix, data):
    """Text of `data` (BIP 173, any length)."""
    values, held, bits = [], 0, 0
    for byte in data:
        held, bits = held << 8 | byte, bits + 8
        while bits >= 5:
            bits -= 5
            values.append(held >> bits & 31)
    if bits:
        values.append(held << 5 - bits & 31)
    lower = prefix.lower()
    spread = [ord(c) >> 5 for c in lower] + [0] + [ord(c) & 31 for c in lower]
    check = 1
    for value in spread + values + [0] * 6:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for i, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> i & 1 else 0
    check ^= 1
    values += [check >> 5 * (5 - i) & 31 for i in range(6)]
    return lower + "1" + "".join(BECH32[value] for value in values)


def keys():
    for name, prefix in (("classical", "AGE-SECRET-KEY-"), ("hybrid", "AGE-SECRET-KEY-PQ-")):
        text = bech32(prefix, bytes(range(32))).upper()
        put(f"identity/{name}.accept", text)
        put(f"identity/{name}-lower.invalid", text.lower())
        put(f"identity/{name}-mistyped.invalid", text[:-1] + ("Q" if text[-1] != "Q" else "P"))
        put(f"identity/{name}-short.invalid", bech32(prefix, bytes(31)).upper())
        with tempfile.NamedTemporaryFile("w") as file:
            file.write(f"{text}\n")
            file.flush()
            recipient = (CORE.call("unit_keygen", unit="1", random="0" * 64)["read"]
                         if name == "hybrid" else bech32("age", bytes([9]) + bytes(31)))
        put(f"recipient/{name}.accept", recipient)
        put(f"recipient/{name}-upper.invalid", recipient.upper())
        put(f"recipient/{name}-newline.invalid", recipient + "\n")
        put(f"recipient/{name}-cut.invalid", recipient[:-1])
    put("recipient/other-prefix.invalid", bech32("agf", bytes(32)))
    put("recipient/long.invalid", bech32("age", bytes(33)))


def age_files():
    identity = bech32("AGE-SECRET-KEY-", bytes(range(32))).upper()
    with tempfile.TemporaryDirectory() as name:
        path = pathlib.Path(name) / "identity"
        path.write_text(identity + "\n")
        shown = RUN.program("age-keygen", "-y", path)
        recipient = shown.stdout.decode().strip()

        def seal(plain, *flags):
            return RUN.motcua("seal", "-r", recipient, *flags, stdin=plain).stdout

        small, two = seal(b"xin ch\xc3\xa0o"), seal(bytes(65536) + b"x")
        put("age/small.accept", small)
        put("age/empty.accept", seal(b""))
        put("age/full-chunk.accept", seal(bytes(65536)))
        put("age/two-chunks.accept", two)
        head, _, tail = small.partition(b"\n---")
        put("age/unknown-stanza-mac.header_mac", head + b"\n-> other x\n" + b"\n---" + tail)
        put("age/cut.payload", small[:-1])
        put("age/longer.payload", small + b"\0")
        put("age/cut-between-chunks.payload", two[:-17])
        put("age/bit.payload", flipped(small, -1))
        put("age/no-nonce.header", small[:small.index(b"\n--- ") + 5 + 43 + 1])
        put("age/crlf.header", small.replace(b"\n", b"\r\n", 1))
        put("age/version.header", small.replace(b"/v1", b"/v2"))
        put("age/padded-body.header", small.replace(b"\n---", b"=\n---", 1))
        stranger = RUN.motcua("keygen", "--classical").stdout.decode().split("public key: ")[1].split()[0]
        put("age/stranger.no_match", RUN.motcua("seal", "-r", stranger, stdin=b"x").stdout)
        text = seal(bytes(100), "-a").decode()
        put("armor/small.accept", text)
        put("armor/crlf.accept", text.replace("\n", "\r\n"))
        put("armor/space-around.accept", "\n \n" + text + "\n\n")
        put("armor/cut.armor", text[:-5])
        put("armor/empty-line.armor", text.replace("\n", "\n\n", 1))
        put("armor/after.armor", text + "x\n")
        put("armor/label.armor", text.replace("AGE ENCRYPTED", "PGP"))
        lines = text.split("\n")
        put("armor/long-line.armor", "\n".join([lines[0], lines[1] + lines[2], *lines[3:]]))
        padded = next(t for t in (seal(bytes(n), "-a").decode() for n in (100, 101, 102)) if "=" in t)
        put("armor/not-padded.armor", padded.replace("=", ""))
        key = "age-encryption.org/v1\n"
        mac = "--- " + "A" * 43 + "\n"
        put("header/grease.accept", key + "-> grease a ! ~\n\n" + mac)
        put("header/full-line.accept", key + "-> x\n" + "A" * 64 + "\n\n" + mac)
        put("header/none.header", key + mac)
        put("header/space.header", key + "-> x  y\n\n" + mac)
        put("header/nul.header", key + "-> x\0\n\n" + mac)
        put("header/no-short-line.header", key + "-> x\n" + "A" * 64 + "\n" + mac)
        put("header/not-canonical.header", key + "-> x\nAB\n" + mac)
        put("header/mac-short.header", key + "-> x\n\n--- AAAA\n")
        put("header/ten-thousand.header", key + "-> x\n\n" * 10_000 + mac)
        put("header/long-line.header", key + "-> " + "x" * 70_000 + "\n\n" + mac)


def json_texts():
    put("json/nested.accept", '{"a":[1,-2,true,null,"\\u0061"],"b":{}}')
    put("json/largest.accept", "9007199254740991")
    for name, text in (("too-large", "9007199254740992"), ("two-to-60", str(2**60)), ("fraction", "1.5"),
                       ("exponent", "1e2"), ("duplicate", '{"a":1,"a":2}'),
                       ("duplicate-escaped", '{"a":1,"\\u0061":2}'), ("surrogate", '"\\ud800"'),
                       ("comma", "[1,]"), ("nothing", ""), ("after", "1 2"), ("nul", "\0")):
        put(f"json/{name}.invalid", text)
    put("json/not-utf8.invalid", b'"\xff"')
    put("json/mark.invalid", "\ufeff1")
    put("json/deep.too_large", "[" * 100 + "]" * 100)


def signatures(filed):
    secret = CORE.call("dossier_keys", root="1" * 64, draft="2" * 32)
    put("minisign-secret/plain.accept", secret["minisign_secret"])
    line = secret["minisign_secret"].split("\n")[1]
    put("minisign-secret/cut.invalid", secret["minisign_secret"].replace(line, line[:-4]))
    put("minisign-secret/one-line.invalid", line + "\n")
    put("minisign-public/text.accept", secret["sign"])
    put("minisign-public/cut.invalid", secret["sign"][:-1])
    text = filed.answer["signature"]
    put("minisign/good.accept", text)
    put("minisign/crlf.accept", text.replace("\n", "\r\n"))
    put("minisign/legacy.refused", text.replace("\nRU", "\nRW"))
    put("minisign/after.invalid", text + "x\n")
    put("minisign/comment.invalid", text.replace("\ntrusted comment", "\ncomment"))
    put("minisign/cut.invalid", text[:100])
    put("minisign/control.invalid", text.replace("motcua.envelope", "motcua\x01envelope"))


def feedback(filed):
    """What an applicant says, and what the unit answers; the signature is one of its own."""
    about = {"submission": CORE.call("number_new", random="7" * 32)["number"], "time": TIME, "body": "a" * 64}
    said = {**about, "number": 2, "kind": "addition", "about": 1, "message": "b" * 64}
    keys = {"root": "1" * 64, "draft": "2" * 32}
    text = CORE.call("feedback_make", feedback=said, **keys)["text"]
    put("feedback/addition.accept", text)
    put("feedback/silent.accept", text.replace("addition\nabout: 1", "withdrawal\nabout: -").replace("b" * 64, "-"))
    put("feedback/about-itself.invalid", text.replace("about: 1", "about: 2"))
    put("feedback/no-message.invalid", text.replace("b" * 64, "-"))
    put("feedback/kind.invalid", text.replace("addition", "praise"))
    answer = {**about, "feedback": 2, "sequence": 1, "step": "resolved", "unit": "99901", "message": "b" * 64}
    note = CORE.call("answer_make", answer=answer, key=filed.unit["sign"])["note"]
    put("answer/key.vkey", filed.unit["vkey"])
    put("answer/resolved.accept", note)
    put("answer/changed.signature", note.replace("resolved", "refused"))
    put("answer/step.invalid", note.replace("resolved", "closed"))


def marks(unit):
    one = {"submission": CORE.call("number_new", random="7" * 32)["number"], "axis": "payment", "sequence": 1,
           "state": "wanted", "event": 2, "time": TIME, "unit": "99901", "body": "a" * 64, "message": "b" * 64}
    note = CORE.call("mark_make", mark=one, key=unit["sign"])["note"]
    put("mark/key.vkey", unit["vkey"])
    put("mark/wanted.accept", note)
    put("mark/changed.signature", note.replace("wanted", "waived"))
    put("mark/axis.invalid", note.replace("payment", "processing"))
    put("mark/state.invalid", note.replace("wanted", "delivered"))
    told = note.replace("payment", "synchronisation").replace("wanted", "sent")
    put("mark/portal-message.invalid", told)


def notes(filed):
    vkey = filed.log["vkey"]
    text = "motcua\nmột cửa\n"
    note = CORE.call("note_sign", text=text, key=filed.log["sign"])["note"]
    put("note/key.vkey", vkey)
    put("note/good.accept", note)
    put("note/other-key-ignored.accept", note + "— someone AAAAAAAA\n")
    put("note/changed.signature", note.replace("cửa", "cua"))
    put("note/none.signature", text + "\n— someone AAAAAAAA\n")
    put("note/no-blank-line.invalid", note.replace("\n\n", "\n"))
    put("note/control.invalid", note.replace("motcua", "mot\tcua"))
    put("note/not-utf8.invalid", note.encode().replace(b"motcua", b"mot\xffua"))
    event = {"submission": CORE.call("number_new", random="7" * 32)["number"], "sequence": 1,
             "state": "received", "time": TIME, "unit": "99901", "body": filed.answer["body"],
             "message": "-", "code": "-"}
    made = CORE.call("event_make", event=event, key=filed.unit["sign"])["note"]
    put("event/received.accept", made)
    put("event/key.vkey", filed.unit["vkey"])
    put("event/changed.signature", made.replace("05:00:00Z", "05:00:01Z"))
    checkpoint = CORE.call("checkpoint_sign", origin=filed.log["name"], size=2, root="a" * 64,
                           key=filed.log["sign"])["checkpoint"]
    put("checkpoint/key.vkey", vkey)
    put("checkpoint/good.accept", checkpoint)
    put("checkpoint/size.signature", checkpoint.replace("\n2\n", "\n3\n"))
    receipt = make_receipt(CORE, filed.log, filed.answer)
    put("receipt/good.accept", json.dumps(receipt))
    put("receipt/cut.invalid", json.dumps(receipt)[:-1])
    put("receipt/no-proof.invalid", json.dumps({k: v for k, v in receipt.items() if k != "proof"}))
    put("proof/good.accept", receipt["proof"])
    put("proof/index.invalid", receipt["proof"].replace("\nindex 1\n", "\nindex 01\n"))
    put("proof/cut.invalid", receipt["proof"][:40])


def directory(filed):
    roots = [CORE.call("unit_keygen", unit=f"root-{n}", random=str(n) * 64) for n in (1, 2, 3)]
    put("directory/roots.vkeys", "".join(root["vkey"] + "\n" for root in roots))
    unit = {"code": "99901", "name": {"vi": "Xã Thử", "en": "Trial"}, "kind": "commune",
            "province": "99", "read": filed.unit["read"], "sign": filed.unit["vkey"]}
    good = {"format": "motcua.directory/1", "version": 5, "issued": "2026-11-20T00:00:00Z",
            "expires": "2026-11-27T00:00:00Z", "demo": True,
            "log": {"origin": filed.log["name"], "key": filed.log["vkey"]}, "units": [unit]}

    def signed(value, signers):
        text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n"
        note = CORE.call("note_sign", text=text, key=roots[signers[0] - 1]["sign"])["note"]
        for signer in signers[1:]:
            note = CORE.call("note_sign", note=note, key=roots[signer - 1]["sign"])["note"]
        return note

    # Judged at 2026-11-22T05:00:00Z by a device that has seen version 5.
    put("directory/two-of-three.accept", signed(good, [1, 3]))
    put("directory/all-three.accept", signed(good, [1, 2, 3]))
    put("directory/one.signature", signed(good, [2]))
    put("directory/substituted.signature", signed(good, [1, 2]).replace("commune", "kommune"))
    put("directory/rolled-back.refused", signed({**good, "version": 4}, [1, 2]))
    put("directory/frozen.expired", signed({**good, "issued": "2026-11-10T00:00:00Z",
                                            "expires": "2026-11-17T00:00:00Z"}, [1, 2]))
    put("directory/future.refused", signed({**good, "issued": "2026-11-23T00:00:00Z"}, [1, 2]))
    put("directory/too-long.refused", signed({**good, "expires": "2026-12-20T00:00:00Z"}, [1, 2]))
    put("directory/twice.duplicate", signed({**good, "units": [unit, unit]}, [1, 2]))
    classical = {**unit, "read": bech32("age", bytes([9]) + bytes(31))}
    put("directory/classical.invalid", signed({**good, "units": [classical]}, [1, 2]))


def archives(filed):
    with tempfile.TemporaryDirectory() as name:
        file, identity = pathlib.Path(name) / "d.age", pathlib.Path(name) / "id"
        small = Filed(CORE, pathlib.Path(name), (PDF[:1000],))
        file, identity = small.file, small.identity
        tar = RUN.motcua("open", "-i", identity, file).stdout
    put("tar/dossier.accept", tar)
    members = tarfile.open(fileobj=io.BytesIO(tar))
    parts = {entry.name: members.extractfile(entry).read() for entry in members}
    put("manifest/good.accept", parts["manifest.json"])
    put("manifest/space.invalid", parts["manifest.json"].replace(b":", b": ", 1))
    put("manifest/member.invalid", parts["manifest.json"].replace(b'{"', b'{"aa":1,"', 1))
    put("form/good.accept", parts["form.json"])
    put("form/nested.invalid", '{"form":"birth/1","values":{"a":{}}}')
    put("envelope/good.accept", filed.answer["envelope"])
    put("envelope/newline.invalid", filed.answer["envelope"] + "\n")
    put("envelope/member.invalid", filed.answer["envelope"].replace('{"', '{"aa":1,"', 1))

    def archive(*entries):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as made:
            for entry, data in entries:
                entry.size = len(data)
                made.addfile(entry, io.BytesIO(data))
        return out.getvalue()

    def entry(name, kind=tarfile.REGTYPE, link=""):
        made = tarfile.TarInfo(name)
        made.type, made.linkname, made.mode = kind, link, 0o600
        return made

    put("tar/parent.refused", archive((entry("../x"), b"x")))
    put("tar/absolute.refused", archive((entry("/x"), b"x")))
    put("tar/link.refused", archive((entry("x", tarfile.SYMTYPE, "/etc/passwd"), b"")))
    put("tar/hard-link.refused", archive((entry("x", tarfile.LNKTYPE, "y"), b"")))
    put("tar/device.refused", archive((entry("x", tarfile.CHRTYPE), b"")))
    put("tar/folder.refused", archive((entry("x", tarfile.DIRTYPE), b"")))
    put("tar/cut.invalid", tar[:700])
    put("tar/checksum.invalid", flipped(tar, 150))
    put("tar/no-end.invalid", tar[:1024])
    block = tar[:512] + tar[512:512 + 512 * ((len(parts["manifest.json"]) + 511) // 512)]
    put("tar/twice.duplicate", block + block + bytes(1024))
    put("tar/rest.invalid", flipped(tar, -1))


def main():
    for path in HERE.glob("*/*"):
        path.unlink()
    with tempfile.TemporaryDirectory() as name:
        filed = Filed(CORE, pathlib.Path(name))
    keys()
    age_files()
    json_texts()
    signatures(filed)
    feedback(filed)
    marks(filed.unit)
    notes(filed)
    directory(filed)
    archives(filed)
    print(f"{len(list(HERE.glob('*/*')))} files")


if __name__ == "__main__":
    main()
