"""Files that posts of Docusaurus import: found, and taken only as often and as deep as is sane."""

from __future__ import annotations

from collections.abc import Callable

from porting.packages import Package, PackageError
from porting.readers.markdown.addresses import inside
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.entry import Entry
from porting.readers.markdown.front import split

DEEPEST_PARTIAL = 3
LARGEST_PARTIAL = 200_000  # bytes
MOST_PARTIALS = 1_000_000  # letters of all that one of a text's files takes from others in turn


class Partials:
    """The files one site's posts take into themselves."""

    def __init__(self, package: Package, site: str) -> None:
        self.package, self.site = package, site
        self.within: list[str] = []  # files that are being put into others
        self.taken = 0

    def take(self, where: str, entry: Entry, rewritten: Callable[[Entry], str]) -> str | None:
        """The Markdown of a file a post imports, its own additions rewritten; None when there is none."""
        path = inside(self.site if where.startswith("@site/") else entry.folder, where.removeprefix("@site/"))
        deep = path in self.within or len(self.within) >= DEEPEST_PARTIAL
        if not path or deep or not self.package.exists(path):
            return None
        try:
            raw = decode(self.package.read(path, LARGEST_PARTIAL))[0]
        except PackageError:
            return None
        self.taken = len(raw) + (self.taken if self.within else 0)
        if self.taken > MOST_PARTIALS:
            return None
        self.within.append(path)
        try:
            return rewritten(Entry(path, {}, split(raw).body, entry.notes))
        finally:
            self.within.pop()
