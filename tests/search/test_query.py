"""Reading what a searcher typed."""

from datetime import date

import pytest

from search.query import MAX_FILTERS, MAX_LENGTH, MAX_TERMS, MAX_WORD_LENGTH, clean, fold, parse

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
    "--flag -x -",
    'tag: author:"" year:x before:99-99-99',
    "year:99999999999999999999 after:\u0662\u0660\u0662\u0664",
    "tag:" * 300,
    "-" * 3000,
    '-"' * 700,
    "after:0000 before:9999-12-31 year:0000",
    "/".join(["w"] * 900),
]


def shape(query):
    """What a query asks for, as texts."""
    return [[str(part) for part in parts] for parts in (query.terms, query.excluded, query.filters)]


@pytest.mark.parametrize("raw", HOSTILE, ids=lambda raw: ascii(raw[:20]))
def test_whatever_is_typed_becomes_a_few_plain_words(raw):
    query = parse(raw)

    assert len(query.text) <= MAX_LENGTH
    assert sum(len(term.words) for term in query.terms) <= MAX_TERMS
    assert len(query.filters) <= MAX_FILTERS
    for word in query.words:
        assert len(word) <= MAX_WORD_LENGTH
        assert all(sign.isalnum() or sign == "_" for sign in word)
    query.text.encode()


@pytest.mark.parametrize("raw", HOSTILE, ids=lambda raw: ascii(raw[:20]))
def test_what_was_understood_can_be_written_down_and_read_again(raw):
    query = parse(raw)

    assert shape(parse(str(query))) == shape(query)


def test_words_in_quotes_stay_together():
    assert [(term.text, term.phrase) for term in parse('"first  blog" django').terms] == [
        ("first blog", True),
        ("django", False),
    ]


@pytest.mark.parametrize("raw", ["“first blog”", "„first blog“", "«first blog»", "「first blog」"])
def test_typographic_quotes_count_as_quotes(raw):
    assert [str(term) for term in parse(raw).terms] == ['"first blog"']


def test_a_quote_without_a_partner_is_left_out():
    assert shape(parse('one "two three'))[0] == ["one", "two", "three"]
    assert shape(parse('"a b" c "d e'))[0] == ['"a b"', "c", "d", "e"]
    assert shape(parse('author:"Ada'))[0] == ["author:", "Ada"]


@pytest.mark.parametrize(
    "raw",
    [
        "localhost:8000",
        "std::vec",
        "10:30",
        "http://x.y",
        "C++",
        ".env",
        "--flag",
        "read/write",
        "a-b",
        "get_context",
    ],
)
def test_what_programmers_write_stays_as_it_is(raw):
    assert shape(parse(f"{raw} error")) == [[raw, "error"], [], []]


def test_a_minus_leaves_words_and_phrases_out():
    assert shape(parse('otter -sea -"river bank" - -- x')) == [["otter", "x"], ["sea", '"river bank"'], []]


def test_nothing_but_what_is_left_out_is_looked_for_as_it_stands():
    assert shape(parse("-rf")) == [["-rf"], [], []]
    assert not parse('-"rm rf"')


def test_known_keys_narrow_the_search():
    query = parse(
        'cats TAG:pets author:"Ada Quill" category:“at home” series:notes year:2024 tag:dogs tag:pets'
    )

    assert shape(query)[0] == ["cats"]
    assert shape(query)[2] == [
        "tag:pets",
        'author:"Ada Quill"',
        'category:"at home"',
        "series:notes",
        "year:2024",
        "tag:dogs",
    ]
    assert parse("tag:pets")


def test_a_key_without_a_value_is_a_word():
    assert shape(parse("tag: pets")) == [["tag:", "pets"], [], []]


@pytest.mark.parametrize(
    ("value", "day"),
    [("2026", date(2026, 1, 1)), ("2026-11", date(2026, 11, 1)), ("2026-2-3", date(2026, 2, 3))],
)
def test_dates_may_be_a_year_a_month_or_a_day(value, day):
    assert [each.day for each in parse(f"before:{value} after:{value}").filters] == [day, day]


@pytest.mark.parametrize(
    "wrong", ["year:24", "year:soon", "before:2024-13", "after:2024-02-30", "after:yesterday", "after:0001"]
)
def test_a_wrong_date_is_told_and_left_out(wrong):
    query = parse(f"cats {wrong}")

    assert shape(query) == [["cats"], [], []]
    assert [str(problem) for problem in query.problems] == [wrong]


def test_a_condition_can_be_taken_away():
    query = parse("cats tag:pets -dogs year:2024")

    assert query.without(query.filters[0]).text == "cats -dogs year:2024"


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
        (" ".join(f"w{n}" for n in range(50)), False),
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
