"""Pages that an earlier part of a blog became: large blogs are exported in parts, whose texts link each other."""

from __future__ import annotations

from functools import cached_property

from django.utils.encoding import escape_uri_path
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from porting.models import OldAddress

from .addresses import AddressBook, key_of, path_of
from .page_table import Entry, PageTable


class Earlier:
    """Finds a page of an earlier import by an old address. Asks the database only when there was an earlier import."""

    def __init__(self, pages: PageTable, book: AddressBook, site: Site) -> None:
        self.pages, self.book, self.site = pages, book, site
        self._known: dict[str, Entry | None] = {}

    def find(self, address: str) -> Entry | None:
        """The page an address of the old blog led to, when it is no part of what is imported now."""
        key = key_of(address)
        if not self._entries or "\0" in key:
            return None
        if key not in self._known:
            self._known[key] = self._entries.get(self._page(key))
        return self._known[key]

    @cached_property
    def _entries(self) -> dict[int | None, Entry]:
        here = set(self.book.posts.values())
        return {entry.page_id: entry for entry in self.pages if entry.source_id not in here}

    def _page(self, key: str) -> int | None:
        by_query = OldAddress.objects.filter(address=key, route="").values_list("page_id", flat=True)
        if "?" in key:
            return by_query.first()
        path = Redirect.normalise_path(escape_uri_path(path_of(key)))
        by_path = Redirect.objects.filter(site=self.site, old_path=path, redirect_page_route_path="")
        return by_path.values_list("redirect_page_id", flat=True).first() or by_query.first()
