"""What a disk has kept when the power goes: computed from the journal of powercut.c.

    disk = Disk(folder, seed)     # remembers how the folder is now
    ...                           # a program changes it, powercut.so preloaded with disk.environment
    disk.cut()                    # after SIGKILL: the folder becomes what was kept

Kept for sure is what was synced: bytes and size of a file by a sync of the file, names by a sync of their folder.
Of the rest, each change is kept or lost at random; bytes also torn at sectors of 512. A rename that was not synced
has left the old name, the new one, or both. What maps memory (SQLite's -shm) is forgotten.
"""

import atexit
import os
import random
import shutil
import struct
import subprocess
import tempfile
from functools import cache
from pathlib import Path

SECTOR = 512
_HEAD = struct.Struct("<cQQII")
_FORGOTTEN = "-shm"


@cache
def shim() -> Path:
    """powercut.c, built. Raises CalledProcessError."""
    folder = Path(tempfile.mkdtemp(prefix="motcua-powercut-"))
    atexit.register(shutil.rmtree, folder)
    command = ["clang", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", folder / "powercut.so"]
    subprocess.run([*command, Path(__file__).with_name("powercut.c"), "-ldl", "-lpthread"], check=True)
    return folder / "powercut.so"


class Disk:
    def __init__(self, folder: Path, chance: random.Random):
        self._folder, self._chance = folder, chance
        self._aside = Path(tempfile.mkdtemp(prefix="motcua-disk-"))
        self._journal = self._aside / "journal"
        self.environment = {
            "LD_PRELOAD": str(shim()),
            "POWERCUT_FOLDER": str(folder),
            "POWERCUT_JOURNAL": str(self._journal),
        }
        self.dropped = self.kept = 0  # changes not synced, over all cuts
        self._remember()

    def cut(self):
        records = _read(self._journal.read_bytes()) if self._journal.exists() else []
        known = _Files(self._aside / "before")
        synced = _Synced(records)
        for record in records:
            self._replay(known, record, synced)
        shutil.rmtree(self._folder)
        known.write(self._folder)
        self._remember()

    def close(self):
        shutil.rmtree(self._aside)

    def _remember(self):
        """The inodes of the copy are those of the folder: the journal names files by them."""
        shutil.rmtree(self._aside / "before", ignore_errors=True)
        shutil.copytree(self._folder, self._aside / "before")
        inodes = {str(path.relative_to(self._folder)): path.stat().st_ino for path in self._folder.rglob("*")}
        (self._aside / "inodes").write_text("\n".join(f"{inode} {name}" for name, inode in inodes.items()))
        (self._aside / "root").write_text(str(self._folder.resolve()))
        self._journal.unlink(missing_ok=True)

    def _is_kept(self, sure):
        if sure:
            return True
        lucky = self._chance.random() < 0.5
        self.kept, self.dropped = self.kept + lucky, self.dropped + (not lucky)
        return lucky

    def _replay(self, files, record, synced):
        kind, at, inode, number, first, second = record
        if kind == "W":
            sure = synced.file(inode, at)
            if sure or self._is_kept(False):
                files.put(inode, number, first, None if sure or self._chance.random() < 0.5 else self._chance)
        elif kind == "T":
            if self._is_kept(synced.file(inode, at)):
                files.resize(inode, number)
        elif kind in "CM":
            if kind == "C":
                files.begin(inode)
            if self._is_kept(synced.name(first, at)):
                files.name(first, inode, kind == "M")
        elif kind == "U":
            if self._is_kept(synced.name(first, at)):
                files.forget(first, inode)
        elif kind == "L":
            if self._is_kept(synced.name(second, at)):
                files.name(second, inode, False)
        elif kind == "R":
            came, went = synced.name(second, at), synced.name(first, at)
            if self._is_kept(came or went):
                files.name(second, inode, False)
                if went or came and _folder(first) == _folder(second) or self._is_kept(False):
                    files.forget(first, inode)


class _Synced:
    """Until which byte of the journal each file's bytes, and each folder's names, are sure."""

    def __init__(self, records):
        self._files, self._folders = {}, {}
        for kind, at, inode, number, first, _ in records:
            if kind == "C":
                # A number that was another file's before: that one's syncs say nothing about this one.
                self._files.setdefault(inode, []).append([at, 0])
            elif kind == "S":
                lives = self._files.setdefault(inode, [[0, 0]])
                lives[-1][1] = max(lives[-1][1], number)
            elif kind == "D":
                self._folders[first] = max(self._folders.get(first, 0), number)

    def file(self, inode, at):
        lives = [until for begun, until in self._files.get(inode, []) if begun <= at]
        return bool(lives) and at < lives[-1]

    def name(self, path, at):
        return at < self._folders.get(_folder(path), 0)


class _Files:
    """Names and bytes while they are rebuilt. Names are absolute, as in the journal."""

    def __init__(self, before):
        aside = before.parent
        self._root = (aside / "root").read_text()
        self._names, self._bytes, self._folders = {}, {}, set()
        for line in (aside / "inodes").read_text().splitlines():
            inode, _, name = line.partition(" ")
            file = before / name
            if file.is_dir():
                self._folders.add(f"{self._root}/{name}")
            else:
                self._names[f"{self._root}/{name}"] = int(inode)
                self._bytes[int(inode)] = file  # read when it is changed

    def begin(self, inode):
        """A new file. Its number is only free when no name has it any more."""
        self._names = {path: each for path, each in self._names.items() if each != inode}
        self._bytes[inode] = bytearray()

    def put(self, inode, offset, data, chance):
        """Writes; with `chance`, only some of the sectors."""
        whole = self._open(inode)
        end = offset + len(data)
        if len(whole) < end:
            whole.extend(bytes(end - len(whole)))
        if chance is None:
            whole[offset:end] = data
            return
        at = offset
        while at < end:
            upto = min((at // SECTOR + 1) * SECTOR, end)
            if chance.random() < 0.5:
                whole[at:upto] = data[at - offset : upto - offset]
            at = upto

    def resize(self, inode, size):
        whole = self._open(inode)
        del whole[size:]
        whole.extend(bytes(size - len(whole)))

    def name(self, path, inode, is_folder):
        if is_folder:
            self._folders.add(path)
        else:
            self._names[path] = inode

    def forget(self, path, inode):
        """Removes the name, when it still is that file's."""
        if self._names.get(path) == inode:
            del self._names[path]

    def write(self, folder):
        folder.mkdir(mode=0o700)
        for path in sorted(self._folders):
            (folder / os.path.relpath(path, self._root)).mkdir(mode=0o700, exist_ok=True, parents=True)
        for path, inode in self._names.items():
            target = folder / os.path.relpath(path, self._root)
            if path.endswith(_FORGOTTEN) or not target.parent.is_dir():
                continue
            found = self._bytes.get(inode)
            if isinstance(found, Path):
                shutil.copy(found, target)
            else:
                target.write_bytes(found or b"")
                target.chmod(0o600)

    def _open(self, inode):
        found = self._bytes.get(inode, bytearray())
        if isinstance(found, Path):
            found = bytearray(found.read_bytes())
        self._bytes[inode] = found
        return found


def _folder(path):
    return path.rpartition("/")[0]


def _read(journal):
    """-> [(kind, where in the journal, inode, number, first, second)]; texts of W are bytes, others str"""
    records, at = [], 0
    while at + _HEAD.size <= len(journal):
        kind, inode, number, first_size, second_size = _HEAD.unpack_from(journal, at)
        begin = at + _HEAD.size
        if begin + first_size + second_size > len(journal):
            break  # the record that the cut itself tore
        first = journal[begin : begin + first_size]
        second = journal[begin + first_size : begin + first_size + second_size].decode()
        kind = kind.decode()
        records.append((kind, at, inode, number, first if kind == "W" else first.decode(), second))
        at = begin + first_size + second_size
    return records
