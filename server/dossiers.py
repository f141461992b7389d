"""POST /dossiers: an envelope and its whole upload become a dossier, or nothing happens. POST /filed gives it back.

In this order: the envelope's signature, the units, the upload's completeness, the hashes of what lies
on the disk; then file rename (fsynced), then one transaction with the dossier, its log entry and its
number. The answer is stored with it: asking again with the same envelope gives the same answer.
"""

import asyncio
import base64
import os
import re

from aiohttp import web

from . import records, times, uploads
from .blobs import Blobs
from .capabilities import CAPABILITY, follow_hash
from .core import Core, CoreError
from .directory import Directory
from .ledger import Ledger
from .problems import Problem, from_core
from .requests import json_response, member, read_json
from .store import Store
from .turns import Turns

_BODY_MAX = 64 << 10
_UPLOAD = re.compile(r"/files/([0-9a-f]{32})")
_NUMBER_TRIES = 20
_FILED = ("number", "envelope", "signature", "proof", "ack")
_FROM_ENVELOPE = ("draft", "key", "receiving", "competent", "size", "body", "read", "follow")


class Dossiers:
    def __init__(
        self, core: Core, store: Store, blobs: Blobs, turns: Turns, ledger: Ledger, directory: Directory, on_grown
    ):
        """on_grown() is called when the log has grown."""
        self._core, self._store, self._blobs, self._turns = core, store, blobs, turns
        self._ledger, self._directory = ledger, directory
        self._drafts, self._on_grown = Turns(), on_grown

    def routes(self):
        return [web.post("/dossiers", self.commit), web.post("/filed", self.filed)]

    async def filed(self, request):
        """What a dossier was filed with, for whoever has nothing left of it but its keys."""
        capability = member(await read_json(request, _BODY_MAX), "capability", str)
        hashed = follow_hash(capability) if CAPABILITY.fullmatch(capability) else ""
        row = await self._store.read(lambda db: records.dossier_by(db, "follow", hashed))
        if row is None:
            raise Problem("capability-unknown")
        return json_response({name: row[name] for name in _FILED})

    async def commit(self, request):
        body = await read_json(request, _BODY_MAX)
        envelope, signature = member(body, "envelope", str), member(body, "signature", str)
        upload = _UPLOAD.fullmatch(member(body, "upload", str))
        facts = self._verify(envelope, signature)
        # Shielded: when the client goes away meanwhile, the file and its row still stay together.
        status, answer = await asyncio.shield(self._commit(facts, envelope, signature, upload))
        self._on_grown()
        return json_response(answer, status)

    async def _commit(self, facts, envelope, signature, upload):
        async with self._drafts.take(facts["draft"]):
            if known := await self._known(facts, envelope, signature):
                return 200, _answer(known)
            for unit in (facts["receiving"], facts["competent"]):
                if unit not in self._directory.units:
                    raise Problem("unit-unknown", unit=unit)
            if upload is None:
                raise Problem("upload-wanted")
            async with self._turns.take(upload[1]):
                await self._check_upload(facts, upload[1])
                return 201, _answer(await self._keep(facts, envelope, signature, upload[1]))

    def _verify(self, envelope, signature):
        try:
            return self._core.envelope_verify(envelope=envelope, signature=signature)
        except CoreError as error:
            raise from_core(error, {"signature": "signature"}, "envelope") from None

    async def _known(self, facts, envelope, signature):
        """The dossier that this very envelope became earlier. Raises Problem for a twin."""
        row = await self._store.read(
            lambda db: records.dossier_by(db, "key", facts["key"]) or records.dossier_by(db, "draft", facts["draft"])
        )
        if row is None or (row["envelope"], row["signature"]) == (envelope, signature):
            return row
        raise Problem("draft-taken" if row["draft"] == facts["draft"] else "key-reused")

    async def _check_upload(self, facts, name):
        row = await self._store.read(lambda db: uploads.find(db, name))
        if row is None:
            raise Problem("upload-missing")
        if row["gone"]:
            raise Problem("upload-gone")
        if row["received"] < row["size"]:
            raise Problem("upload-incomplete", received=row["received"], size=row["size"])
        if row["size"] != facts["size"]:
            raise Problem("size-mismatch", received=row["size"])
        prefix = await self._blobs.run(self._blobs.head, name)
        try:
            header_size = self._core.age_split(prefix=base64.b64encode(prefix).decode())["header_size"]
        except CoreError as error:
            raise Problem("not-sealed", reason=error.message) from None
        found = await self._blobs.run(self._blobs.digest, name, header_size)
        if found != (facts["size"], facts["header"], facts["body"]):
            raise Problem("hash-mismatch")

    async def _keep(self, facts, envelope, signature, name):
        await self._blobs.run(self._blobs.keep, name)
        try:
            return await self._store.write(lambda db: self._insert(db, facts, envelope, signature, name))
        except BaseException:
            await self._blobs.run(self._blobs.give_back, name)
            raise

    def _insert(self, db, facts, envelope, signature, name):
        moment = times.now()
        number = self._new_number(db)
        entry = self._ledger.append(db, f"{envelope}\n{signature}".encode())
        records.add_dossier(
            db,
            {
                "number": number,
                **{column: facts[column] for column in _FROM_ENVELOPE},
                "envelope": envelope,
                "signature": signature,
                "blob": name,
                "time": times.text(moment),
                "leaf": entry.index,
                "salt": entry.salt,
                "proof": entry.proof,
                "ack": self._directory.acknowledge(number, facts["body"], times.text(moment)),
            },
        )
        uploads.end(db, name, moment)
        return records.dossier_by(db, "number", number)

    def _new_number(self, db):
        for _ in range(_NUMBER_TRIES):
            number = self._core.number_new(random=os.urandom(16).hex())["number"]
            if records.dossier_by(db, "number", number) is None:
                return number
        raise RuntimeError("no free submission number was found")


def _answer(row):
    """What a receipt is made of; the log entry's bytes are `envelope` newline `signature`."""
    leaf_event = f"{row['envelope']}\n{row['signature']}".encode()
    return {
        "number": row["number"],
        "time": row["time"],
        "index": row["leaf"],
        "proof": row["proof"],
        "salt": row["salt"],
        "ack": row["ack"],
        "leaf_event": base64.b64encode(leaf_event).decode(),
    }
