"""A search reads the postings of its words and no others, from the first minute on."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.engines.base import Limits
from tests.search.engines.words import text, want

pytestmark = pytest.mark.postgresql

#: Nobody has counted the table's rows yet: they were written a moment ago.
PAGES = 8
WORDS = 1500


@pytest.fixture
def library(shelve, engine):
    pages = [shelve(f"about page {number}") for number in range(PAGES)]
    engine.write(
        [
            text(
                page,
                f"about {number}",
                " ".join(f"w{(number * WORDS // 2 + word) % 4000}" for word in range(WORDS)),
            )
            for number, page in enumerate(pages)
        ]
    )


@pytest.fixture
def plans(library, engine):
    """``plans(wanted)``: how PostgreSQL goes about every statement of a search."""

    def asked(wanted, **options) -> str:
        with CaptureQueriesContext(connection) as queries:
            engine.rank(wanted, Limits(root_path="0001"), **options)
        explained = []
        with connection.cursor() as cursor:
            for query in queries.captured_queries:
                cursor.execute("EXPLAIN " + query["sql"])
                explained += [line for (line,) in cursor.fetchall()]
        return "\n".join(explained)

    return asked


def test_no_search_reads_the_whole_table_of_postings(plans):
    searches = [
        (want("w1 w2 w3"), {}),
        (want("w1 w2", prefix="w2"), {}),
        (want("w1", prefix="w12"), {"by_date": True}),
        (want("about w5", phrases=["w5 w6"], excluded=["w7", "w8 w9"]), {}),
        (want("about", prefix="ab", titles_only=True), {}),
    ]
    for wanted, options in searches:
        explained = plans(wanted, **options)
        assert "search_posting_pkey" in explained or "search_posting_title" in explained
        assert "Seq Scan on search_posting" not in explained


def test_beginnings_of_words_are_completed_by_a_bounded_number_of_words(engine, library):
    from search.engines.postgresql import completions

    tokens, found = completions.beginning_with("w")
    assert len(tokens) <= completions.MOST
    assert (found.documents, found.titles) == (0, 0), "one letter is looked for in titles only"
    tokens, found = completions.beginning_with("w1")
    assert len(tokens) == completions.MOST
    assert found.documents >= completions.MOST
