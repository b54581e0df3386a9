"""Whatever was typed, as a query every database can run: of plain words, and of a bounded size. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from wagtail.search.query import (
    MATCH_NONE,
    And,
    Boost,
    Fuzzy,
    MatchAll,
    Not,
    Or,
    Phrase,
    PlainText,
    SearchQuery,
)

#: PostgreSQL's compiler goes as deep as there are words, and Python has an end.
MOST_WORDS = 32
LONGEST_WORD = 255
#: Characters looked at. Nobody types as many.
LONGEST_TEXT = 4000


def safe(query: SearchQuery) -> SearchQuery:
    """Return ``query`` without what no index can match: control characters, words of signs, words beyond 32.

    A query of which nothing remains matches nothing.
    """
    return _Budget(MOST_WORDS).spend(query) or MATCH_NONE


def plain(query: SearchQuery) -> str:
    """The words a query asks for, in order, without those it excludes."""
    if isinstance(query, (PlainText, Phrase, Fuzzy)):
        return query.query_string
    if isinstance(query, (And, Or)):
        return " ".join(filter(None, map(plain, query.subqueries)))
    return plain(query.subquery) if isinstance(query, Boost) else ""


def words(text: str) -> list[str]:
    """The words of a text that hold a letter or digit, without characters that no database takes."""
    kept = "".join(sign if _may_be_stored(sign) else " " for sign in text[:LONGEST_TEXT])
    return [word[:LONGEST_WORD] for word in kept.split() if any(map(_is_indexed, word[:LONGEST_WORD]))]


def _may_be_stored(sign: str) -> bool:
    # Control characters, NUL among them, and halves of surrogate pairs, which have no encoding.
    return unicodedata.category(sign) not in {"Cc", "Cs"}


def _is_indexed(sign: str) -> bool:
    # What SQLite's tokenizer unicode61 takes for a part of a word; https://www.sqlite.org/fts5.html, 4.3.1.
    return unicodedata.category(sign)[0] in "LN" or unicodedata.category(sign) == "Co"


class _Budget:
    """Copies a query as long as there are words left to spend. None: nothing of it remains."""

    def __init__(self, left: int) -> None:
        self.left = left

    def spend(self, query: SearchQuery) -> SearchQuery | None:
        for kind, copy in self._copies:
            if isinstance(query, kind):
                return copy(self, query)
        return query

    def _text(self, query: PlainText | Phrase | Fuzzy) -> SearchQuery | None:
        kept = words(query.query_string)[: self.left]
        self.left -= len(kept)
        text = " ".join(kept)
        if not text:
            return None
        if isinstance(query, Phrase):
            return Phrase(text)
        if isinstance(query, Fuzzy):
            return Fuzzy(text, operator=query.operator, unaccent=query.unaccent)
        return PlainText(text, operator=query.operator, boost=query.boost)

    def _joined(self, query: And | Or) -> SearchQuery | None:
        kept = [part for part in map(self.spend, query.subqueries) if part is not None]
        everything = [part for part in kept if isinstance(part, MatchAll)]
        if everything and isinstance(query, Or):
            return everything[0]
        kept = [part for part in kept if part not in everything] or everything
        if len(kept) < 2:
            return kept[0] if kept else None
        return type(query)(kept)

    def _excluded(self, query: Not) -> SearchQuery | None:
        kept = self.spend(query.subquery)
        return Not(kept) if kept is not None else None

    def _boosted(self, query: Boost) -> SearchQuery | None:
        # No database backend can boost a part; PostgreSQL's would warn at every query.
        return self.spend(query.subquery)

    _copies: tuple[tuple[type | tuple[type, ...], Callable], ...] = (
        ((PlainText, Phrase, Fuzzy), _text),
        ((And, Or), _joined),
        (Not, _excluded),
        (Boost, _boosted),
        (MatchAll, lambda self, query: query),
    )
