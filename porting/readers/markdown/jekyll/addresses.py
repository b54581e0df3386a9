"""Addresses of Jekyll: permalinks of a post, of the site, of a collection, and their named styles."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from datetime import datetime, tzinfo

from porting.readers.markdown import fields
from porting.readers.markdown.addresses import Facts, expand, join, slugify
from porting.readers.markdown.entry import Entry
from porting.readers.markdown.jekyll.config import Config

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
    zone: tzinfo
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
        entry.aliases = fields.unique(found + _other_endings(found[0], entry.kind))

    def _pattern(self, entry: Entry) -> str:
        said = fields.text(entry.data.get("permalink"))
        pattern = said or self._usual(entry)
        return STYLES.get(pattern, pattern)

    def _usual(self, entry: Entry) -> str:
        section, of_site = entry.section, self.config.text("permalink") or "date"
        if section in self.config.collections:
            own = fields.text(self.config.collections[section].get("permalink"))
            return own or f"/:collection/:path{_ending(of_site)}"
        if not section:
            return "/:path/" if entry.bundle else f"/:path/:title{_ending(of_site)}"
        collections = fields.mapping(self.config.values.get("collections"))
        own = fields.text(fields.mapping(collections.get("posts")).get("permalink"))
        return own or of_site

    def _addresses(
        self, pattern: str, entry: Entry, categories: list[str], slug: str, word: str = ""
    ) -> list[str]:
        """The address as Jekyll writes it, then with what other versions and time zones made of it.

        ``word`` is what ``:slug`` stands for in a pattern somebody typed; Jekyll's own is in lower case.
        """
        folder, title = self._folder(entry), slug or entry.name
        found = []
        for date in self._days(entry.date):
            for shown in (_pretty(title), title):
                for form in (
                    fields.unique(map(str.lower, categories)),
                    fields.unique(map(slugify, categories)),
                ):
                    facts = Facts(
                        title=shown, slug=word or slugify(title), filename=entry.name, folder=folder,
                        date=date, categories=form, collection=entry.section,
                    )  # fmt: skip
                    found.append(expand(pattern, facts))
        return fields.unique(found)

    def _days(self, date: datetime | None) -> list[datetime | None]:
        """A moment in the site's zone, then in its author's; a day without a time is that day everywhere."""
        if (
            not date
            or not self.config.values.get("timezone")
            or not (date.hour or date.minute or date.second)
        ):
            return [date]
        return [date.astimezone(self.zone), date]

    def _folder(self, entry: Entry) -> str:
        """What ``:path`` stands for: a page's folder; of a collection's file, the file without its ending."""
        inside = self.config.inside(entry.path)
        folder = posixpath.dirname(inside)
        folder = re.sub(rf"^_{re.escape(entry.section)}/?", "", folder) if entry.section else folder
        if entry.section in self.config.collections:
            return posixpath.join(folder, posixpath.splitext(posixpath.basename(inside))[0])
        return folder


def _ending(pattern: str) -> str:
    """Pages and collections end as the pattern of posts does."""
    pattern = STYLES.get(pattern, pattern)
    return next((end for end in ("/", ":output_ext") if pattern.endswith(end)), "")


def _pretty(name: str) -> str:
    """A name with all that may stand in an address; anything else is one hyphen."""
    return re.sub(r"[^\w.~!$&'()+,;=@-]+", "-", name).strip("-") or name


def _other_endings(address: str, kind: str) -> list[str]:
    """GitHub Pages and most servers answer ``/x`` for ``/x.html``, and ``/x/`` for its index."""
    if address.endswith("/index.html"):
        return [address.removesuffix("index.html")]
    if address.endswith(".html"):
        return [address.removesuffix(".html")]
    return [f"{address}.html"] if kind == "page" and not address.endswith("/") else []
