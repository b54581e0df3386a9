"""The site's backend finds what Wagtail's own finds."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import MATCH_ALL, MATCH_NONE, And, Not, Or, Phrase, PlainText

from blog.models import BlogPage

pytestmark = pytest.mark.django_db

QUERIES = [
    "paper",
    "PAPER",
    "paper ink",
    "ink paper planes",
    "uber cafe",
    "printing presses",
    "C++",
    "get_context",
    "漢字の本",
    "nothing-of-the-kind",
    Phrase("paper planes"),
    Phrase("planes paper"),
    PlainText("planes cranes", operator="or"),
    And([PlainText("paper"), PlainText("ink")]),
    Or([PlainText("cranes"), Phrase("blue and red")]),
    And([PlainText("paper"), Not(PlainText("ink"))]),
    Not(PlainText("paper")),
    MATCH_ALL,
    MATCH_NONE,
]
HALF_TYPED = ["pap", "paper pl", "ink a", "üb", "pap ink", Phrase("paper planes"), And([PlainText("in")])]


@pytest.fixture
def stock(db: None) -> Any:
    """Wagtail's own backend, on the same index."""
    return get_search_backend("wagtail.search.backends.database")


def titles(results: Any) -> list[str]:
    return [page.title for page in results]


def test_whole_words_find_what_wagtail_finds(posts, backend, stock):
    for query in QUERIES:
        mine, theirs = backend.search(query, BlogPage), stock.search(query, BlogPage)
        assert set(titles(mine)) == set(titles(theirs)), query
        assert mine.count() == theirs.count() == len(mine), query


def test_half_typed_words_find_what_wagtail_finds(posts, backend, stock):
    for query in HALF_TYPED:
        mine, theirs = backend.autocomplete(query, BlogPage), stock.autocomplete(query, BlogPage)
        assert set(titles(mine)) == set(titles(theirs)), query
        assert mine.count() == theirs.count(), query


@pytest.mark.parametrize("operator", ["and", "or"])
def test_the_operator_decides_between_all_words_and_any(posts, backend, stock, operator):
    found = titles(backend.search("ink paper", BlogPage, operator=operator))
    assert set(found) == set(titles(stock.search("ink paper", BlogPage, operator=operator)))


def test_filters_and_orders_of_the_queryset_stay(posts, backend):
    some = BlogPage.objects.filter(live=True).exclude(pk=posts["Paper"].pk)
    by_title = backend.search("paper", some.order_by("title"), order_by_relevance=False)
    assert titles(by_title) == sorted(titles(by_title))
    assert "Paper" not in titles(by_title)
    assert titles(by_title[1:3]) == titles(by_title)[1:3]
    assert by_title[1:3].count() == 2


def test_slices_continue_each_other(posts, backend):
    found = backend.search("paper ink", BlogPage, operator="or")
    whole = titles(found)
    assert titles(found[:2]) + titles(found[2:4]) + titles(found[4:]) == whole
    assert found[3].title == whole[3]
    assert backend.search("paper", BlogPage)[100:120].results() == []


def test_results_are_counted_by_a_field(posts, backend, stock):
    posts["Ink"].unpublish()
    counts = [each.search("ink", BlogPage).facet("live") for each in (backend, stock)]
    assert counts[0] == counts[1]
    assert set(counts[0]) == {True, False}
    by_type = backend.autocomplete("paper", Page).facet("content_type_id")
    assert by_type == {posts["Paper"].content_type_id: 5}


def test_scores_stand_on_the_results_and_sort_them(posts, backend):
    found = list(backend.search("printing", BlogPage).annotate_score("score"))
    assert len(found) == 2
    assert all(isinstance(page.score, float) for page in found)
    by_title = backend.search("printing", BlogPage.objects.order_by("title"), order_by_relevance=False)
    assert {page.score for page in by_title.annotate_score("score")} == {page.score for page in found}


def test_pages_come_as_what_they_are(posts, backend):
    assert {type(page) for page in backend.autocomplete("paper", Page.objects.all().specific())} == {BlogPage}


def test_values_of_results_can_be_asked_for(posts, backend):
    found = backend.search("paper", BlogPage.objects.values_list("title", flat=True))
    assert list(found) == titles(backend.search("paper", BlogPage))


def test_an_empty_queryset_finds_nothing(posts, backend):
    found = backend.search("paper", BlogPage.objects.none())
    assert list(found) == []
    assert found.count() == 0


def test_single_fields_can_be_searched(posts, backend):
    assert "Ink" not in titles(backend.search("paper", BlogPage, fields=["title"]))
    assert "Ink" in titles(backend.search("paper", BlogPage))
