"""Addresses of Jekyll: permalinks of a post, of the site, of a collection, and their named styles."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from porting.readers.markdown import fields
from porting.readers.markdown.addresses import Facts, expand, join, slugify
from porting.readers.markdown.entry import Entry
from porting.readers.markdown.jekyll_config import Config

STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}


@dataclass(frozen=True)
class Permalinks:
    """``asked`` is the pattern whoever imports typed, for posts without an address of their own."""

    config: Config
    asked: str = ""

    def place(self, entry: Entry, categories: list[str]) -> None:
        """Set the address and the others the post could be found at."""
        slug = fields.text(entry.data.get("slug")).strip("/")
        found = self._addresses(self._pattern(entry), entry, categories, slug)
        if self.asked and entry.kind == "post" and "permalink" not in entry.own:
            typed = self._addresses(self.asked, entry, categories, slug, slug or entry.name)
            found = fields.unique(typed + found)
        base = self.config.base
        entry.addresses = [join(base, found[0]) if base else found[0]]
        entry.aliases = found + _without_ending(found[0])

    def _pattern(self, entry: Entry) -> str:
        said = fields.text(entry.data.get("permalink"))
        if entry.kind == "page" and not said and self.config.values.get("permalink") == "pretty":
            return "/:path/:title/"
        pattern = said or self._usual(entry.section)
        return STYLES.get(pattern, pattern)

    def _usual(self, section: str) -> str:
        if section in self.config.collections:
            own = fields.text(self.config.collections[section].get("permalink"))
            return own or "/:collection/:path:output_ext"
        if not section:
            return "/:path/:title:output_ext"
        return fields.text(self.config.values.get("permalink")) or "date"

    def _addresses(
        self, pattern: str, entry: Entry, categories: list[str], slug: str, word: str = ""
    ) -> list[str]:
        """The address with categories as Jekyll writes them, and as words of an address when that differs.

        ``word`` is what ``:slug`` stands for in a pattern somebody typed; Jekyll's own is in lower case.
        """
        folder = self._folder(entry)
        found = []
        for form in ([one.lower() for one in categories], [slugify(one) for one in categories]):
            facts = Facts(
                title=slug or entry.name, slug=word or slugify(slug or entry.name), filename=entry.name, folder=folder,
                date=entry.date, categories=form, collection=entry.section,
            )  # fmt: skip
            found.append(expand(pattern, facts))
        return fields.unique(found)

    def _folder(self, entry: Entry) -> str:
        """What ``:path`` stands for: a page's folder; of a collection's file, the file without its ending."""
        folder = entry.folder.removeprefix(self.config.top).strip("/")
        folder = re.sub(rf"^_{re.escape(entry.section)}/?", "", folder) if entry.section else folder
        if entry.section in self.config.collections:
            return posixpath.join(folder, posixpath.splitext(posixpath.basename(entry.path))[0])
        return folder


def _without_ending(address: str) -> list[str]:
    """GitHub Pages and most servers answer ``/x`` for ``/x.html``."""
    return [address.removesuffix(".html")] if address.endswith(".html") else []
