"""Reading what a searcher typed."""

import pytest

from search.query import MAX_LENGTH, MAX_TERMS, MAX_WORD_LENGTH, clean, fold, parse

HOSTILE = [
    '"',
    'a " b',
    '"""',
    "\x00",
    "foo\x00bar",
    " ".join(f"word{n}" for n in range(1200)),
    "x" * 6000,
    "NEAR(",
    "NEAR(a b, 3)",
    "*",
    "foo*",
    "^foo",
    "(x",
    "x:y",
    "{title} : x",
    "AND",
    "a AND",
    "NOT",
    "a OR OR b",
    "-word",
    "--",
    "🎉🎉",
    "日本語 テスト",
    "नमस्ते दुनिया",
    "'; DROP TABLE wagtailcore_page; --",
    "' OR 1=1 --",
    "%s %d %%",
    "<script>alert(1)</script>",
    "\\' \\",
    "a & | ! <-> b:*",
    "\ud800",
    "½ ² ﷺ" * 300,
    "_",
    "\u202e reversed",
    '"' * 2000,
]


@pytest.mark.parametrize("raw", HOSTILE, ids=lambda raw: ascii(raw[:20]))
def test_whatever_is_typed_becomes_a_few_plain_words(raw):
    query = parse(raw)

    assert len(query.text) <= MAX_LENGTH
    assert sum(len(term.words) for term in query.terms) <= MAX_TERMS
    for word in query.words:
        assert len(word) <= MAX_WORD_LENGTH
        assert all(sign.isalnum() or sign == "_" for sign in word)
    query.text.encode()


def test_words_in_quotes_stay_together():
    query = parse('"first blog" django')

    assert [(term.words, term.phrase) for term in query.terms] == [
        (("first", "blog"), True),
        (("django",), False),
    ]


def test_typographic_quotes_count_as_quotes():
    assert [term.phrase for term in parse("“first blog”").terms] == [True]


def test_a_quote_without_a_partner_is_left_out():
    assert [term.words for term in parse('one "two three').terms] == [("one",), ("two",), ("three",)]
    assert [term.phrase for term in parse('"a b" c "d e').terms] == [True, False, False, False]


def test_parts_joined_by_punctuation_must_stand_side_by_side():
    assert [term.words for term in parse("read/write").terms] == [("read", "write")]
    assert [term.words for term in parse("get_context").terms] == [("get_context",)]


@pytest.mark.parametrize(
    ("raw", "prefix"),
    [
        ("djan", True),
        ("first djan", True),
        ('"first blog" djan', True),
        ('djan "first blog"', False),
        ('"djan"', False),
        ("read/wri", False),
        ("", False),
        (" ".join(f"w{n}" for n in range(20)), False),
    ],
)
def test_only_a_last_single_word_may_be_unfinished(raw, prefix):
    assert parse(raw).prefix is prefix


def test_control_characters_become_spaces():
    assert clean("a\x00b\tc\nd\u2028e") == "a b c d e"


def test_folding_takes_case_and_accents_away():
    assert fold("Crème BRÛLÉE") == "creme brulee"


def test_nothing_typed_is_no_query():
    assert not parse("  ")
    assert not parse("!!!")
