"""Files: uploads that grow, and sealed dossiers that never change again.

An upload lies in uploads/<id>; committing it renames it to blobs/<2>/<id>. How much of an upload
counts is the database's to say: bytes past that are overwritten by the next piece.
All methods block; call them through `run`.
"""

import asyncio
import hashlib
import os
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .folder import sync_folder

_PIECE = 1 << 20
HEADER_MAX = 64 << 10  # the longest age header that is looked at
RESERVE = 256 << 20  # bytes of disk that uploads never take


class Blobs:
    def __init__(self, folder: Path):
        self._uploads, self._blobs = folder / "uploads", folder / "blobs"
        self._homes, self._making = set(), threading.Lock()
        self._pool = ThreadPoolExecutor(4, thread_name_prefix="blobs")

    def run(self, function, *arguments):
        """Awaitable: function(*arguments) in a thread of ours."""
        return asyncio.get_running_loop().run_in_executor(self._pool, function, *arguments)

    def close(self):
        self._pool.shutdown()

    def has_room(self, size: int) -> bool:
        return shutil.disk_usage(self._uploads).free > size + RESERVE

    def create(self, name: str):
        os.close(os.open(self._uploads / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        sync_folder(self._uploads)

    def writer(self, name: str, offset: int) -> "Writer":
        """For appending at `offset`; whatever lies behind it was never acknowledged and is cut off."""
        return Writer(self._uploads / name, offset)

    def remove_upload(self, name: str):
        (self._uploads / name).unlink(missing_ok=True)

    def uploads(self) -> list[str]:
        return [entry.name for entry in os.scandir(self._uploads)]

    def head(self, name: str) -> bytes:
        """The first bytes of an upload, enough for any header."""
        with open(self._uploads / name, "rb") as file:
            return file.read(HEADER_MAX)

    def digest(self, name: str, header_size: int) -> tuple[int, str, str]:
        """(size, header hash, body hash) of an upload as it lies on the disk."""
        header, body = hashlib.blake2b(digest_size=32), hashlib.blake2b(digest_size=32)
        with open(self._uploads / name, "rb") as file:
            header.update(file.read(header_size))
            while piece := file.read(_PIECE):
                body.update(piece)
            return file.tell(), header.hexdigest(), body.hexdigest()

    def keep(self, name: str):
        """From upload to blob, so that it survives a power cut."""
        home = self._home(name[:2])
        os.rename(self._uploads / name, home / name)
        sync_folder(home)
        sync_folder(self._uploads)

    def _home(self, name: str) -> Path:
        """A folder of blobs/ whose own name is on the disk. Whether it is there says nothing about that: another
        thread may just have made it, or a gateway that was killed then."""
        home = self._blobs / name
        with self._making:
            if name not in self._homes:
                home.mkdir(mode=0o700, exist_ok=True)
                sync_folder(self._blobs)
                self._homes.add(name)
        return home

    def give_back(self, name: str):
        """From blob to upload again: its commit did not happen."""
        os.rename(self._blobs / name[:2] / name, self._uploads / name)
        sync_folder(self._uploads)

    def path(self, name: str) -> Path:
        return self._blobs / name[:2] / name


class Writer:
    """An upload file, open for appending."""

    def __init__(self, path: Path, offset: int):
        self._handle = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
        os.ftruncate(self._handle, offset)
        os.lseek(self._handle, offset, os.SEEK_SET)

    def write(self, data: bytes):
        view = memoryview(data)
        while view:
            view = view[os.write(self._handle, view) :]

    def sync(self):
        os.fdatasync(self._handle)

    def close(self):
        os.close(self._handle)
