"""A query in the language of SQLite's FTS5. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from wagtail.search.query import And, MatchAll, Not, Or, Phrase, SearchQuery


@dataclass(frozen=True)
class Match:
    """What to match: everything ``text`` matches or, ``negated``, everything else. An empty text matches nothing.

    FTS5 can only say "this but not that", so negation stays outside as long as it can.
    """

    text: str
    negated: bool = False

    @property
    def has_choices(self) -> bool:
        """Whether what matches may lack some of the words."""
        return " OR " in self.text

    def __and__(self, other: Match) -> Match:
        if self.negated and other.negated:
            return Match(_joined(self.text, "OR", other.text), negated=True)
        if self.negated:
            return other & self
        if other.negated:
            return Match(_without(self.text, other.text))
        return Match(_joined(self.text, "AND", other.text) if self.text and other.text else "")

    def __invert__(self) -> Match:
        return Match(self.text, negated=not self.negated)

    def __or__(self, other: Match) -> Match:
        if not self.negated and not other.negated:
            return Match(_joined(self.text, "OR", other.text))
        return ~(~self & ~other)


def match(query: SearchQuery, last_is_prefix: bool = False) -> Match:
    """Translate a query made safe (``safe_query``). ``last_is_prefix``: the last word may be half typed."""
    if isinstance(query, MatchAll):
        return ~Match("")
    if isinstance(query, Not):
        return ~match(query.subquery, last_is_prefix)
    if isinstance(query, And):
        return reduce(Match.__and__, _parts(query.subqueries, last_is_prefix), ~Match(""))
    if isinstance(query, Or):
        return reduce(Match.__or__, _parts(query.subqueries, last_is_prefix), Match(""))
    if isinstance(query, Phrase):
        return Match(_quoted(query.query_string))
    terms = [_quoted(word) for word in query.query_string.split()]
    if terms and last_is_prefix:
        terms[-1] += "*"
    return Match(f"({f' {query.operator.upper()} '.join(terms)})" if terms else "")


def _parts(queries: Iterable[SearchQuery], last_is_prefix: bool) -> list[Match]:
    return [match(query, last_is_prefix) for query in queries]


def _quoted(text: str) -> str:
    """A string of FTS5, in which nothing but the quote has a meaning."""
    return '"' + text.replace('"', '""') + '"'


def _joined(left: str, operator: str, right: str) -> str:
    return f"({left} {operator} {right})" if left and right else left or right


def _without(left: str, right: str) -> str:
    return f"({left} NOT {right})" if left and right else left
