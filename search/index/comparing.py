"""Finds where the index says something else than the pages, without changing either."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields

from search.analysis.tokens import index_tokens
from search.engines import index_engine
from search.engines.base import Limits
from search.index.entries import document_of
from search.index.loading import findable_pages, load
from search.index.source import Source
from search.index.writing import batches
from search.models import Document, Facet, Word

BATCH = 200
#: So many words are read at once, and so many tokens looked up: SQLite asks 500 things in one statement at most.
WORDS = 500
TOKENS = 400
Progress = Callable[[int], None]


@dataclass
class Differences:
    """Ids of pages by what is wrong with them, and words of the corrections that no open page has any more."""

    missing: set[int] = field(default_factory=set)
    outdated: set[int] = field(default_factory=set)
    misplaced: set[int] = field(default_factory=set)
    left_over: set[int] = field(default_factory=set)
    without_words: set[int] = field(default_factory=set)
    only_words: set[int] = field(default_factory=set)
    dead_words: set[int] = field(default_factory=set)

    def __bool__(self) -> bool:
        return any(getattr(self, one.name) for one in fields(self))

    @property
    def pages(self) -> set[int]:
        """Every page anything is wrong with."""
        return set().union(*(getattr(self, one.name) for one in fields(self) if one.name != "dead_words"))


def compare(progress: Progress = lambda done: None) -> Differences:
    """Compare the whole index with all pages; ``progress`` is told after each batch how many pages were seen.

    People write while this runs, so whatever seems wrong is looked at a second time before it is told.
    """
    page_ids = findable_pages().order_by().values_list("pk", flat=True)
    documents = Document.objects.values_list("pk", flat=True)
    suspects = _pages(set(page_ids) | set(documents), progress).pages | _engine(set(documents)).pages
    found = _pages(suspects)
    engine = _engine(set(Document.objects.values_list("pk", flat=True)))
    found.without_words, found.only_words = engine.without_words, engine.only_words
    found.dead_words = dead_words()
    return found


def is_incomplete() -> bool:
    """Whether the index has more or fewer pages than the site. Two counts: quick enough for every start."""
    return Document.objects.count() != findable_pages().count()


def _pages(page_ids: Iterable[int], progress: Progress = lambda done: None) -> Differences:
    found = Differences()
    done = 0
    for batch in batches(page_ids, BATCH):
        _compare_batch(batch, found)
        done += len(batch)
        progress(done)
    return found


def _compare_batch(page_ids: list[int], found: Differences) -> None:
    # The index first: what a page says later is then seen as outdated, and looked at again.
    documents = Document.objects.in_bulk(page_ids)
    facets: dict[int, set[tuple[str, int]]] = {}
    for page_id, kind, key in Facet.objects.filter(document__in=page_ids).values_list(
        "document_id", "kind", "key"
    ):
        facets.setdefault(page_id, set()).add((kind, key))
    sources = {source.page_id: source for source in load(page_ids)}
    found.missing |= sources.keys() - documents.keys()
    found.left_over |= documents.keys() - sources.keys()
    for page_id in sources.keys() & documents.keys():
        source, document = sources[page_id], documents[page_id]
        if not document.fingerprint.startswith(source.words_digest):
            found.outdated.add(page_id)
        elif not _same(source, document) or facets.get(page_id, set()) != source.facets:
            found.misplaced.add(page_id)


def _same(source: Source, document: Document) -> bool:
    wanted = document_of(source)
    return all(
        getattr(wanted, one.attname) == getattr(document, one.attname)
        for one in Document._meta.concrete_fields
    )


def _engine(documents: set[int]) -> Differences:
    indexed = index_engine().indexed_ids()
    return Differences(without_words=documents - indexed, only_words=indexed - documents)


def dead_words() -> set[int]:
    """The ids of words no open page has, in any language of the site."""
    languages = list(Document.objects.order_by().values_list("language", flat=True).distinct())
    dead: set[int] = set()
    for words in _in_groups(Word.objects.order_by("pk").values_list("pk", "text").iterator(), WORDS):
        tokens = {
            pk: {token for language in languages for token in index_tokens(text, language)}
            for pk, text in words
        }
        asked = sorted(set().union(*tokens.values()))
        found: set[str] = set()
        for start in range(0, len(asked), TOKENS):
            found.update(index_engine().frequencies(asked[start : start + TOKENS], Limits()))
        dead.update(pk for pk, some in tokens.items() if not some & found)
    return dead


def _in_groups(rows: Iterable[tuple[int, str]], size: int) -> Iterator[list[tuple[int, str]]]:
    group: list[tuple[int, str]] = []
    for row in rows:
        group.append(row)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group
