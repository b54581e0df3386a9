"""What Eleventy gives to texts from elsewhere: fields of their layouts, and addresses by their places."""

from __future__ import annotations

import posixpath
import re
from typing import Any

from porting.packages import Package, PackageError
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import inside, join
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.front import split
from porting.readers.markdown.site_config import said, source

CONFIG = re.compile(r"(?:^|/)(?:\.eleventy\.c?js|eleventy\.config\.[cm]?[jt]s)$")
FOLDER = re.compile(r"(?:^|/)_(?:includes|layouts)/(?P<name>.+)$")
GIVEN = ("permalink", "lang", "author", "authors", "category", "categories")
DEEPEST, LARGEST = 5, 200_000  # layouts in layouts; bytes of one


class Layouts:
    """Layouts of a package by name; none when it is no site of Eleventy."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.config = min((name for name in package.names() if CONFIG.search(name)), key=len, default="")
        self.files: dict[str, str] = {}
        for path in package.names() if self.config else ():
            found = FOLDER.search(path)
            if found:
                for name in (found["name"], posixpath.splitext(found["name"])[0]):
                    self.files.setdefault(name, path)
        self.known: dict[str, dict[str, Any]] = {}

    @property
    def top(self) -> str:
        """The folder whose texts are the site: ``dir.input`` of the configuration."""
        text = source(self.package, self.config) if self.config else ""
        found = inside(posixpath.dirname(self.config), said(text, "input") or ".")
        return "" if found == "." else found

    def of(self, name: str, depth: int = 0) -> dict[str, Any]:
        """The fields that a layout and the one around it give to a text."""
        path = self.files.get(name, "")
        if not path or depth >= DEEPEST:
            return {}
        if path not in self.known:
            try:
                own = split(decode(self.package.read(path, LARGEST))[0]).data
            except PackageError:
                own = {}
            around = self.of(fields.text(own.get("layout")), depth + 1)
            self.known[path] = around | {key: own[key] for key in GIVEN if key in own}
        return self.known[path]

    def address(self, path: str) -> str:
        """Where a text without an address of its own is: ``/posts/mill/`` for ``src/posts/2020-01-02-mill.md``."""
        below = posixpath.relpath(path, self.top or ".")
        folder, file = posixpath.split(below)
        stem = re.sub(r"^\d{4}-\d{2}-\d{2}-(?=.)", "", file.split(".")[0])
        return join(folder, "" if stem == "index" else stem, "/")
