"""What the engine for SQLite leaves out where there are too many pages to look at them all."""

import pytest
from django.db import connection

from search.engines.base import Limits
from search.engines.sqlite import engine as engine_module
from search.engines.sqlite import statement, units
from tests.search.engines.words import want

pytestmark = pytest.mark.sqlite


@pytest.fixture(autouse=True)
def large(monkeypatch) -> None:
    """A dozen pages are many, and two are enough."""
    monkeypatch.setattr(units, "SMALL_SITE", 0)
    monkeypatch.setattr(units, "ENOUGH", 2)
    monkeypatch.setattr(engine_module, "FEW", 1)


@pytest.fixture
def pages(shelve) -> dict[str, list[int]]:
    """Every page has "the", four in twelve "bread", two "rye"."""
    return {
        "rye": [shelve("rye", "the bread"), shelve("rye", "the dough")],
        "bread": [
            shelve("bread", "the"),
            shelve("loaf", "the bread"),
            shelve("cake", "the bread", access="7"),
        ],
        "neither": [shelve("cake", "the") for _ in range(7)],
    }


def test_pages_that_only_have_the_commoner_words_are_left_out(pages, engine):
    found = engine.rank(want("rye bread"), Limits())
    assert found.page_ids == pages["rye"]
    assert found.total == 2


def test_they_are_looked_at_when_the_rarer_words_bring_nothing(pages, engine):
    found = engine.rank(want("rye bread"), Limits(access=("7",)))
    assert found.page_ids == pages["bread"][2:]


def test_a_word_of_every_page_does_not_bring_every_page(pages, engine):
    assert set(engine.rank(want("the rye"), Limits()).page_ids) == set(pages["rye"])


def test_alone_it_brings_titles_with_it_first_and_then_the_newest(pages, shelve, engine):
    entitled = shelve("the oven")
    found = engine.rank(want("the"), Limits())
    assert found.page_ids[0] == entitled
    assert found.page_ids[1:] == [*pages["rye"], *pages["bread"][:2], *pages["neither"]]
    assert found.total == 12


def test_what_others_may_read_changes_nothing_for_who_may_not(pages, shelve, engine):
    before = engine.rank(want("secret the"), Limits())
    shelve("a secret", "the", access="7")
    assert engine.rank(want("secret the"), Limits()) == before


def test_commoner_words_count_too_where_only_a_synonym_brings_the_page(pages, shelve, engine):
    without = shelve("secale", "the dough of the baker")
    with_it = shelve("secale", "the bread of the baker")
    found = engine.rank(want("barley bread", synonyms={"barley": ["secale"]}), Limits())
    assert found.page_ids == [with_it, without]


def test_a_page_scores_what_it_would_were_all_words_to_bring_pages(pages, shelve, engine):
    brought = {
        shelve("secale spelt", "the bread of the baker"),
        shelve("secale emmer", "the bread of the baker"),
        shelve("spelt", "the dough of the baker"),
    }
    wanted = want("spelt barley einkorn bread", synonyms={"barley": ["secale"], "einkorn": ["emmer"]})
    division = units.divide(units.units(wanted), "search_fts_body")
    every = units.Division([*division.telling, *division.adding], [], division.everywhere)

    def scores(division: units.Division) -> dict[int, float]:
        sql, values = statement.ranking(wanted, Limits(), division)
        with connection.cursor() as cursor:
            cursor.execute(sql.replace("SELECT best.page_id,", "SELECT best.page_id, best.score,"), values)
            return {page_id: score for page_id, score, _ in cursor.fetchall() if page_id in brought}

    assert division.adding
    assert scores(division) == pytest.approx(scores(every))
    assert set(scores(division)) == brought
