"""A zip as a package, checked against names and sizes made to do harm."""

from __future__ import annotations

import contextlib
import stat
import zipfile
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from .base import DAMAGE, MAX_NAMES, MEGABYTE, PASSED_OVER, Package, PackageError, megabytes

#: What all entries of a zip may come to when unpacked, and each of them, in bytes.
MAX_TOTAL = 20_000 * MEGABYTE
MAX_ENTRY = 4_000 * MEGABYTE
#: Text shrinks about twenty times; what shrinks far more is made to fill a disk.
MAX_RATIO = 200
SMALL = 50 * MEGABYTE
#: Folders that mean something to a format, and so are never just the wrapping of a zip.
TELLING = {
    "content",
    "contents",
    "posts",
    "pages",
    "blog",
    "docs",
    "src",
    "data",
    "source",
    "uploads",
    "images",
}


class ZipPackage(Package):
    """A zip, checked as a whole before anything is read. A single folder around everything does not count."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except DAMAGE as error:
            message = _("%(name)s is a damaged zip file: %(error)s") % {"name": path.name, "error": error}
            raise PackageError(message) from error
        try:
            entries = self._entries()
        except PackageError:
            self._zip.close()
            raise
        if not entries and not self.left_out:
            self._zip.close()
            message = _("%(name)s is an empty zip: there is no file in it.") % {"name": path.name}
            raise PackageError(message)
        around = _wrapping(entries)
        self._infos = {name[len(around) :]: info for name, info in entries.items()}
        self._sizes = {name: info.file_size for name, info in self._infos.items()}

    def _entries(self) -> dict[str, zipfile.ZipInfo]:
        infos = self._zip.infolist()
        if len(infos) > MAX_NAMES:
            raise self._refusal(_("%(name)s holds more than %(number)d files."), number=MAX_NAMES)
        total = sum(info.file_size for info in infos)
        if total > MAX_TOTAL:
            message = _("%(name)s would fill %(size)s when unpacked; at most %(limit)s is read.")
            raise self._refusal(message, size=megabytes(total), limit=megabytes(MAX_TOTAL))
        if total > 10 * SMALL and total > MAX_RATIO * self.path.stat().st_size:
            message = _("%(name)s is not safe: it would grow to %(size)s when unpacked.")
            raise self._refusal(message, size=megabytes(total))
        found: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            name = _entry_name(info)
            self._refuse_dangerous(info, name)
            if (
                not info.is_dir()
                and not PASSED_OVER.intersection(name.split("/"))
                and self._ordinary(info, name)
            ):
                found.setdefault(name, info)
        return found

    def _refuse_dangerous(self, info: zipfile.ZipInfo, name: str) -> None:
        if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":" or "\0" in name:
            raise self._refusal(_("%(name)s is not safe: it holds a file named %(entry)s."), entry=repr(name))
        if info.file_size > MAX_ENTRY:
            message = _("%(name)s is not read: %(entry)s would fill %(size)s.")
            raise self._refusal(message, entry=name, size=megabytes(info.file_size))
        if info.file_size > SMALL and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            message = _("%(name)s is not safe: %(entry)s grows from %(bytes)d bytes to %(size)s.")
            sizes = {"bytes": info.compress_size, "size": megabytes(info.file_size)}
            raise self._refusal(message, entry=name, **sizes)

    def _refusal(self, message: str, **places: object) -> PackageError:
        return PackageError(message % {"name": self.path.name, **places})

    def _ordinary(self, info: zipfile.ZipInfo, name: str) -> bool:
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            self.left_out.append((name, _("a link") if kind == stat.S_IFLNK else _("not an ordinary file")))
        elif info.flag_bits & 1:
            self.left_out.append((name, _("locked with a password")))
        else:
            return True
        return False

    def _stream(self, name: str) -> BinaryIO:
        return self._zip.open(self._infos[name])  # type: ignore[return-value] # IO[bytes] is what callers need

    def close(self) -> None:
        """Close the zip."""
        self._zip.close()


def _entry_name(info: zipfile.ZipInfo) -> str:
    name = info.filename
    if not info.flag_bits & 0x800:
        # Not marked as UTF-8, which many programs forget.
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/").removeprefix("./")


def _wrapping(names: dict[str, zipfile.ZipInfo]) -> str:
    """The one folder everything is in, with its slash; empty when there is none or it means something."""
    tops = {name.partition("/")[0] if "/" in name else "" for name in names}
    top = tops.pop() if len(tops) == 1 else ""
    return f"{top}/" if top and not top.startswith(("_", ".")) and top.lower() not in TELLING else ""
