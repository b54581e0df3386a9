"""Where an export is written: a folder or a zip, complete or not there at all."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from glob import escape
from io import BytesIO
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import BinaryIO

from django.utils.translation import gettext as _

from porting.processes import is_running, machine

CHUNK = 1024 * 1024
PARTIAL = ".partial"
#: Seconds without a write after which an export on another machine counts as dead.
SILENT_FOR = 2 * 24 * 3600
#: Who writes to a place that is not complete yet; earlier versions did not say on which machine.
_MAKER = re.compile(r"(?:(?P<machine>[0-9a-f]{12})-)?(?P<pid>\d+)-[0-9a-f]+")
#: Bytes a part of a file's name may have on the systems people unpack an export on.
LONGEST_NAME = 255
#: Files of these kinds are compressed already.
PACKED = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".mp4", ".mp3", ".zip", ".gz", ".pdf", ".woff2"}


class ExportError(Exception):
    """An export that cannot be written or is not complete; says why in a sentence."""


def fits(name: str) -> bool:
    """Whether every part of a file's name is short enough for a folder."""
    return all(len(part.encode()) <= LONGEST_NAME for part in name.split("/"))


def shortened(part: str, limit: int = 200) -> str:
    """A part of a file's name in at most ``limit`` bytes: as it is, or its beginning and a fingerprint of the whole."""
    whole = part.encode()
    if len(whole) <= limit:
        return part
    return f"{whole[: limit - 9].decode(errors='ignore')}-{hashlib.sha256(whole).hexdigest()[:8]}"


@dataclass(frozen=True)
class Written:
    """One file of an export: its size in bytes and the SHA-256 of its content, in hexadecimal."""

    size: int
    sha256: str


class Destination:
    """A place for files by relative name. ``files`` has every one written so far."""

    def __init__(self) -> None:
        self.files: dict[str, Written] = {}

    def write(self, name: str, content: bytes | str) -> None:
        """Write one file at once; text as UTF-8."""
        self.copy(name, BytesIO(content.encode() if isinstance(content, str) else content))

    def copy(self, name: str, stream: BinaryIO) -> None:
        """Write one file from a stream, a piece at a time. ExportError when there is one of that name."""
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or not path.parts:
            raise ExportError(_("“%(name)s” is no name for a file in an export.") % {"name": name})
        if name in self.files:
            raise ExportError(_("The export would have two files called “%(name)s”.") % {"name": name})
        digest, size = hashlib.sha256(), 0
        with self._target(name) as target:
            while piece := stream.read(CHUNK):
                digest.update(piece)
                size += len(piece)
                target.write(piece)
        self.files[name] = Written(size, digest.hexdigest())

    @contextmanager
    def _target(self, name: str) -> Iterator[BinaryIO]:
        raise NotImplementedError
        yield


class _Folder(Destination):
    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root

    @contextmanager
    def _target(self, name: str) -> Iterator[BinaryIO]:
        path = self._root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            yield file


class _Zip(Destination):
    def __init__(self, archive: zipfile.ZipFile) -> None:
        super().__init__()
        self._archive = archive

    @contextmanager
    def _target(self, name: str) -> Iterator[BinaryIO]:
        entry = zipfile.ZipInfo(name, time.localtime()[:6])
        packed = PurePosixPath(name).suffix.lower() in PACKED
        entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        with self._archive.open(entry, "w", force_zip64=True) as file:
            yield file  # type: ignore[misc] # a binary stream


@contextmanager
def destination(path: Path) -> Iterator[Destination]:
    """Open ``path`` for an export: a zip when it ends in ``.zip``, else a folder, new or empty.

    Nothing stands there before everything is written: a failed export leaves no half of one behind.
    ExportError when something is there already, or came there meanwhile.
    """
    path = path.absolute()
    _refuse_taken(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    _remove_forgotten(path)
    partial = path.with_name(f".{path.name}.{machine()}-{os.getpid()}-{token_hex(4)}{PARTIAL}")
    try:
        if path.suffix.lower() == ".zip":
            with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
                yield _Zip(archive)
        else:
            partial.mkdir()
            yield _Folder(partial)
        _refuse_taken(path)
        if path.is_dir():
            path.rmdir()
        partial.replace(path)
    finally:
        _remove(partial)


def _refuse_taken(path: Path) -> None:
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise ExportError(_("“%(path)s” is there already. Choose another name.") % {"path": path})


def _remove_forgotten(path: Path) -> None:
    """Delete what exports to the same place left that were killed; others may be at work on theirs."""
    for left in path.parent.glob(f".{escape(path.name)}.*{PARTIAL}"):
        maker = _MAKER.fullmatch(left.name.removeprefix(f".{path.name}.").removesuffix(PARTIAL))
        if maker and _is_forgotten(left, maker["machine"], int(maker["pid"])):
            with suppress(OSError):  # another export is at it, or it is not ours to delete
                _remove(left)


def _is_forgotten(path: Path, where: str | None, pid: int) -> bool:
    if where == machine():
        return not is_running(pid)
    return _last_written(path) < time.time() - SILENT_FOR


def _last_written(path: Path) -> float:
    """When anything in a file or folder was last written, in seconds since 1970; now, where that cannot be told."""
    try:
        return max(one.stat().st_mtime for one in (path, *path.rglob("*")))
    except OSError:  # it is being finished just now
        return time.time()


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
