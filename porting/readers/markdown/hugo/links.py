"""What a link or a reference on a Hugo page means: its own language's page first, else the original."""

from __future__ import annotations

import posixpath
from functools import cached_property
from urllib.parse import unquote, urljoin

from porting.readers.markdown.addresses import inside, join
from porting.readers.markdown.entry import Entry, is_text
from porting.readers.markdown.hugo.sections import HugoSections
from porting.readers.markdown.links import ELSEWHERE


class HugoLinks(HugoSections):
    """The links between a Hugo site's pages."""

    def find_page(self, wanted: str, entry: Entry) -> str:
        """The page ``ref`` and ``relref`` mean; empty when there is none or several."""
        return self._file(wanted, entry) or self.links.by_name(wanted.strip("/"))

    def _file(self, wanted: str, entry: Entry) -> str:
        bare = wanted.strip("/")
        ends = ("", ".md", "/index.md")
        if entry.language:
            own = entry.language
            ends = (f".{own}.md", f"/index.{own}.md", *ends)
        for base in self._folders(entry, absolute=wanted.startswith("/")):
            for end in ends:
                path = inside(base, (bare.removesuffix(".md") if end.count(".") > 1 else bare) + end)
                if path in self.links.by_path:
                    return path
        return ""

    def _folders(self, entry: Entry, *, absolute: bool) -> list[str]:
        """Where a page may be, the nearest first: its own language's folders, then the first language's."""
        below = self.below(entry.folder)[1]
        root = entry.folder.removesuffix(below).strip("/")  # the content, or a language's part of it
        first = self.config.default_language
        said = [folder for folder, code in self.config.language_folders.items() if code == first]
        originals = [*said, posixpath.join(self.content, first), self.content]
        beside = [posixpath.join(folder, below) for folder in originals]
        return [*([""] if absolute else [entry.folder]), root, *([] if absolute else beside), *originals]

    def address(self, address: str, entry: Entry) -> str:
        """A link of a translation to what only the first language has leads there."""
        prefix = join(self.config.base, self.prefix(entry))
        path, mark, part = address.partition("#")
        if (
            ELSEWHERE.match(address)
            or "?" in path
            or entry.language.lower() in ("", self.config.default_language)
        ):
            return address
        found = self._file(unquote(path), entry) if is_text(path) else self._original(path, entry, prefix)
        return f"source:{found}{mark}{part}" if found else address

    def _original(self, path: str, entry: Entry, prefix: str) -> str:
        """The page of the first language at an address that no page of this language has."""
        whole = urljoin(entry.addresses[0], unquote(path)).rstrip("/")
        if whole in self._pages or not whole.startswith(f"{prefix}/"):
            return ""
        first = join(self.config.base, self.first_prefix, whole.removeprefix(prefix))
        return self._pages.get(first, "")

    @cached_property
    def _pages(self) -> dict[str, str]:
        """All pages by their addresses, without the last slash."""
        return {
            address.rstrip("/"): entry.path
            for entry in reversed(self.entries)
            for address in (*entry.addresses, *entry.aliases)
        }
