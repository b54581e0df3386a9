"""Phrases on sites with more pages than are looked at for one phrase, on whichever database the tests use."""

import datetime as dt

import pytest

from search.engines.base import Limits
from search.engines.postgresql import phrases
from tests.search.engines.words import NEW_YEAR, want


@pytest.fixture(autouse=True)
def large(monkeypatch) -> None:
    """A dozen pages are many: PostgreSQL looks at three for a phrase of two words, SQLite at all."""
    monkeypatch.setattr(phrases, "MOST_PLACES", 6)
    monkeypatch.setattr(phrases, "LEAST_LOOKED_AT", 3)


@pytest.fixture
def elsewhere(shelve):
    """``elsewhere()``: pages made later than all others, on another site, that have both words."""

    def make(**fields) -> list[int]:
        return [shelve("other", "rye bread", **{"path": "000100020001", **fields}) for _ in range(6)]

    return make


SITE = Limits(root_path="00010001")


def test_a_phrase_of_a_small_site_is_found_beside_a_large_one(shelve, elsewhere, engine):
    page = shelve("small", "rye bread", path="000100010001")
    shelve("small", "bread of rye", path="000100010002")
    elsewhere()
    for wanted in (want(phrases=["rye bread"]), want("rye bread", phrases=["rye bread"])):
        assert engine.rank(wanted, SITE).page_ids == [page]
        assert engine.rank(wanted, SITE, by_date=True).page_ids == [page]


@pytest.mark.parametrize(
    ("fields", "limits"),
    [
        ({"access": "3"}, Limits()),
        ({"expires_at": NEW_YEAR - dt.timedelta(days=900)}, Limits()),
        ({"facets": [("tag", 2)]}, Limits(facets=(("tag", 1),))),
        ({"date": NEW_YEAR - dt.timedelta(days=900)}, Limits(after=NEW_YEAR - dt.timedelta(days=99))),
    ],
    ids=["private", "expired", "another tag", "another year"],
)
def test_pages_that_may_not_be_found_hide_no_page_with_the_phrase(shelve, elsewhere, engine, fields, limits):
    page = shelve("ours", "rye bread", facets=[("tag", 1)])
    elsewhere(**fields)
    assert engine.rank(want("rye bread", phrases=["rye bread"]), limits).page_ids == [page]


def test_an_excluded_phrase_of_two_common_words_excludes_old_pages_too(shelve, elsewhere, engine):
    shelve("garden", "rye bread")
    page = shelve("garden", "bread of rye")
    elsewhere()
    wanted = want("garden", excluded=["rye bread"])
    assert engine.rank(wanted, Limits()).page_ids == [page]
    assert engine.rank(wanted, Limits()).total == 1
    assert engine.rank(wanted, Limits(), by_date=True).page_ids == [page]
    assert engine.rank(want(prefix="gard", excluded=["rye bread"]), Limits()).page_ids == [page]


def test_an_excluded_phrase_alone_excludes_within_the_site(shelve, elsewhere, engine):
    shelve("small", "rye bread", path="000100010001")
    page = shelve("small", "bread of rye", path="000100010002")
    elsewhere()
    assert engine.rank(want(excluded=["rye bread"]), SITE).page_ids == [page]


def test_excluded_phrases_are_looked_for_in_pages_found_by_a_synonym_of_several_words(
    shelve, elsewhere, engine
):
    shelve("loaf", "rye bread in a tin")
    page = shelve("loaf", "a tin in bread")
    wanted = want("box", synonyms={"box": ["a tin"]}, excluded=["rye bread"])
    assert engine.rank(wanted, Limits()).page_ids == [page]


def test_a_synonym_of_several_words_is_found_on_a_small_site(shelve, elsewhere, engine):
    page = shelve("small", "rye bread", path="000100010001")
    elsewhere()
    assert engine.rank(want("loaf", synonyms={"loaf": ["rye bread"]}), SITE).page_ids == [page]


def test_of_several_phrases_each_is_looked_for_where_the_others_stand(shelve, engine):
    page = shelve("one", "rye bread with cold butter")
    shelve("two", "rye bread with butter that is cold")
    for _ in range(6):
        shelve("three", "rye bread")
    wanted = want(phrases=["cold butter", "rye bread"])
    assert engine.rank(wanted, Limits()).page_ids == [page]


def test_a_phrase_in_titles_is_looked_for_in_titles(shelve, engine):
    page = shelve("rye bread", "and")
    for _ in range(6):
        shelve("bread", "rye bread")
    for wanted in (
        want(phrases=["rye bread"], titles_only=True),
        want("rye bread", phrases=["rye bread"], titles_only=True),
    ):
        assert engine.rank(wanted, Limits()).page_ids == [page]
    excluded = want("rye bread", excluded=["rye bread"], titles_only=True)
    assert page not in engine.rank(excluded, Limits()).page_ids
