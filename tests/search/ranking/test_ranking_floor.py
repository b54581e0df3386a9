"""The order of results stays as good as it was measured to be, on whichever database the tests use.

Whoever improves the order raises the floors. They stand just below what was measured, so that losing any one
of the weight of titles, stemming, correction or the bonus for words that stand together is noticed.
"""

import math
from collections.abc import Callable, Iterable

import pytest
from django.db import connection

from search.index.writing import update
from tests.search.ranking.observatory import KNOWN, POSTS, SEARCHES

#: Discounted gain of the first ten results beside that of the best possible ten.
NDCG = {"sqlite": 0.925, "postgresql": 0.915}
#: One over the place of the post whose title was asked for, by how the words of the title were typed.
KNOWN_RANKS = {"right": 0.98, "one wrong letter": 0.98, "a wrong letter in every word": 0.98}


@pytest.fixture
def observatory(make_post) -> None:
    update([make_post(title=title, summary="", text=f"<p>{text}</p>").pk for title, text in POSTS.items()])


def gain(grades: Iterable[int]) -> float:
    return sum(grade / math.log2(place + 2) for place, grade in enumerate(grades))


def quality(found: Callable[..., list[str]]) -> float:
    """Mean nDCG@10 of all searches."""
    gains = [
        gain(grades.get(title, 0) for title in found(query)[:10])
        / gain(sorted(grades.values(), reverse=True)[:10])
        for query, grades in SEARCHES.items()
    ]
    return sum(gains) / len(gains)


def known(found: Callable[..., list[str]], which: int) -> float:
    """Mean reciprocal rank of the posts whose titles were asked for."""
    ranks = []
    for title, queries in KNOWN.items():
        titles = found(queries[which])[:10]
        ranks.append(1 / (titles.index(title) + 1) if title in titles else 0)
    return sum(ranks) / len(ranks)


def test_the_first_results_are_the_good_ones(observatory, found):
    assert quality(found) >= NDCG[connection.vendor]


def test_posts_are_found_by_the_words_of_their_titles(observatory, found):
    for place, (which, floor) in enumerate(KNOWN_RANKS.items()):
        assert known(found, place) >= floor, which
