"""What is typed becomes a query of a bounded size that means the same."""

from __future__ import annotations

import pytest
from wagtail.search.query import MATCH_ALL, And, Boost, Not, Or, Phrase, PlainText, SearchQuery
from wagtail.search.utils import parse_query_string

from search.backends.match_text import match
from search.backends.safe_query import LONGEST_WORD, MOST_WORDS, plain, safe
from tests.search.backends.hostile import HOSTILE


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_is_too_much(text):
    _filters, typed = parse_query_string(text, zero_terms=MATCH_ALL)
    for query in (typed, PlainText(text), Phrase(text)):
        words = plain(safe(query)).split()
        assert len(words) <= MOST_WORDS
        assert all(len(word) <= LONGEST_WORD for word in words)
        assert "\x00" not in plain(safe(query))


def test_parts_of_which_nothing_remains_are_passed_over():
    query = And([PlainText("***"), Or([Phrase("--"), PlainText("paper")]), MATCH_ALL])
    assert repr(safe(query)) == repr(PlainText("paper"))


@pytest.mark.parametrize(
    ("query", "text", "negated"),
    [
        (PlainText("a b"), '("a" AND "b")', False),
        (PlainText("a b", operator="or"), '("a" OR "b")', False),
        (PlainText('say "a"'), '("say" AND """a""")', False),
        (Phrase("a b"), '"a b"', False),
        (Not(Phrase("a")), '"a"', True),
        (And([Phrase("a"), Not(Phrase("b"))]), '("a" NOT "b")', False),
        (And([Not(Phrase("a")), Phrase("b")]), '("b" NOT "a")', False),
        (And([Not(Phrase("a")), Not(Phrase("b"))]), '("a" OR "b")', True),
        (Or([Phrase("a"), Not(Phrase("b"))]), '("b" NOT "a")', True),
        (Or([Phrase("a"), Phrase("b")]), '("a" OR "b")', False),
        (Not(Not(Phrase("a"))), '"a"', False),
        (Boost(Phrase("a"), 2), '"a"', False),
        (MATCH_ALL, "", True),
        (Not(MATCH_ALL), "", False),
        (And([Phrase("a"), Not(MATCH_ALL)]), "", False),
        (Or([Phrase("a"), Not(MATCH_ALL)]), '"a"', False),
    ],
    ids=repr,
)
def test_every_combination_has_a_form_in_fts5(query: SearchQuery, text, negated):
    found = match(safe(query))
    assert (found.text, found.negated) == (text, negated)


def test_only_the_last_word_may_be_half_typed():
    assert match(PlainText("paper pl"), last_is_prefix=True).text == '("paper" AND "pl"*)'
