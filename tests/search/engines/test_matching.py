"""Which pages match, on whichever database the tests use."""

import datetime as dt

import pytest
from django.utils import timezone

from search.engines.base import Limits, Wanted, WantedWord
from tests.search.engines.words import NEW_YEAR, text, want

EVERYBODY = Limits()


@pytest.fixture
def ids(engine):
    """``ids(wanted, limits)``: the ids found, best first; their number is the total."""

    def found(wanted: Wanted, limits: Limits = EVERYBODY, **options) -> list[int]:
        ranking = engine.rank(wanted, limits, **options)
        assert ranking.total == len(ranking.page_ids)
        return ranking.page_ids

    return found


def test_a_word_is_found_in_titles_and_in_texts(shelve, ids):
    in_title, in_text = shelve("rye bread"), shelve("flour", "for bread")
    shelve("cake", "sweet")
    assert set(ids(want("bread"))) == {in_title, in_text}


def test_any_of_the_words_is_enough(shelve, ids):
    pages = {shelve("rye"), shelve("oats")}
    shelve("cake")
    assert set(ids(want("rye oats"))) == pages


@pytest.mark.parametrize(
    "token", ["c++", ".env", "--flag", "日本", "हिन्दी", 'say"so', "o'clock", "🍞", "a*", "x:y", "(x"]
)
def test_words_of_any_characters_are_found_whole(shelve, ids, token):
    page = shelve("about", f"before {token} after")
    shelve("other", "before c env flag 日 本 say so o clock a x y after")
    assert ids(want(token)) == [page]


def test_a_phrase_must_occur(shelve, ids):
    page = shelve("one", "a slow fermentation of dough")
    shelve("two", "fermentation of the slow dough")
    assert ids(want("slow fermentation", phrases=["slow fermentation"])) == [page]
    assert ids(want(phrases=["slow fermentation"])) == [page]
    assert ids(want("slow", phrases=["slow fermentation", "never heard"])) == []


def test_excluded_words_and_phrases_do_not_occur(shelve, ids):
    page = shelve("rye", "bread")
    shelve("wheat", "bread")
    shelve("spelt", "bread in old pans")
    assert ids(want("bread", excluded=["wheat", "old pans"])) == [page]


def test_the_beginning_of_a_word_is_enough_for_the_last(shelve, ids):
    page = shelve("fermentation")
    shelve("firm")
    assert ids(want(prefix="ferm")) == [page]
    assert ids(want("dough", prefix="ferm")) == [page]
    assert ids(want("dough", prefix='fer"m* OR')) == []


def test_titles_alone_can_be_looked_at(shelve, ids):
    page = shelve("bread")
    shelve("flour", "for bread")
    assert ids(want("bread", titles_only=True)) == [page]
    assert ids(want(prefix="bre", titles_only=True)) == [page]


def test_synonyms_match_too_of_one_word_and_of_several(shelve, ids):
    pages = {shelve("roll"), shelve("bun"), shelve("small loaf")}
    shelve("loaf")
    synonyms = {"roll": ["bun", "small loaf"]}
    assert set(ids(want("roll", synonyms=synonyms))) == pages
    assert set(ids(want("roll", synonyms=synonyms), by_date=True)) == pages


def test_by_date_puts_the_newest_first_of_those_with_all_words(shelve, ids):
    older = shelve("rye", "bread", date=NEW_YEAR - dt.timedelta(days=40))
    newer = shelve("cake", "with bread and rye", date=NEW_YEAR)
    undated = shelve("bread rye", date=None)
    shelve("rye", "alone")
    assert ids(want("rye bread"), by_date=True) == [newer, older, undated]
    assert ids(want("bread", prefix="ry"), by_date=True) == [newer, older, undated]


