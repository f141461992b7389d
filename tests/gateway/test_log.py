"""The log's public side, checked with RFC 9162's algorithm written out here."""

import base64
import hashlib
import re
import unittest

from people import Applicant, Officer
from serving import ROOT, GatewayCase, core


def root_from(index, size, leaf, path):
    """RFC 9162, 2.1.3.2: the root that a proof leads to; None when its length is wrong."""
    fn, sn, root = index, size - 1, leaf
    for other in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            root = hashlib.sha256(b"\1" + other + root).digest()
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            root = hashlib.sha256(b"\1" + root + other).digest()
        fn, sn = fn >> 1, sn >> 1
    return root if sn == 0 else None


def tree(leaves):
    """RFC 6962, 2.1."""
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + tree(leaves[:half]) + tree(leaves[half:])).digest()


class Log(GatewayCase):
    def test_every_leaf_is_proven_under_the_signed_root(self):
        log = self.gateway.directory["log"]["key"]
        self.assertTrue(self.gateway.builds)  # in the log, too
        checkpoint = self.gateway.ask("GET", "/log/checkpoint").body.decode()
        leaves = [None] * core.checkpoint_verify(checkpoint=checkpoint, log=log)["size"]
        officer = Officer(self.gateway)
        for _ in range(5):
            applicant = Applicant(b"small")
            receipt = applicant.submit(self.gateway)
            event = base64.b64decode(receipt["leaf_event"])
            leaves.append(self.leaf(event, bytes.fromhex(receipt["salt"])))
            officer.say(applicant, receipt["number"])
            leaves.append(None)  # its salt is in the follower's proof
        checkpoint = self.gateway.ask("GET", "/log/checkpoint").body.decode()
        head = core.checkpoint_verify(checkpoint=checkpoint, log=log)
        self.assertEqual((head["origin"], head["size"]), ("motcua.demo/log", len(leaves)))
        for index, leaf in enumerate(leaves):
            proof = self.gateway.ask("GET", f"/log/proof/{index}").json
            self.assertNotIn("salt", proof)
            self.assertEqual(core.checkpoint_verify(checkpoint=proof["checkpoint"], log=log), head)
            if leaf:
                self.assertEqual(proof["leaf"], leaf.hex())
            hashes = [bytes.fromhex(one) for one in proof["hashes"]]
            root = root_from(index, proof["size"], bytes.fromhex(proof["leaf"]), hashes)
            self.assertEqual(root.hex(), head["root"])
        self.refused(self.gateway.ask("GET", f"/log/proof/{len(leaves)}"), 404, "log-missing")

    def test_every_checkpoint_continues_the_ones_before(self):
        log, heads = self.gateway.directory["log"]["key"], []
        for _ in range(4):
            Applicant(b"small").submit(self.gateway)
            checkpoint = self.gateway.ask("GET", "/log/checkpoint").body.decode()
            heads.append(core.checkpoint_verify(checkpoint=checkpoint, log=log))
        for old in heads:
            for new in heads[heads.index(old) :]:
                proof = self.gateway.ask("GET", f"/log/consistency/{old['size']}/{new['size']}").json
                roots = {"old_root": old["root"], "root": new["root"]}
                core.log_consistency_verify(old=old["size"], size=new["size"], hashes=proof["hashes"], **roots)
        size = heads[-1]["size"]
        for old, new in ((0, size), (size, size - 1), (1, size + 1)):
            self.refused(self.gateway.ask("GET", f"/log/consistency/{old}/{new}"), 404, "log-missing")

    def test_whoever_reads_the_tiles_finds_the_same_tree(self):
        for _ in range(3):
            Applicant(b"small").submit(self.gateway)
        checkpoint = self.gateway.ask("GET", "/log/checkpoint").body.decode()
        head = core.checkpoint_verify(checkpoint=checkpoint, log=self.gateway.directory["log"]["key"])
        size = head["size"]
        tile = self.gateway.ask("GET", f"/log/tile/0/000.p/{size}")
        self.assertIn("immutable", tile.headers["Cache-Control"])
        leaves = [tile.body[at : at + 32] for at in range(0, len(tile.body), 32)]
        self.assertEqual(len(leaves), size)
        bundle, entries = self.gateway.ask("GET", f"/log/tile/entries/000.p/{size}").body, []
        while bundle:
            length = int.from_bytes(bundle[:2], "big")
            entries.append(bundle[2 : 2 + length])
            bundle = bundle[2 + length :]
        self.assertEqual([hashlib.sha256(b"\0" + entry).digest() for entry in entries], leaves)
        self.assertEqual(tree(leaves).hex(), head["root"])
        for path in (f"0/000.p/{size + 1}", "0/000", "0/001.p/1", "1/000.p/1", "0/0", "entries/0/000", "0/000.p/0"):
            self.refused(self.gateway.ask("GET", f"/log/tile/{path}"), 404, None)

    def refused(self, answer, status, code):
        self.assertEqual(answer.status, status)
        if code:
            super().refused(answer, status, code)

    @staticmethod
    def leaf(event, salt):
        return hashlib.sha256(b"\0" + hashlib.sha256(salt + event).digest()).digest()


class Documents(unittest.TestCase):
    def test_the_description_names_every_route_and_no_other(self):
        text = (ROOT / "docs" / "api.yaml").read_text()
        paths = re.split(r"^  (/\S*):$", text.split("\ncomponents:")[0], flags=re.MULTILINE)[1:]
        described = {
            (method.upper(), path)
            for path, block in zip(paths[::2], paths[1::2])
            for method in re.findall(r"^    (get|head|post|patch|delete|options):", block, re.MULTILINE)
        }
        self.assertEqual(described, self.routes())

    def routes(self):
        """From the sources: what is registered there, without the pages."""
        found = set()
        for source in (ROOT / "server").glob("*.py"):
            text = source.read_text().replace("(one,", '("/files/{id}",')
            for method, path in re.findall(r'web\.(get|head|post|patch|delete|options)\(f?"([^"]+)"', text):
                found.add((method.upper(), re.sub(r"\{(\w+):[^}]*\}+", r"{\1}", path)))
        return found - {("GET", "/{path}")}
