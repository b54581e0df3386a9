"""SQLite searches its full text once for each question, however many pages match."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.models import BlogPage

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def searches(queries: CaptureQueriesContext) -> list[str]:
    return [query["sql"] for query in queries if " MATCH " in query["sql"]]


@pytest.mark.parametrize("way", ["search", "autocomplete"])
def test_a_page_of_results_takes_one_search(posts, backend, way):
    with CaptureQueriesContext(connection) as queries:
        assert len(getattr(backend, way)("paper", BlogPage)[:3]) == 3
    assert [sql.count(" MATCH ") for sql in searches(queries)] == [1]


def test_counts_and_facets_take_one_search_each(posts, backend):
    found = backend.search("paper", BlogPage)
    with CaptureQueriesContext(connection) as queries:
        found.count()
        found.facet("live")
    assert [sql.count(" MATCH ") for sql in searches(queries)] == [1, 1]


def test_no_search_depends_on_the_page_it_looks_at(posts, backend):
    with CaptureQueriesContext(connection) as queries:
        found = backend.search("paper", BlogPage)
        list(found[:3])
        found.count()
        found.facet("live")
    for sql in searches(queries):
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql.replace('%', '%%')}", [])
            plan = [row[3] for row in cursor.fetchall()]
        assert not [step for step in plan if "CORRELATED" in step]
        # One look through the full text, from which the rows of the index are looked up.
        assert len([step for step in plan if "VIRTUAL TABLE" in step]) == 1
        full_text = next(step for step in plan if "VIRTUAL TABLE" in step)
        assert "=" not in full_text.rsplit(":", 1)[-1]
