"""What the tables of postings hold, whoever writes at the same time and whatever becomes of the documents."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from search.engines.base import IndexText, Limits
from search.models import Document
from tests.search.engines.words import text, want

pytestmark = pytest.mark.postgresql


def rows(table: str, pages: list[int] | None = None) -> int:
    """How many rows there are of these pages, or of all."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT document_id FROM {table}")  # noqa: S608 - a name of ours
        return sum(pages is None or page in pages for (page,) in cursor.fetchall())


@pytest.mark.django_db(transaction=True)
def test_people_who_publish_the_same_pages_at_once_wait_for_each_other(shelve, engine):
    pages = [shelve(f"page {number}") for number in range(6)]

    def publish(number: int) -> None:
        order = pages[number:] + pages[:number] if number % 2 else pages[::-1]
        try:
            for turn in range(8):
                engine.write([text(page, f"page of {number}", f"turn {turn}") for page in order])
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as people:
        list(people.map(publish, range(4)))
    assert set(pages) <= engine.indexed_ids()
    assert set(pages) <= set(engine.rank(want("turn 7"), Limits()).page_ids)
    # "page", "of", "turn", the writer's number and the turn's: the rows of one writer, not of two.
    assert rows("search_posting", pages) <= 5 * len(pages)


def test_deleted_documents_take_their_words_with_them(shelve, engine):
    page, other = shelve("rye bread"), shelve("oats")
    Document.objects.filter(pk=page).delete()
    assert engine.indexed_ids() == {other}
    assert rows("search_posting") == 1


@pytest.mark.django_db(transaction=True)
def test_emptied_documents_take_all_words_with_them(shelve):
    shelve("rye bread")
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE search_document CASCADE")
    assert (rows("search_posting"), rows("search_length")) == (0, 0)


def test_pages_without_a_document_are_passed_over(shelve, engine):
    page = shelve("rye")
    engine.write([text(page, "oats"), text(987654, "oats")])
    assert engine.indexed_ids() == {page}


def test_a_huge_page_is_found_by_its_first_and_last_words(shelve, engine):
    page = shelve("huge")
    words = ("first", *("filling",) * 40_000, *(f"word{number}" for number in range(40_000)), "the", "last")
    engine.write([IndexText(page, ("huge",), ("huge", *words))])
    for query in (want("first"), want("last"), want("word39999"), want(phrases=["first filling"])):
        assert engine.rank(query, Limits()).page_ids == [page]


def test_tokens_no_database_can_hold_break_nothing(shelve, engine):
    page = shelve("odd", "nul\0byte half\ud800sign " + "x" * 5000 + " even")
    assert engine.rank(want("even"), Limits()).page_ids == [page]
    assert engine.rank(want("nul\0byte"), Limits()).page_ids == [page]
    assert engine.rank(want("\0"), Limits()).total == 0
    assert engine.rank(want(prefix="\0"), Limits()).total == 0
    assert engine.frequencies(["nul\0byte"], Limits()) == {"nul\0byte": 1}