def test_filters_alone_list_everything_within_them_newest_first(shelve, ids):
    older = shelve("rye", facets=[("tag", 1)], date=NEW_YEAR - dt.timedelta(days=9))
    newer = shelve("oats", facets=[("tag", 1), ("author", 4)], date=NEW_YEAR)
    without = shelve("cake", facets=[("tag", 2)], date=NEW_YEAR - dt.timedelta(days=20))
    assert ids(want(), Limits(facets=(("tag", 1),))) == [newer, older]
    assert ids(want(), Limits(facets=(("tag", 1), ("author", 4)))) == [newer]
    assert ids(want(excluded=["oats"])) == [older, without]


def test_only_what_the_searcher_may_read_is_found(shelve, ids):
    public = shelve("bread")
    private = shelve("bread", "too", access="3")
    shelve("bread", "as well", access="3 17")
    assert ids(want("bread")) == [public]
    assert set(ids(want("bread"), Limits(access=("", "3")))) == {public, private}
    assert ids(want("bread"), Limits(access=())) == []


def test_facets_dates_and_places_in_the_tree_narrow_what_is_found(shelve, ids):
    page = shelve("bread", facets=[("tag", 1), ("year", 2026)], date=NEW_YEAR, path="00010001000A")
    other = shelve("bread", facets=[("year", 1)], date=NEW_YEAR - dt.timedelta(days=1), path="00010002000A")
    assert ids(want("bread"), Limits(facets=(("tag", 1), ("year", 2026)))) == [page]
    assert ids(want("bread"), Limits(facets=(("tag", 1), ("year", 1)))) == []
    assert ids(want("bread"), Limits(root_path="00010001")) == [page]
    assert ids(want("bread"), Limits(after=NEW_YEAR)) == [page]
    assert ids(want("bread"), Limits(before=NEW_YEAR)) == [other]


def test_what_has_expired_is_not_found(shelve, ids):
    shelve("bread", expires_at=timezone.now() - dt.timedelta(seconds=5))
    page = shelve("bread", expires_at=timezone.now() + dt.timedelta(hours=1))
    assert ids(want("bread")) == [page]
    assert ids(want()) == [page]


def test_writing_again_replaces_and_removing_forgets(shelve, engine, ids):
    page, other = shelve("rye"), shelve("oats")
    engine.write([text(page, "barley")])
    assert ids(want("rye")) == []
    assert ids(want("barley")) == [page]
    engine.remove([page, 987654])
    assert ids(want("barley")) == []
    assert engine.indexed_ids() == {other}


def test_frequencies_count_documents_within_the_limits(shelve, engine):
    shelve("rye", "bread bread c++")
    shelve("oats", "bread", access="5")
    tokens = ["bread", "rye", "never", "c++", 'a"', "x" * 64]
    assert engine.frequencies(tokens, EVERYBODY) == {"bread": 1, "rye": 1, "c++": 1}
    assert engine.frequencies(["bread"], Limits(access=("", "5"))) == {"bread": 2}
    assert engine.frequencies([], EVERYBODY) == {}


@pytest.mark.parametrize(
    "token",
    [
        '"',
        "a\0b",
        "\ud800",
        "NEAR(",
        "*",
        "^",
        "-",
        "{title}",
        ":",
        "'; DROP TABLE",
        "<script>",
        "%s",
        "{}",
        "x" * 6000,
        "",
    ],
)
def test_nothing_that_is_asked_for_raises(shelve, engine, token):
    shelve("bread", "rye")
    for wanted in (
        want("bread", phrases=["rye"], excluded=["oats"]),
        Wanted((WantedWord(token, token, ((token, token),)),), ((token,),), ((token, "bread"),), token),
        Wanted((WantedWord("bread", "bread"), WantedWord(token, token)), titles_only=True, prefix=token),
    ):
        for by_date in (False, True):
            assert engine.rank(wanted, EVERYBODY, by_date=by_date).total <= 1
    assert engine.frequencies([token], EVERYBODY) == {}


def test_a_thousand_words_are_no_error(shelve, engine):
    page = shelve("bread")
    words = " ".join(["bread", *(f"word{number}" for number in range(1200))])
    assert engine.rank(want(words), EVERYBODY).page_ids == [page]
    assert engine.rank(want(words), EVERYBODY, by_date=True).page_ids == []
