"""What the database says about pages the server found: which may be shown, and which are newest."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from search.engines.base import Limits
from search.models import Document

#: Ids in one statement; SQLite takes a few ten thousand.
BATCH = 5000


def within(limits: Limits) -> QuerySet[Document]:
    """The documents within the limits, as every engine reads them."""
    found = Document.objects.filter(access__in=limits.access)
    found = found.filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()))
    if limits.root_path:
        found = found.filter(path__startswith=limits.root_path)
    for kind, key in limits.facets:
        found = found.filter(facets__kind=kind, facets__key=key)
    if limits.after is not None:
        found = found.filter(date__gte=limits.after)
    if limits.before is not None:
        found = found.filter(date__lt=limits.before)
    return found


def is_narrow(limits: Limits) -> bool:
    """Whether most documents are outside, so that the server should look at the others only."""
    return bool(limits.facets) or limits.after is not None or limits.before is not None


def outside(limits: Limits) -> QuerySet[Document]:
    """The documents whose readers, place or time put them outside the limits; facets and dates are passed over."""
    beyond = ~Q(access__in=limits.access) | Q(expires_at__lte=timezone.now())
    if limits.root_path:
        beyond |= ~Q(path__startswith=limits.root_path)
    return Document.objects.filter(beyond)


def newest_within(limits: Limits) -> QuerySet[Document]:
    """All documents within the limits, newest first."""
    return _newest_first(within(limits))


def newest_of(page_ids: Collection[int]) -> QuerySet[Document]:
    """These documents, newest first; at most as many as a server finds at once."""
    return _newest_first(Document.objects.filter(pk__in=page_ids))


def allowed(page_ids: Collection[int], limits: Limits) -> set[int]:
    """Those of the pages that are within the limits."""
    found: set[int] = set()
    for some in _batches(sorted(set(page_ids))):
        found.update(within(limits).filter(pk__in=some).values_list("pk", flat=True))
    return found


def dates(page_ids: Collection[int]) -> dict[int, str | None]:
    """When each page was published, ISO 8601."""
    rows = Document.objects.filter(pk__in=page_ids).values_list("pk", "date")
    return {pk: date.isoformat() if date else None for pk, date in rows}


def by_title(words: Sequence[str], limits: Limits) -> QuerySet[Document]:
    """Documents whose titles have all of these words, newest first: what can be said without any index."""
    found = within(limits)
    for word in words:
        found = found.filter(title_key__contains=word)
    return _newest_first(found)


def mark_unwritten(page_ids: Collection[int]) -> None:
    """Let the next look at these pages, or ``search_check``, write them again."""
    Document.objects.filter(pk__in=page_ids).update(fingerprint="")


def _newest_first(documents: QuerySet[Document]) -> QuerySet[Document]:
    return documents.order_by(F("date").desc(nulls_last=True), "-pk")


def _batches(page_ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(page_ids), BATCH):
        yield page_ids[start : start + BATCH]
