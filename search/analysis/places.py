"""The words of a query that may be wrong, and the query with others in their place."""

from dataclasses import dataclass, replace

from search.analysis.units import Kind, units
from search.query import Query, Term


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
    texts = [term.text for term in query.terms]
    for change in sorted(changes, key=lambda change: change.start, reverse=True):
        text = texts[change.term]
        texts[change.term] = text[: change.start] + change.text + text[change.end :]
    terms = (_with_text(term, text) for term, text in zip(query.terms, texts, strict=True))
    return query.with_terms(tuple(each for changed in terms for each in changed))


def _with_text(term: Term, text: str) -> tuple[Term, ...]:
    """A word that was taken apart is two terms, unless it stands in a phrase."""
    if term.phrase:
        return (replace(term, text=text),) if text.strip() else ()
    return tuple(Term(word) for word in text.split())
