"""Finds where the index says something else than the pages, without changing either."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields

from django.db.models import Count

from search.engines import index_engine
from search.index.entries import document_of, found_text, open_words
from search.index.loading import findable_pages, load
from search.index.sections import read
from search.index.source import Source
from search.index.vocabulary import dead_words, newest_word, unknown
from search.index.waiting import incomplete
from search.index.writing import batches
from search.models import Document, Facet

Progress = Callable[[int], None]


@dataclass
class Differences:
    """Ids of pages by what is wrong with them; words for corrections that are too many, or too few."""

    missing: set[int] = field(default_factory=set)
    outdated: set[int] = field(default_factory=set)
    misplaced: set[int] = field(default_factory=set)
    left_over: set[int] = field(default_factory=set)
    wordless: set[int] = field(default_factory=set)
    no_document: set[int] = field(default_factory=set)
    dead_words: set[str] = field(default_factory=set)
    missing_words: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return any(getattr(self, one.name) for one in fields(self))

    @property
    def pages(self) -> set[int]:
        """Every page anything is wrong with."""
        names = (one.name for one in fields(self) if not one.name.endswith("_words"))
        return set().union(*(getattr(self, name) for name in names))


def compare(progress: Progress = lambda done: None) -> Differences:
    """Compare the whole index with all pages; ``progress`` is told after each batch how many pages were seen.

    People write while this runs, so whatever seems wrong is looked at a second time before it is told.
    """
    newest = newest_word()
    page_ids = set(findable_pages().order_by().values_list("pk", flat=True))
    first = _Look()
    first.compare(page_ids | set(Document.objects.values_list("pk", flat=True)), progress)
    first.compare_engine()
    second = _Look()
    second.compare(first.found.pages)
    second.compare_engine()
    second.found.dead_words = dead_words(first.living | second.living, newest)
    second.found.missing_words = unknown(first.indexed | second.indexed)
    return second.found


def is_incomplete() -> bool:
    """Whether the index has more or fewer pages than the site, or knows of one it could not write.

    Two counts and a look: quick enough for every start.
    """
    if incomplete().exists():
        return True
    return Document.objects.count() != findable_pages().count()


class _Look:
    """One look at pages and index. ``living`` are the words of the open pages it saw, ``indexed`` of those in order."""

    def __init__(self) -> None:
        self.found = Differences()
        self.living: set[str] = set()
        self.indexed: set[str] = set()

    def compare(self, page_ids: Iterable[int], progress: Progress = lambda done: None) -> None:
        done = 0
        for batch in batches(page_ids):
            self._compare_batch(batch)
            done += len(batch)
            progress(done)

    def compare_engine(self) -> None:
        indexed = index_engine().indexed_ids()
        documents = set(Document.objects.values_list("pk", flat=True))
        self.found.wordless, self.found.no_document = documents - indexed, indexed - documents

    def _compare_batch(self, page_ids: list[int]) -> None:
        # The index first: what a page says later is then seen as outdated, and looked at again.
        kept = _kept(page_ids)
        sources = {source.page_id: source for source in load(page_ids)}
        self.found.missing |= sources.keys() - kept.keys()
        self.found.left_over |= kept.keys() - sources.keys()
        for page_id, source in sources.items():
            words = read(source)
            found = open_words(source, found_text(source, words))
            self.living |= found
            if page_id not in kept:
                continue
            if not kept[page_id].has_words_of(source, len(words.parts)):
                self.found.outdated.add(page_id)
            elif not kept[page_id].is_placed_like(source):
                self.found.misplaced.add(page_id)
            else:
                self.indexed |= found


@dataclass
class _Kept:
    """What the index has of a page."""

    document: Document
    sections: int = 0
    facets: set[tuple[str, int]] = field(default_factory=set)

    def has_words_of(self, source: Source, sections: int) -> bool:
        return self.document.fingerprint.startswith(source.words_digest) and self.sections == sections

    def is_placed_like(self, source: Source) -> bool:
        wanted = document_of(source)
        names = [one.attname for one in Document._meta.concrete_fields]
        same = all(getattr(wanted, name) == getattr(self.document, name) for name in names)
        return same and self.facets == source.facets


def _kept(page_ids: list[int]) -> dict[int, _Kept]:
    documents = Document.objects.filter(pk__in=page_ids).annotate(number=Count("sections"))
    kept = {document.pk: _Kept(document, document.number) for document in documents}
    facets = Facet.objects.filter(document__in=kept)
    for page_id, kind, key in facets.values_list("document_id", "kind", "key"):
        kept[page_id].facets.add((kind, key))
    return kept
