"""The words of a query as units, each with the ways in which a page may say it, and how common they are.

A word that stands in half of all pages tells none from another, and most matches of a query come from its
commonest words: on a large site those are looked at only where a rarer word has picked the page already.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import connection

from search.engines.base import Wanted, WantedWord
from search.engines.sqlite.expressions import any_of, begins, phrase

#: More words than this say nothing more about what is wanted.
MOST_WORDS = 64
#: A site of no more pages is looked through whole.
SMALL_SITE = 2000
#: Pages that the rarest words must bring before commoner ones need not bring any: several times what is
#: turned to. Where it was tried, with as few as 100, no result among the first ten was lost.
ENOUGH = 500


@dataclass(frozen=True)
class Unit:
    """A word, its own form first, then other ways to say it; ``copies`` is how often it was typed."""

    ways: tuple[str, ...]
    copies: int = 1

    @property
    def expression(self) -> str:
        return any_of(self.ways)


@dataclass(frozen=True)
class Division:
    """Units whose pages are looked at, units that only add to the scores of those, and units that tell nothing."""

    telling: list[Unit] = field(default_factory=list)
    adding: list[Unit] = field(default_factory=list)
    everywhere: list[Unit] = field(default_factory=list)


def units(wanted: Wanted) -> list[Unit]:
    """A unit for each distinct word, and one for a word still being typed if it is none of them."""
    words = wanted.words[:MOST_WORDS]
    copies: dict[str, int] = {}
    for word in words:
        copies[word.token] = copies.get(word.token, 0) + 1
    typed = words[-1].token if words and wanted.prefix == words[-1].surface else ""
    found = [
        Unit(_ways(word, wanted.prefix if word.token == typed else ""), copies[word.token])
        for word in {word.token: word for word in words}.values()
    ]
    if wanted.prefix and not typed:
        found.append(Unit((begins(wanted.prefix),)))
    return found or [Unit((phrase(tokens),)) for tokens in wanted.phrases]


def _ways(word: WantedWord, prefix: str) -> tuple[str, ...]:
    ways = [phrase((word.token,)), *map(phrase, word.synonyms)]
    return tuple(dict.fromkeys([*ways, begins(prefix)] if prefix else ways))


def divide(found: Sequence[Unit], table: str) -> Division:
    """Sort units by how many rows of the table have them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM search_document")
        pages = cursor.fetchone()[0]
        if pages <= SMALL_SITE:
            return Division(telling=list(found))
        counts = " UNION ALL ".join(
            [f"SELECT %s, (SELECT count(*) FROM {table} WHERE {table} MATCH %s)"] * len(found)  # noqa: S608 - a name of ours
        )
        values = [value for place, unit in enumerate(found) for value in (place, unit.expression)]
        cursor.execute(counts, values)
        numbers = sorted((number, place) for place, number in cursor.fetchall() if number)
    division, brought = Division(), 0
    for number, place in numbers:
        if number > pages / 2:
            division.everywhere.append(found[place])
        elif brought < ENOUGH:
            division.telling.append(found[place])
            brought += number
        else:
            division.adding.append(found[place])
    return division
