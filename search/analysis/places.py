"""The words of a query that may be wrong, and the query with others in their place."""

import re
from dataclasses import dataclass

from search.analysis.units import Kind, units
from search.query import Query, Term

_PART = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Change:
    """Letters ``start`` to ``end`` of a term become ``text``."""

    term: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a natural word stands: ``number`` counts all units of the query, so that neighbours are told."""

    term: int
    start: int
    end: int
    number: int
    word: str
    phrase: bool

    def may_join(self, following: "Place") -> bool:
        """Whether nothing stands between the two, and both in one phrase or in none."""
        if following.number != self.number + 1:
            return False
        return self.term == following.term or not (self.phrase or following.phrase)

    def joined_with(self, following: "Place", whole: str) -> list[Change]:
        """The changes that put one word in the place of both."""
        if self.term == following.term:
            return [Change(self.term, self.start, following.end, whole)]
        return [
            Change(self.term, self.start, self.end, whole),
            Change(following.term, following.start, following.end, ""),
        ]


def places_of(query: Query) -> list[Place]:
    """Every natural word: no code, nothing with digits or hyphens, no script without spaces."""
    places: list[Place] = []
    number = 0
    for index, term in enumerate(query.terms):
        for start, unit in units(term.text, ""):
            number += 1
            if unit.kind is Kind.WORD and len(unit.words) == 1 and unit.words[0].token.isalpha():
                end = start + len(unit.text)
                places.append(Place(index, start, end, number, unit.words[0].token, term.phrase))
    return places


def change_query(query: Query, changes: list[Change]) -> Query:
    """The query with these changes; terms nothing is left of are gone, everything else stays."""
    wrong: dict[int, list[Change]] = {}
    for change in sorted(changes, key=lambda change: change.start):
        wrong.setdefault(change.term, []).append(change)
    terms = (_changed(term, wrong.get(index, [])) for index, term in enumerate(query.terms))
    return query.with_terms(tuple(each for changed in terms for each in changed))


def _changed(term: Term, changes: list[Change]) -> tuple[Term, ...]:
    """A word that was taken apart is two terms, unless it stands in a phrase."""
    if not changes:
        return (term,)
    text, end, spans = "", 0, []
    for change in changes:
        text += term.text[end : change.start]
        spans.append((len(text), len(text) + len(change.text)))
        text += change.text
        end = change.end
    text += term.text[end:]
    if term.phrase:
        return (Term(text, phrase=True, put_right=tuple(spans)),) if text.strip() else ()
    return tuple(_part(match, spans) for match in _PART.finditer(text))


def _part(match: re.Match[str], spans: list[tuple[int, int]]) -> Term:
    """One word of a changed term, with what was put right in it."""
    within = ((max(start, match.start()), min(end, match.end())) for start, end in spans)
    put_right = ((start - match.start(), end - match.start()) for start, end in within if start < end)
    return Term(match[0], put_right=tuple(put_right))
