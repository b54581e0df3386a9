"""The branches of a ranking: every way in which a page earns a score. A page's scores are added up.

``bm25`` of FTS5 is that of Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and
Beyond", with k1 = 1.2 and b = 0.75, times -1: the better, the smaller. The weights are the best of a grid
over collections whose queries other people wrote and judged; docs/search.md has the figures.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from search.engines.base import Wanted
from search.engines.sqlite.expressions import all_of, any_of, near, phrase
from search.engines.sqlite.tables import BODY, TITLE
from search.engines.sqlite.units import MOST_WORDS, Division, Unit

#: A word in the title, beside one anywhere (and what is in the title is anywhere as well).
TITLE_WEIGHT = 0.5
#: Another way to say a word says it a little less well.
OTHER_WAY_WEIGHT = 0.8
#: All words side by side, all near each other, and two neighbours near each other: for anywhere, and for titles.
PHRASE_WEIGHTS = {BODY: 0.25, TITLE: 0.5}
NEAR_WEIGHTS = {BODY: 0.125, TITLE: 0.25}
PAIR_WEIGHTS = {BODY: 0.2, TITLE: 0.1}
#: How many words may stand between all words of a query, and between two neighbours.
NEAR_DISTANCE = 6
PAIR_DISTANCE = 4
#: Longer queries are sentences, whose words stand nowhere side by side.
MOST_WORDS_OF_A_PHRASE = 6


@dataclass(frozen=True)
class Branch:
    """Rows of ``table`` that satisfy ``expression``, their ``bm25`` times ``weight``.

    With ``within`` only pages where anything matches that.
    """

    table: str
    expression: str
    weight: float
    within: str = ""


def branches(wanted: Wanted, table: str, division: Division) -> tuple[list[Branch], list[Branch]]:
    """Those of a query: the ones that bring pages, and the ones that only add to the scores of these.

    ``table`` is that of titles when nothing else is to be looked at.
    """
    bringing = _of_words(division.telling, division.adding, table, 1)
    found = _added(division, table)
    if table == BODY:
        others = [*division.adding, *division.everywhere]
        within = any_of(unit.expression for unit in division.telling) if others else ""
        titles = _of_words([*division.telling, *others], [], TITLE, TITLE_WEIGHT)
        found += [replace(branch, within=within) for branch in titles]
    found += _together(wanted, division)
    return _with_phrases(bringing, wanted), _with_phrases(found, wanted)


def _with_phrases(found: list[Branch], wanted: Wanted) -> list[Branch]:
    """No score is worked out for pages without the phrases that must occur."""
    if not wanted.phrases:
        return found
    required = all_of(map(phrase, wanted.phrases))
    return [
        replace(branch, within=f"({branch.within}) AND {required}" if branch.within else required)
        for branch in found
    ]


def title_branches(wanted: Wanted, division: Division) -> list[Branch]:
    """What titles earn of a query all of whose words stand everywhere."""
    return _of_words(division.everywhere, [], TITLE, TITLE_WEIGHT) + _bonuses(wanted, TITLE)


def _of_words(units: Sequence[Unit], adding: Sequence[Unit], table: str, weight: float) -> list[Branch]:
    own = _own_words(units)
    if not adding:
        return [Branch(table, own, weight), *_other_ways(units, table, weight)]
    # A page is in one of the two: without the words that only add, or with some of them.
    common = _own_words(adding)
    return [
        Branch(table, f"({own}) NOT ({common})", weight),
        Branch(table, f"({own}) AND ({common})", weight),
        *_other_ways(units, table, weight),
    ]


def _other_ways(units: Sequence[Unit], table: str, weight: float) -> list[Branch]:
    """The first way that a page has counts, so that nothing is counted twice."""
    return [
        Branch(table, f"{way} NOT ({any_of(unit.ways[:place])})", weight * OTHER_WAY_WEIGHT)
        for unit in units
        for place, way in enumerate(unit.ways[1:], start=1)
    ]


def _added(division: Division, table: str) -> list[Branch]:
    """What words that only add earn where they, or the words that bring pages, are said in another way."""
    if not division.adding:
        return []
    telling = any_of(unit.expression for unit in division.telling)
    found = [replace(each, within=telling) for each in _other_ways(division.adding, table, 1)]
    others = any_of(way for unit in division.telling for way in unit.ways[1:])
    if others:
        within = f"({others}) NOT ({_own_words(division.telling)})"
        found.append(Branch(table, _own_words(division.adding), 1, within))
    return found


def _own_words(units: Sequence[Unit]) -> str:
    return any_of(unit.ways[0] for unit in units for _ in range(unit.copies))


def _together(wanted: Wanted, division: Division) -> list[Branch]:
    """Bonuses; anywhere but in titles only for words that tell something."""
    found = _bonuses(wanted, TITLE)
    if not wanted.titles_only:
        common = {unit.ways[0]: 1 for unit in division.adding} | {
            unit.ways[0]: 2 for unit in division.everywhere
        }
        found += _bonuses(wanted, BODY, common)
    return found


def _bonuses(wanted: Wanted, table: str, common: Mapping[str, int] = MappingProxyType({})) -> list[Branch]:
    """What is added where words stand side by side or near each other.

    Neighbours count unless both are ``common`` (1) or one stands everywhere (2).
    """
    words = [word.token for word in wanted.words[:MOST_WORDS]]
    tokens = list(dict.fromkeys(words))
    found = []
    if 2 <= len(tokens) <= MOST_WORDS_OF_A_PHRASE:
        found.append(Branch(table, phrase(tokens), PHRASE_WEIGHTS[table]))
        found.append(Branch(table, near(tokens, NEAR_DISTANCE), NEAR_WEIGHTS[table]))
    pairs = dict.fromkeys(pair for pair in pairwise(words) if pair[0] != pair[1])
    telling = [pair for pair in pairs if sum(common.get(phrase((token,)), 0) for token in pair) < 2]
    if telling:
        found.append(
            Branch(table, any_of(near(pair, PAIR_DISTANCE) for pair in telling), PAIR_WEIGHTS[table])
        )
    return found
