"""Brings the index up to date with pages. The one place that writes into it.

Pages are read and analysed first, without a transaction. Then, in a short one, they are read again, so that what
is written is what stands in the database at that moment: of two processes that index the same page the later one
writes the newer text, whatever order they began in. Pages nothing was changed in cost a look and no writing.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from django.db import connection, transaction
from wagtail.models import Page

from search.engines import index_engine
from search.index import vocabulary
from search.index.entries import Entry, document_of, entry_of, facets_of
from search.index.loading import load
from search.index.source import Source
from search.models import Document, Facet, Section

BATCH = 200
_DOCUMENT_FIELDS = [field.name for field in Document._meta.concrete_fields if not field.primary_key]
#: Any number that nothing else in the database locks.
_LOCK = 0x5EA6C4


class Known(NamedTuple):
    """What the index was made from, and who might read it."""

    fingerprint: str
    access: str


def update(page_ids: Iterable[int], *, force: bool = False) -> int:
    """Make the index say of these pages what they say now; ``force`` writes them though nothing changed.

    Pages that are gone, unpublished or unlisted are taken out. Returns how many pages were written or taken out.
    """
    return sum(_update_batch(batch, force=force) for batch in batches(page_ids))


def batches(page_ids: Iterable[int], size: int = BATCH) -> Iterator[list[int]]:
    """The ids, each once and ascending, in groups that are read and written together."""
    ids = sorted(set(page_ids))
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def _update_batch(page_ids: list[int], *, force: bool) -> int:
    sources = load(page_ids)
    known = known_pages(page_ids)
    changed = [source for source in sources if force or _is_new(source, known)]
    absent = gone(page_ids, sources, known, force=force)
    if not changed and not absent:
        return 0
    entries = {source.page_id: entry_of(source) for source in changed if force or _says_new(source, known)}
    with transaction.atomic():
        wait_for_other_writers()
        return _write_as_it_is_now({source.page_id for source in changed} | absent, entries, force=force)


def gone(
    page_ids: Collection[int], sources: list[Source], known: dict[int, Known], *, force: bool = False
) -> set[int]:
    """The pages to take out. Drafts that never were in are passed over, but not pages that no longer exist."""
    absent = set(page_ids) - {source.page_id for source in sources}
    unknown = absent - known.keys()
    if unknown and not force:
        absent -= unknown & set(Page.objects.filter(pk__in=unknown).values_list("pk", flat=True))
    return absent


def known_pages(page_ids: Collection[int]) -> dict[int, Known]:
    """What the index has of these pages."""
    rows = Document.objects.filter(pk__in=page_ids).values_list("pk", "fingerprint", "access")
    return {pk: Known(fingerprint, access) for pk, fingerprint, access in rows}


def _is_new(source: Source, known: dict[int, Known]) -> bool:
    before = known.get(source.page_id)
    return before is None or before.fingerprint != source.fingerprint


def _says_new(source: Source, known: dict[int, Known]) -> bool:
    """Whether the words have to be written, and not only where the page stands and who may read it."""
    before = known.get(source.page_id)
    if before is None or not before.fingerprint.startswith(source.words_digest):
        return True
    # Only open pages give their words to the corrections, so one that is opened is written as a whole.
    return bool(before.access) and not source.access


def wait_for_other_writers() -> None:
    """One transaction writes into the index at a time, as SQLite has it anyway: so none can wait for each other.

    No row of a page is locked, so that no editor ever waits for the index.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _write_as_it_is_now(page_ids: set[int], entries: dict[int, Entry], *, force: bool) -> int:
    sources = load(page_ids)
    known = known_pages(page_ids)
    absent = page_ids - {source.page_id for source in sources}
    changed = [source for source in sources if force or _is_new(source, known)]
    fresh = []
    for source in changed:
        if force or _says_new(source, known):
            entry = entries.get(source.page_id)
            # Somebody changed the page since it was read above: rare, so it may be analysed here.
            fresh.append(entry if entry is not None and entry.source == source else entry_of(source))
    remove(absent)
    _write_documents(changed)
    _write_texts(fresh)
    return len(changed) + len(absent)


def remove(page_ids: Collection[int]) -> None:
    """Take these pages out, inside a transaction."""
    if not page_ids:
        return
    index_engine().remove(sorted(page_ids))
    for model, field in ((Section, "document"), (Facet, "document"), (Document, "pk")):
        model.objects.filter(**{f"{field}__in": page_ids}).delete()


def _write_documents(sources: list[Source]) -> None:
    Document.objects.bulk_create(
        map(document_of, sources),
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=_DOCUMENT_FIELDS,
    )
    Facet.objects.filter(document__in=[source.page_id for source in sources]).delete()
    Facet.objects.bulk_create(facet for source in sources for facet in facets_of(source))


def _write_texts(entries: list[Entry]) -> None:
    if not entries:
        return
    Section.objects.filter(document__in=[entry.source.page_id for entry in entries]).delete()
    Section.objects.bulk_create(section for entry in entries for section in entry.sections)
    index_engine().write([entry.text for entry in entries])
    vocabulary.add(set().union(*(entry.words for entry in entries)))
