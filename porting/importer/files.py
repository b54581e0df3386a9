"""Pictures and documents for the texts of the blog: found, stored, and told apart from those that are missing."""

from __future__ import annotations

from typing import Protocol

from django.urls import reverse
from django.utils.translation import gettext as _

from core.models import SiteDocument
from porting.document import Problem, SourcePost
from porting.media.found import Found
from porting.media.resolver import MediaResolver
from porting.media.store import MediaError


class Store(Protocol):
    """Where files go; an analysis takes one that keeps nothing."""

    def image(self, found: Found, alt: str = "") -> int: ...

    def document(self, found: Found) -> int: ...

    def lookup(self, kind: str, address: str) -> int | None: ...


class PretendedStore:
    """Says yes to every file that was found, and stores none."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def image(self, found: Found, alt: str = "") -> int:
        """An id that stands for any picture."""
        self.seen.add(found.address)
        return 1

    def document(self, found: Found) -> int:
        """An id that stands for any document."""
        self.seen.add(found.address)
        return 1

    def lookup(self, kind: str, address: str) -> int | None:
        """The same id again for a file that was asked for before."""
        return 1 if address in self.seen else None


class Files:
    """Answers for every picture and file the texts point at. Each is looked for once."""

    def __init__(self, resolver: MediaResolver, store: Store) -> None:
        self.resolver, self.store = resolver, store
        self.missing: set[str] = set()
        self._urls: dict[int, str] = {}

    def picture(
        self, src: str, alt: str, post: SourcePost, problems: list[Problem], kind: str = "image"
    ) -> int | None:
        """Id of a picture; None, and a problem that says why, when it is not here."""
        full = self.resolver.full_address(src, post)
        fetched = self._fetched("image", full)
        if fetched is not None:
            return fetched
        found = self.resolver.find(src, post)
        if found is None:
            self.missing.add(full)
            detail = _("%(address)s is not here.") % {"address": _short(full)}
            problems.append(Problem(post.source_id, kind, f"{detail} {self._why(full)}".strip()))
            return None
        try:
            return self.store.image(found, alt)
        except MediaError as error:
            detail = _("%(address)s was not stored: %(error)s") % {"address": _short(full), "error": error}
            problems.append(Problem(post.source_id, kind, detail))
            return None

    def picture_of(self, src: str, name: str) -> int | None:
        """Id of the picture of somebody or of a series, or None."""
        found = self.resolver.find(src)
        try:
            return self.store.image(found, name) if found is not None else None
        except MediaError:
            return None

    def document(self, href: str, post: SourcePost | None) -> tuple[int, str] | None:
        """Id and address of a document, or None."""
        fetched = self._fetched("document", self.resolver.full_address(href, post))
        if fetched is not None:
            return fetched, self.url(fetched)
        found = self.resolver.find(href, post)
        if found is None:
            return None
        try:
            pk = self.store.document(found)
        except MediaError:
            return None
        return pk, self.url(pk)

    def _fetched(self, kind: str, full: str) -> int | None:
        """Id of a file that was fetched before: however many posts show it, the old site is asked once."""
        return self.store.lookup(kind, full) if self.resolver.fetcher is not None else None

    def url(self, pk: int) -> str:
        """The address of a document."""
        if pk not in self._urls:
            document = SiteDocument.objects.filter(pk=pk).first()
            self._urls[pk] = document.url if document else reverse("wagtaildocs_serve", args=[pk, "file"])
        return self._urls[pk]

    def _why(self, full: str) -> str:
        fetcher = self.resolver.fetcher
        if fetcher is not None and full in fetcher.failures:
            return fetcher.failures[full]
        return _("Its place shows a link to it.") if full.startswith(("https://", "http://")) else ""


def _short(address: str) -> str:
    return address if len(address) <= 300 else f"{address[:300]}…"
