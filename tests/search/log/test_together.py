"""Several processes that count at the same moment, and a database that is busy."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, connections, transaction
from django.test import RequestFactory
from wagtail.models import Site

from search.log import record, record_click
from search.log.brief import PATIENCE
from search.models import LoggedSearch, OpenedResult
from search.query import parse
from tests.search.log.conftest import FIREFOX

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE, TIMES = 4, 10


def request():
    asked = RequestFactory().get("/search/", headers={"User-Agent": FIREFOX})
    asked.user = AnonymousUser()
    return asked


def together(act: Callable[[], int], people: int = PEOPLE) -> int:
    """Let so many threads do it at once, each with a connection of its own; return the sum of what they say."""
    done: list[int] = []
    start = threading.Barrier(people)

    def work() -> None:
        try:
            start.wait()
            done.append(act())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == people
    return sum(done)


def test_searches_at_the_same_moment_make_one_row_and_no_count_is_lost_that_was_taken():
    counted = together(lambda: sum(record(parse("fonts"), total=1, request=request()) for _ in range(TIMES)))
    row = LoggedSearch.objects.get()
    assert row.searches == counted > 0


def test_results_opened_at_the_same_moment_are_one_row():
    record(parse("fonts"), total=1, request=request())
    page_id = Site.objects.get().root_page_id

    def open_it() -> int:
        return sum(
            record_click("fonts", page_id=page_id, position=2, request=request()) for _ in range(TIMES)
        )

    counted = together(open_it)
    assert OpenedResult.objects.get().times == LoggedSearch.objects.get().opened == counted > 0


def test_a_search_is_not_counted_while_somebody_else_holds_the_database_and_nobody_waits_for_it():
    record(parse("fonts"), total=1, request=request())
    before = _patience()
    counted: list[bool] = []

    def search() -> None:
        counted.append(record(parse("fonts"), total=1, request=request()))
        connections.close_all()

    with transaction.atomic():
        LoggedSearch.objects.update(results=7)  # holds the row on PostgreSQL, the whole file on SQLite
        reader = threading.Thread(target=search)
        reader.start()
        reader.join()
    assert counted == [False]
    row = LoggedSearch.objects.get()
    assert (row.searches, row.results) == (1, 7)
    assert record(parse("fonts"), total=1, request=request())
    assert _patience() == before != PATIENCE


def _patience() -> int:
    """How long this connection waits for a lock, in milliseconds."""
    question = "PRAGMA busy_timeout" if connection.vendor == "sqlite" else "SHOW lock_timeout"
    with connection.cursor() as cursor:
        cursor.execute(question)
        return int(str(cursor.fetchone()[0]).removesuffix("ms"))
