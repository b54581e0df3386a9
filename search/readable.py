"""The second lock: before a page is shown, its own row is asked whether it may still be.

The index says the same; this holds even where it is behind.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from blog.models import BlogPage
from search.engines.base import Limits
from search.index.restrictions import access, restricted_paths
from search.models import Document
from search.statements import listed, read, rows, stored, table


class Readable(NamedTuple):
    """A page that may be shown. ``title`` as it was indexed, ``name`` as the page has it now."""

    pk: int
    kind: str
    language: str
    title: str
    summary: str
    date: datetime | None
    name: str
    path: str
    url_path: str


def readable(page_ids: Sequence[int], limits: Limits) -> dict[int, Readable]:
    """Those of these that are live and listed now, below the root and under no other restrictions than the limits say.

    Two queries.
    """
    if not page_ids:
        return {}
    found = rows(
        "SELECT document.page_id, document.kind, document.language, document.title, document.summary,"  # noqa: S608 - numbers
        " document.date, page.title, page.path, page.url_path"
        f" FROM {table(Document)} AS document JOIN {table(Page)} AS page ON page.id = document.page_id"
        f" WHERE document.page_id IN ({listed(page_ids)}) AND page.live"
        " AND (page.expire_at IS NULL OR page.expire_at > %s) AND page.path LIKE %s"
        f" AND NOT EXISTS (SELECT 1 FROM {table(BlogPage)} AS post WHERE post.page_ptr_id = page.id AND post.unlisted)",
        [stored(timezone.now()), f"{limits.root_path}%"],
    )
    restricted, allowed = restricted_paths(), set(limits.access)
    pages = (Readable(*row)._replace(date=read(row[5])) for row in found)
    return {page.pk: page for page in pages if access(page.path, restricted) in allowed}


def open_to_all(page_ids: Iterable[int], root_path: str) -> dict[int, str]:
    """The places (``url_path``) of those of these pages below a root that everybody may open; two queries."""
    found = rows(
        f"SELECT id, path, url_path FROM {table(Page)} WHERE id IN ({listed(page_ids)}) AND live"  # noqa: S608 - numbers
        " AND (expire_at IS NULL OR expire_at > %s) AND path LIKE %s",
        [stored(timezone.now()), f"{root_path}%"],
    )
    restricted = restricted_paths()
    return {pk: url_path for pk, path, url_path in found if not access(path, restricted)}


class Addresses:
    """Addresses of pages, told by where they stand as Wagtail tells them, without an object for each page."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self._page = Page()

    def of(self, url_path: str) -> str:
        """Where the page at this place is read; empty if it belongs to no site."""
        self._page.url_path = url_path
        return self._page.get_url(self._request) or ""
