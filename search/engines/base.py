"""What every engine offers: it keeps the words of pages, and names the pages that match, best first.

Titles, excerpts, facets, dates and who may read what are the same for every engine and live in the models.
An engine gets words that are analysed already (``search/analysis``) and looks at no request.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

#: Results beyond this place are counted, but nobody turns to them.
MOST_RESULTS = 1000


@dataclass(frozen=True)
class IndexText:
    """The words of one page, analysed: tokens in reading order.

    ``title`` holds those of the title; ``body`` those of everything: title, names of tags, categories,
    authors and series, summary, headings, text and code.
    """

    page_id: int
    title: tuple[str, ...]
    body: tuple[str, ...]


@dataclass(frozen=True)
class WantedWord:
    """One word of a query: ``token`` as the index has it, ``surface`` as it was typed, but for case and accents.

    ``synonyms`` are other ways to say it, each one token or several that stand side by side.
    """

    token: str
    surface: str
    synonyms: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Wanted:
    """An analysed query. Pages with any of the words match; those with all, close together, rank first.

    ``words`` keeps repetitions, and holds the words of the phrases too. Each of ``phrases`` must occur, none
    of ``excluded`` may. ``prefix`` is the beginning of a word that is still being typed, folded and not stemmed;
    pages where any word begins so match as well. ``titles_only`` looks at titles alone.
    """

    words: tuple[WantedWord, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[tuple[str, ...], ...] = ()
    prefix: str = ""
    titles_only: bool = False

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.prefix)


@dataclass(frozen=True)
class Limits:
    """Among which documents to look. ``access`` are the values of ``Document.access`` the searcher may see.

    ``facets`` are pairs of kind and key, all of which a document must have. ``after`` is inclusive, ``before``
    exclusive. Documents that have expired never match.
    """

    access: tuple[str, ...] = ("",)
    root_path: str = ""
    facets: tuple[tuple[str, int], ...] = ()
    after: datetime | None = None
    before: datetime | None = None


@dataclass(frozen=True)
class Ranking:
    """Ids of matching pages, best first, at most ``MOST_RESULTS``; ``total`` counts all that match."""

    page_ids: list[int] = field(default_factory=list)
    total: int = 0


class EngineAwayError(Exception):
    """An engine on another machine did not answer, or not with what was asked for."""


class Engine(Protocol):
    """Keeps and ranks. Never raises for what a searcher typed."""

    def write(self, texts: Sequence[IndexText]) -> None:
        """Put these pages in the index, in place of what it has of them."""

    def remove(self, page_ids: Collection[int]) -> None:
        """Take these pages out of the index; those it does not have are passed over."""

    def indexed_ids(self) -> set[int]:
        """The ids of all pages the index has; ``EngineAwayError`` where another machine has it and is away."""

    def rank(self, wanted: Wanted, limits: Limits, *, by_date: bool = False) -> Ranking:
        """The pages that match, best first; ``by_date``: newest first, of those that have all the words.

        A ``wanted`` without words, phrases and prefix matches every document within the limits, newest first
        (an index of nothing but filters, such as "tag:design").
        """

    def frequencies(self, tokens: Collection[str], limits: Limits) -> dict[str, int]:
        """In how many documents within the limits each of these tokens stands; those in none are left out."""
