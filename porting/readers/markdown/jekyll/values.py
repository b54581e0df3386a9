"""What Liquid may ask of a Jekyll site: its settings, its data files, the fields of the page, its includes."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from porting.document import State
from porting.packages import Package, PackageError
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import inside
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.entry import Entry, load_data
from porting.readers.markdown.front import split
from porting.readers.markdown.jekyll.words import names_of
from porting.readers.markdown.liquid.includes import ReadInclude
from porting.readers.markdown.liquid.values import Known

# What only Jekyll knows while it builds a site.
OF_ANY = frozenset({"content", "paginator", "layout", "theme"})
OF_SITE = frozenset(
    {
        "posts", "pages", "drafts", "tags", "categories", "collections", "documents", "time", "github",
        "static_files", "html_files", "html_pages", "related_posts",
    }
)  # fmt: skip
OF_PAGE = frozenset(
    {
        "content",
        "excerpt",
        "previous",
        "next",
        "related_posts",
        "collection",
        "output",
        "dir",
        "relative_path",
    }
)
HOST = ("url", "baseurl", "base_url", "root")
RELATED = 10  # posts Jekyll calls so: the newest
LARGEST_INCLUDE = 200_000  # bytes
LARGEST_DATA = 2_000_000
DATA = re.compile(r"(?P<folders>(?:[\w-]+/)*)(?P<name>[\w.-]+)\.(?:ya?ml|json|toml)$")


@dataclass
class SiteValues:
    """``top`` is the folder the site is in, ``collections`` the names of what it lists beside its posts."""

    package: Package
    config: dict[str, Any]
    top: str
    collections: frozenset[str]
    _includes: dict[str, str | None] = field(default_factory=dict)
    _data: dict[str, Any] | None = None
    _lists: dict[str, list[Known]] | None = None
    _posts: list[Known] = field(default_factory=list)  # from the newest

    def list_collections(self, entries: list[Entry]) -> None:
        """Make what the site lists known, once all files were read: what was public, for all of it may be shown."""
        if self._lists is not None:
            return
        self._lists = {name: [] for name in self.collections}
        for entry in (one for one in entries if one.section in self._lists and _may_be_listed(one)):
            self._lists[entry.section].append(Known(_facts(entry), OF_PAGE))
        shown = (one for one in entries if one.section == "posts" and _may_be_listed(one))
        dated = [(one.date, one) for one in shown if one.date and not fields.is_unlisted(one.data)]
        newest = sorted(dated, key=lambda one: (one[0], one[1].path), reverse=True)
        self._posts = [_listed(entry) for _, entry in newest]

    def scope(self, entry: Entry) -> Known:
        """The values a text may ask for. The site's own host is nothing: links begin at its root."""
        own = dict.fromkeys(HOST, "") | {"github": Known({"url": ""}, frozenset({"repository_url"}))}
        lists = self._lists or {}
        unlisted = self.collections - set(lists)
        posts = self._of_posts(entry) if self._lists is not None else {}
        site = Known(self.config | own | posts | lists | {"data": self._site_data()}, OF_SITE | unlisted)
        jekyll = Known({"environment": "production"}, frozenset({"version"}))
        return Known({"site": site, "page": Known(_facts(entry), OF_PAGE), "jekyll": jekyll}, OF_ANY)

    def _of_posts(self, entry: Entry) -> dict[str, Any]:
        """What Jekyll makes of its posts for all texts, and the newest other ones for this text."""
        others = [one for one in self._posts[: RELATED + 1] if one["path"] != entry.path]
        return self._by_words | {"posts": self._posts, "related_posts": others[:RELATED]}

    @cached_property
    def _by_words(self) -> dict[str, dict[str, list[Known]]]:
        """The posts of every tag and category."""
        found: dict[str, dict[str, list[Known]]] = {"tags": {}, "categories": {}}
        for post in self._posts:
            for kind, words in found.items():
                for word in post[kind]:
                    words.setdefault(word, []).append(post)
        return found

    def _site_data(self) -> dict[str, Any]:
        """``_data``: files by their names, in tables by their folders."""
        if self._data is None:
            self._data = {}
            above = posixpath.join(self.top, fields.text(self.config.get("data_dir")) or "_data") + "/"
            for path in (name for name in self.package.names() if name.startswith(above)):
                found = DATA.fullmatch(path.removeprefix(above))
                if found and self.package.size(path) <= LARGEST_DATA:
                    self._put(found.group("folders").split("/")[:-1], found.group("name"), path)
        return self._data

    def _put(self, folders: list[str], name: str, path: str) -> None:
        table: Any = self._data
        for folder in folders:
            table = table.setdefault(folder, {}) if isinstance(table, dict) else None
        if isinstance(table, dict):
            table[name] = load_data(self.package, path)

    def reader(self, entry: Entry) -> ReadInclude:
        """Gives the text of an include, or of a file beside the post."""
        folder = inside(self.top, fields.text(self.config.get("includes_dir")) or "_includes")

        def read(path: str, beside: bool) -> str | None:
            above = entry.folder if beside else folder
            name = inside(above, path)
            if above and not name.startswith(above + "/"):
                return None  # Jekyll reads nothing outside of the folder either.
            if name not in self._includes:
                self._includes[name] = self._read(name)
            return self._includes[name]

        return read

    def _read(self, name: str) -> str | None:
        if not self.package.exists(name) or name in self.package.private:
            return None
        try:
            return split(decode(self.package.read(name, LARGEST_INCLUDE))[0]).body
        except (PackageError, ValueError):
            return None


def _may_be_listed(entry: Entry) -> bool:
    # What has no page of its own, because its collection has no output, was still shown in lists.
    draft = entry.draft and entry.section in ("posts", "drafts")
    return fields.state(entry.data, entry.date, draft=draft) is State.PUBLISHED


def _listed(entry: Entry) -> Known:
    """A post in a list: its tags and categories are words."""
    words = {
        "tags": names_of(entry.data, "tag", "tags"),
        "categories": names_of(entry.data, "category", "categories"),
    }
    return Known(
        _facts(entry) | {kind: [str(one) for one in names] for kind, names in words.items()}, OF_PAGE
    )


def _facts(entry: Entry) -> dict[str, Any]:
    """The fields of a text, and what Jekyll adds to them."""
    facts = {
        "title": entry.title, "url": entry.addresses[0], "slug": entry.slug, "path": entry.path, "date": entry.date,
    }  # fmt: skip
    named = {"name": posixpath.basename(entry.path)}
    # A page's name is its file's; a post or a member of a collection may give itself one, as people do.
    own = named | entry.data if entry.section else entry.data | named
    return own | {key: value for key, value in facts.items() if value}
