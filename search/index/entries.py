"""Makes of a page what the index keeps of it. Pure, and the slow part of indexing: no query, no lock."""

from collections.abc import Iterator
from dataclasses import dataclass

from search.analysis.folding import fold
from search.analysis.tokens import index_tokens, surface_words
from search.engines.base import IndexText
from search.index.sections import Part, Words, read
from search.index.source import Source
from search.models import Document, Facet, Section


@dataclass(frozen=True)
class Entry:
    """Everything about one page that is written. ``words`` are empty unless everybody may read it."""

    source: Source
    sections: list[Section]
    text: IndexText
    words: frozenset[str]


def document_of(source: Source) -> Document:
    """The page's row."""
    return Document(
        page_id=source.page_id,
        kind=source.kind,
        language=source.language,
        title=source.title,
        title_key=fold(source.title)[:255],
        summary=source.summary,
        date=source.date,
        expires_at=source.expires_at,
        path=source.path,
        access=source.access,
        fingerprint=source.fingerprint,
    )


def facets_of(source: Source) -> list[Facet]:
    """What results with this page can be narrowed to."""
    return [Facet(document_id=source.page_id, kind=kind, key=key) for kind, key in sorted(source.facets)]


def entry_of(source: Source) -> Entry:
    """Read, cut and analyse one page."""
    words = read(source)
    body = found_text(source, words)
    return Entry(
        source=source,
        sections=[_section(source, number, part) for number, part in enumerate(words.parts)],
        text=IndexText(
            source.page_id,
            tuple(index_tokens(source.title, source.language)),
            tuple(index_tokens(body, source.language)),
        ),
        words=open_words(source, body),
    )


def open_words(source: Source, text: str) -> frozenset[str]:
    """The words of a page that others may be corrected to; none of a page that not everybody may read."""
    return frozenset() if source.access else frozenset(surface_words(text))


def found_text(source: Source, words: Words) -> str:
    """All texts of a page that are found."""
    return "\n".join(_texts(source, words))


def _texts(source: Source, words: Words) -> Iterator[str]:
    yield source.title
    yield from (name.text for name in source.names)
    yield source.summary
    for part in words.parts:
        yield part.heading
        yield from part.texts
        yield from part.code
    yield from words.notes


def _section(source: Source, position: int, part: Part) -> Section:
    return Section(
        document_id=source.page_id,
        position=position,
        anchor=part.anchor,
        heading=part.heading,
        text="\n".join(part.texts),
        code="\n".join(part.code),
    )
