"""What ``mkdocs.yml`` says: where the texts and the blog are, how its addresses are made, how Markdown was read."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from html import unescape
from typing import Any

from porting.packages import Package
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import inside, join
from porting.readers.markdown.entry import load_data
from porting.readers.markdown.site_config import find
from porting.readers.markdown.text.engine import Flavour
from porting.readers.markdown.text.typography import Typography

# Patterns of Unicode's CLDR, which the blog's addresses are written in, as those of strftime.
DAY = {"yyyy": "%Y", "yy": "%y", "MMMM": "%B", "MMM": "%b", "MM": "%m", "dd": "%d"}
DAY_PART = re.compile(r"yyyy|yy|M{1,4}|d{1,2}")


@dataclass(frozen=True)
class Config:
    """``top`` is the folder the site is in, ``docs`` the one with its texts and pictures."""

    values: dict[str, Any]
    top: str
    docs: str

    @classmethod
    def of(cls, package: Package) -> Config | None:
        """The configuration of a package; None when it is no site of MkDocs."""
        path = find(package, "mkdocs.yml", "mkdocs.yaml")
        values = fields.mapping(load_data(package, path)) if path else {}
        top = posixpath.dirname(path)
        docs = inside(top, fields.text(values.get("docs_dir")) or "docs")
        if not values or not any(name.startswith(f"{docs}/") for name in package.names()):
            return None
        return cls(values, top, docs)

    def text(self, name: str) -> str:
        """A setting as a line of text."""
        return fields.text(self.values.get(name))

    def _named(self, name: str) -> dict[str, dict[str, Any]]:
        """Plug-ins or extensions with their settings; they stand in a list, by name alone, or in a table."""
        said = self.values.get(name)
        found: dict[str, dict[str, Any]] = {}
        for one in said if isinstance(said, list) else [said]:
            for key, options in one.items() if isinstance(one, dict) else ((fields.text(one), None),):
                found.setdefault(str(key).removeprefix("material/"), fields.mapping(options))
        return found

    @cached_property
    def plugins(self) -> dict[str, dict[str, Any]]:
        """Plug-ins by their names, with their settings."""
        return self._named("plugins")

    @cached_property
    def extensions(self) -> set[str]:
        """The extensions of Markdown, without the name of the family they are of."""
        return {name.split(".")[-1] for name in self._named("markdown_extensions")}

    def of_blog(self, name: str, usual: str = "") -> str:
        """A setting of the blog's plug-in."""
        blog = fields.text(self.plugins.get("blog", {}).get("blog_dir")) or "blog"
        said = blog if name == "blog_dir" else fields.text(self.plugins.get("blog", {}).get(name)) or usual
        found = posixpath.normpath(said.replace("{blog}", blog)).strip("/")
        return "" if found == "." else found

    @property
    def has_blog(self) -> bool:
        """Whether the site has the plug-in that makes a blog."""
        return "blog" in self.plugins

    @property
    def base(self) -> str:
        """What all addresses begin with, without a slash at its end."""
        return join(re.sub(r"^https?://[^/]*", "", self.text("site_url"))).rstrip("/")

    @property
    def end(self) -> str:
        """What addresses end with."""
        return ".html" if self.values.get("use_directory_urls") is False else "/"

    def post_address(self, title: str, slug: str, name: str, date: datetime | None, topics: list[str]) -> str:
        """Where a post was, below the site's address."""
        most = self.plugins.get("blog", {}).get("post_url_max_categories")
        parts = {
            "date": day(date, self.of_blog("post_url_date_format", "yyyy/MM/dd")),
            "slug": slug or slugged(title),
            "file": name,
            "categories": "/".join(map(slugged, topics[: most if isinstance(most, int) else 1])),
        }
        made = self.of_blog("post_url_format", "{date}/{slug}")
        made = re.sub(r"\{(\w+)\}", lambda found: parts.get(found.group(1), ""), made)
        return join(self.of_blog("blog_dir"), made).rstrip("/") + self.end

    def flavour(self, usual: Flavour) -> Flavour:
        """How texts were read."""
        has = self.extensions.__contains__
        return replace(
            usual,
            autolinks=has("magiclink"),
            math=has("arithmatex"),
            formulas=("\\(", "\\[") if has("arithmatex") else (),
            emoji=has("emoji"),
            breaks=has("nl2br"),
            typography=Typography() if has("smarty") else None,
        )


def day(date: datetime | None, pattern: str) -> str:
    """A day in the form a pattern such as ``yyyy/MM/dd`` has for it."""
    if date is None:
        return ""
    single = {"M": str(date.month), "d": str(date.day)}
    return DAY_PART.sub(lambda found: single.get(found[0]) or date.strftime(DAY[found[0]]), pattern)


def slugged(title: str) -> str:
    """A title as the blog has it in addresses: each space a hyphen, signs gone, letters of every script."""
    bare = unicodedata.normalize("NFC", re.sub(r"<[^<>]*>", "", unescape(title))).strip().lower()
    return re.sub(r"[^\w\- ]", "", bare).replace(" ", "-")
