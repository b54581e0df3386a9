"""Where the links of imported texts lead: pages, lists and files of this site, or what they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from blog import addresses as blog_addresses
from porting.convert import LinkTarget
from porting.document import Problem, SourcePost
from porting.media.found import DOCUMENT_ENDINGS, PICTURE_ENDINGS, ending_of

from .addresses import AddressBook, key_of
from .earlier import Earlier
from .files import Files
from .page_table import Entry, PageTable
from .people import People
from .places import Places
from .taxonomy import Taxonomy

_LISTS = {"tag", "category", "author", "series"}


@dataclass
class Links:
    """Answers one question for every link of the blog."""

    book: AddressBook
    pages: PageTable
    places: Places
    people: People
    taxonomy: Taxonomy
    files: Files

    def __post_init__(self) -> None:
        self.earlier = Earlier(self.pages, self.book, self.places.site)

    def target(self, href: str, post: SourcePost, problems: list[Problem]) -> LinkTarget:
        """Where a link in ``post`` leads. What could not be found on this site is noted in ``problems``."""
        href = href.strip()
        scheme, _, rest = href.partition(":")
        if scheme == "source":
            name, _, fragment = rest.partition("#")
            self._note_hidden(f"post:{name}", post, problems)
            return self._place(f"post:{name}", fragment) or self._lost(href, href, post, problems)
        if scheme in _LISTS:
            return self._place(href.partition("#")[0], "") or self._lost(href, href, post, problems)
        if not href or href.startswith("#") or not self._was_ours(href):
            return LinkTarget(href=href)
        full = self.files.resolver.full_address(href, post)
        found = self.book.find(full)
        self._note_hidden(found, post, problems)
        place = self._place(found, _fragment(full)) or self._file(href, post)
        place = place or self._page(self.earlier.find(full), _fragment(full))
        return place or self._lost(href, full, post, problems)

    def list_url(self, kind: str, key: str) -> str:
        """The address of a tag's, category's, author's or series' list; empty when there is no such term."""
        term = self.term(kind, key)
        return blog_addresses.subject_path(self.places.blog_url, kind, term.slug) if term is not None else ""

    def term(self, kind: str, key: str) -> Any:
        """The tag, category, author or series the source calls by ``key``, or None."""
        found = {
            "tag": self.taxonomy.tags.by_key,
            "category": self.taxonomy.categories.by_key,
            "series": self.taxonomy.series.by_key,
            "author": self.people.by_key,
        }[kind]
        return found.get(key)

    def _was_ours(self, href: str) -> bool:
        try:
            scheme = urlsplit(href).scheme
        except ValueError:
            return False
        return scheme in ("", "http", "https") and self.book.is_ours(href)

    def _place(self, target: str, fragment: str) -> LinkTarget | None:
        kind, _, name = target.partition(":")
        ending = f"#{fragment}" if fragment else ""
        if kind == "post":
            return self._page(self.pages.get(name), fragment)
        if kind in ("blog", "feed"):
            if kind == "blog" and not fragment:
                return LinkTarget(href=self.places.blog_url, page=self.places.blog.pk)
            return LinkTarget(href=self.places.blog_url + ("rss.xml" if kind == "feed" else ending))
        if kind in _LISTS:
            address = self.list_url(kind, name)
            return LinkTarget(href=address + ending) if address else None
        if kind == "media":
            return self._file(name, None)
        return self._elsewhere(target, ending)

    def _page(self, entry: Entry | None, fragment: str) -> LinkTarget | None:
        if entry is None:
            return None
        address = self.places.url(entry.url_path) + (f"#{fragment}" if fragment else "")
        return LinkTarget(href=address, page=entry.page_id, fragment=fragment)

    def _elsewhere(self, target: str, ending: str) -> LinkTarget | None:
        """An address another one led to: of a page of ours, or of anything."""
        if not target:
            return None
        found = self.book.posts.get(key_of(target)) if self.book.is_ours(target) else None
        if found is not None:
            return self._place(f"post:{found}", ending.lstrip("#"))
        return LinkTarget(href=target + ending) if "://" in target else None

    def _file(self, href: str, post: SourcePost | None) -> LinkTarget | None:
        if ending_of(href) not in DOCUMENT_ENDINGS | PICTURE_ENDINGS:
            return None
        document = self.files.document(href, post)
        return LinkTarget(href=document[1], document=document[0]) if document else None

    def _note_hidden(self, target: str, post: SourcePost, problems: list[Problem]) -> None:
        """Words that lead nowhere as long as what they link is not public."""
        entry = self.pages.get(target.removeprefix("post:")) if target.startswith("post:") else None
        if entry is None or entry.source_id not in self.book.hidden or post.source_id in self.book.hidden:
            return
        detail = _("It links “%(title)s”, which is not public: the link works once that is.")
        detail %= {"title": entry.title}
        problems.append(Problem(post.source_id, "links", detail))

    def _lost(self, href: str, full: str, post: SourcePost, problems: list[Problem]) -> LinkTarget:
        detail = _("The old site's %(href)s is no part of the import; the link leads there.") % {"href": href}
        problems.append(Problem(post.source_id, "links", detail))
        return LinkTarget(
            href=full if not full.startswith(("source:", "tag:", "category:", "author:", "series:")) else "#"
        )


def _fragment(address: str) -> str:
    try:
        return unquote(urlsplit(address).fragment)
    except ValueError:
        return ""
