"""What all packages can do, and a package that is one file or a part of another."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

MEGABYTE = 1_000_000
MAX_NAMES = 300_000
#: Bytes that ``read`` takes into memory at once; larger files are opened as a stream.
MAX_READ = 128 * MEGABYTE
PASSED_OVER = {
    ".git",
    ".hg",
    ".svn",
    ".DS_Store",
    "Thumbs.db",
    "__MACOSX",
    "node_modules",
    ".idea",
    ".vscode",
}
#: What a file that is cut off, locked or gone makes the standard library raise.
DAMAGE = (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError)


class PackageError(Exception):
    """The package, or a file of it, cannot or must not be read. The message is a sentence for whoever gave it."""


class Package:
    """What all packages can do. ``path`` is where it lies, ``left_out`` names what was not read and why.

    ``private`` is for readers: files with drafts, passwords or mail addresses in them. No text may offer them to
    its readers, whatever it links to.
    """

    is_single_file = False

    def __init__(self, path: Path) -> None:
        self.path = path
        self.left_out: list[tuple[str, str]] = []
        self.private: set[str] = set()
        self._sizes: dict[str, int] = {}

    @staticmethod
    def open(path: str | Path) -> Package:
        """The package at ``path``; PackageError when there is none or it is not safe to read."""
        from .folder import FolderPackage
        from .zipped import ZipPackage

        if not str(path).strip():  # an unset variable of the shell, and the folder one is in for Path
            raise PackageError(_("Name the file or folder the blog is in; the name given is empty."))
        where = Path(path)
        try:
            if where.is_dir():
                return FolderPackage(where)
            if not where.is_file():
                raise PackageError(_("There is no file or folder at %(path)s.") % {"path": where})
            if zipfile.is_zipfile(where):
                return ZipPackage(where)
            _refuse_broken_zip(where)
        except PermissionError as error:
            message = _("%(path)s cannot be read: permission denied.") % {"path": where}
            raise PackageError(message) from error
        return FilePackage(where)

    def names(self) -> list[str]:
        """All files, sorted."""
        return sorted(self._sizes)

    def exists(self, name: str) -> bool:
        """Whether there is a file with exactly this name."""
        return name in self._sizes

    def size(self, name: str) -> int:
        """Bytes of a file; PackageError when there is none."""
        try:
            return self._sizes[name]
        except KeyError:
            message = _("There is no file %(name)s in %(package)s.")
            raise PackageError(message % {"name": name, "package": self.path.name}) from None

    def read(self, name: str, limit: int = MAX_READ) -> bytes:
        """The whole file; PackageError when it is missing, damaged or larger than ``limit`` bytes."""
        if self.size(name) > limit:
            message = _("%(name)s is too large: %(size)s, at most %(limit)s.")
            sizes = {"size": megabytes(self.size(name)), "limit": megabytes(limit)}
            raise PackageError(message % {"name": name, **sizes})
        try:
            with self.open_file(name) as stream:
                data = stream.read(limit + 1)
        except DAMAGE as error:
            raise _unreadable(name, error) from error
        if len(data) > limit:
            raise PackageError(_("%(name)s is larger than it says, and was not read.") % {"name": name})
        return data

    def start(self, name: str, size: int) -> bytes:
        """The first ``size`` bytes of a file; none when it cannot be read, which whoever reads it whole is told."""
        try:
            with self.open_file(name) as stream:
                return stream.read(size)
        except (PackageError, *DAMAGE):
            return b""

    def open_file(self, name: str) -> BinaryIO:
        """A stream over the file; PackageError when it cannot be opened."""
        self.size(name)
        try:
            return self._stream(name)
        except DAMAGE as error:
            raise _unreadable(name, error) from error

    def below(self, folder: str) -> Package:
        """The part of the package below ``folder``, as a package of its own."""
        return PartPackage(self, folder.strip("/")) if folder.strip("/.") else self

    def close(self) -> None:
        """Let go of the file."""

    def _stream(self, name: str) -> BinaryIO:
        raise NotImplementedError

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def _unreadable(name: str, error: Exception) -> PackageError:
    return PackageError(_("%(name)s cannot be read: %(error)s") % {"name": name, "error": error})


def _refuse_broken_zip(path: Path) -> None:
    """A zip without its end, as an interrupted download leaves it, is no zip to Python; people call it one."""
    from .looks import HEAD, known_kind

    with path.open("rb") as file:
        start = file.read(HEAD)
    if start.startswith(b"PK\x03\x04"):
        message = _("%(name)s is a damaged zip file: its end is missing. Download or copy it again.")
        raise PackageError(message % {"name": path.name})
    if path.suffix.lower() == ".zip":
        message = _("%(name)s is called a zip but is none.") % {"name": path.name}
        raise PackageError(f"{message} {known_kind(start)}".strip())


class FilePackage(Package):
    """One file, under its own name."""

    is_single_file = True

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._sizes = {path.name: path.stat().st_size}

    def _stream(self, name: str) -> BinaryIO:
        return self.path.open("rb")


class PartPackage(Package):
    """The files of another package below one of its folders."""

    def __init__(self, whole: Package, folder: str) -> None:
        super().__init__(whole.path)
        self.whole, self.folder = whole, folder
        prefix = f"{folder}/"
        self._sizes = {
            name.removeprefix(prefix): whole.size(name) for name in whole.names() if name.startswith(prefix)
        }

    def _stream(self, name: str) -> BinaryIO:
        return self.whole.open_file(f"{self.folder}/{name}")

    def close(self) -> None:
        """Close the whole."""
        self.whole.close()


def inside(folder: str, address: str) -> str | None:
    """``address`` as seen from ``folder``, as a name in the package; None when it leads out of it."""
    name = posixpath.normpath(posixpath.join(folder, address)).lstrip("/")
    return None if name == ".." or name.startswith("../") else name


def megabytes(size: int) -> str:
    """A size for people."""
    return _("%(number)s MB") % {"number": f"{size / MEGABYTE:,.0f}"}
