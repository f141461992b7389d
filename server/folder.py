"""The data folder: where everything that must survive lives, and the lock that keeps it to one gateway.

    DATA/motcua.sqlite  envelopes, events, log        DATA/keys/      log and root secrets (0600)
    DATA/blobs/         sealed dossiers               DATA/officers/  the demo units' keys (0600)
    DATA/uploads/       uploads not yet committed     DATA/lock       held while a gateway runs
    DATA/directory.note the signed directory          DATA/roots.json its root keys
"""

import fcntl
import os
from pathlib import Path


class FolderInUse(Exception):
    pass


class DataFolder:
    def __init__(self, path: Path):
        """Creates the folder if need be and locks it. Raises FolderInUse, OSError."""
        self.path = path
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = os.open(path / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._lock)
            raise FolderInUse(str(path)) from None
        for name in ("blobs", "uploads", "keys", "officers"):
            (path / name).mkdir(mode=0o700, exist_ok=True)
        sync_folder(path)

    def close(self):
        os.close(self._lock)


def sync_folder(path: Path):
    """Makes the folder's entries (new, renamed and removed names) survive a power cut."""
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, text: str, mode: int = 0o600):
    """Writes a small file so that a reader, or a restart, sees the old or the new one, never a half."""
    beside = path.with_name(path.name + ".new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, mode)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        os.fchmod(handle, mode)
        file.write(text)
        file.flush()
        os.fsync(handle)
    os.replace(beside, path)
    sync_folder(path.parent)
