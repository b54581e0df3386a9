"""A folder as a package."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from .base import MAX_NAMES, PASSED_OVER, Package, PackageError


class FolderPackage(Package):
    """A folder. Links that lead out of it are left out, and so are devices, sockets and pipes."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._root = path.resolve()
        for name, size in self._walk():
            self._sizes[name] = size
            if len(self._sizes) > MAX_NAMES:
                raise PackageError(f"{path} holds more than {MAX_NAMES} files.")

    def _walk(self) -> Iterator[tuple[str, int]]:
        for folder, below, files in os.walk(self._root):
            here = Path(folder)
            for name in [name for name in below if (here / name).is_symlink()]:
                self.left_out.append((self._name(here / name), "a link to a folder"))
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
            self.left_out.append((self._name(path), f"cannot be read: {error.strerror or error}"))
            return None
        if not inside:
            self.left_out.append((self._name(path), "a link that leads out of the folder"))
        elif not stat.S_ISREG(about.st_mode):
            self.left_out.append((self._name(path), "not an ordinary file"))
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
