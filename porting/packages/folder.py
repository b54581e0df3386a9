"""A folder as a package."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from .base import MAX_NAMES, PASSED_OVER, Package, PackageError


class FolderPackage(Package):
    """A folder. Links that lead out of it are left out, and so are devices, sockets and pipes."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._root = path.resolve()
        for name, size in self._walk():
            self._sizes[name] = size
            if len(self._sizes) > MAX_NAMES:
                message = _("%(name)s holds more than %(number)d files.")
                raise PackageError(message % {"name": path, "number": MAX_NAMES})

    def _walk(self) -> Iterator[tuple[str, int]]:
        for folder, below, files in os.walk(self._root):
            here = Path(folder)
            for name in [name for name in below if (here / name).is_symlink()]:
                self.left_out.append((self._name(here / name), _("a link to a folder")))
            below[:] = sorted(name for name in below if name not in PASSED_OVER)
            for name in files:
                size = self._size_of(here / name)
                if name not in PASSED_OVER and size is not None:
                    yield self._name(here / name), size

    def _size_of(self, path: Path) -> int | None:
        """Bytes of a file; None, with a note, when it must not be read."""
        try:
            about = path.stat()
            inside = not path.is_symlink() or path.resolve().is_relative_to(self._root)
        except OSError as error:
            why = _("cannot be read: %(error)s") % {"error": error.strerror or error}
            self.left_out.append((self._name(path), why))
            return None
        if not inside:
            self.left_out.append((self._name(path), _("a link that leads out of the folder")))
        elif not stat.S_ISREG(about.st_mode):
            self.left_out.append((self._name(path), _("not an ordinary file")))
        else:
            return about.st_size
        return None

    def _name(self, path: Path) -> str:
        # A name that is not UTF-8 would break every text it is shown in.
        return (
            path.relative_to(self._root)
            .as_posix()
            .encode("utf-8", "surrogateescape")
            .decode("utf-8", "replace")
        )

    def _stream(self, name: str) -> BinaryIO:
        return (self._root / name).open("rb")
