"""The sentence and section of a page that answer a query, with the words marked."""

from dataclasses import replace

import pytest

from search.analysis.queries import wanted
from search.excerpts import EXCERPT_LENGTH, Passage, excerpt
from search.marking import Sought, marked, sought
from search.query import parse


def looking_for(raw: str, *, prefix: bool = False, synonyms=None) -> Sought:
    query = parse(raw)
    return sought(query, wanted(replace(query, prefix=prefix), "en", synonyms))


@pytest.mark.parametrize(
    ("raw", "text", "html"),
    [
        ("happy days", "Happiness is a day.", "<mark>Happiness</mark> is a <mark>day</mark>."),
        ("creme", "A Crème brûlée", "A <mark>Crème</mark> brûlée"),
        ("c++", "In C++ and C", "In <mark>C++</mark> and C"),
        ("get_context", "get_context, or get it", "<mark>get_context</mark>, or get it"),
        ("--flag", "run --flag now", "run <mark>--flag</mark> now"),
        ("日本語", "これは日本語です", "これは<mark>日本語</mark>です"),
        ("本", "これは日本語の本です", "これは日<mark>本</mark>語の<mark>本</mark>です"),
        ("が", "か\u3099っこう", "<mark>か\u3099</mark>っこう"),
        ("木 日本語", "木の日本語", "<mark>木</mark>の<mark>日本語</mark>"),
        ("fish", "<b>Fish</b> & chips", "&lt;b&gt;<mark>Fish</mark>&lt;/b&gt; &amp; chips"),
        ("amp", "Fish & chips", "Fish &amp; chips"),
        ("the otter", "The otter in the river", "The <mark>otter</mark> in the river"),
        ("art", "Start of art", "Start of <mark>art</mark>"),
    ],
)
def test_words_are_marked_in_all_their_forms_and_nothing_else_is(raw, text, html):
    assert marked(text, looking_for(raw), "en") == html


def test_a_word_that_is_still_typed_is_marked_by_its_beginning():
    assert marked("Documentation", looking_for("docu", prefix=True), "en") == "<mark>Documentation</mark>"


def test_synonyms_are_marked_only_as_a_whole():
    what = looking_for("js", synonyms={"js": ("java script",)})

    assert marked("Java Script, no java", what, "en") == "<mark>Java Script</mark>, no java"


def test_the_sentence_with_most_of_the_words_is_shown_with_its_section():
    passages = [
        Passage("", "", "Otters live here. They swim."),
        Passage("food", "What they eat", "Fish first. Otters dive for fish. Then they rest."),
    ]

    found = excerpt("A summary.", passages, looking_for("otter diving fish"), "en")

    assert found.html == "<mark>Otters</mark> <mark>dive</mark> for <mark>fish</mark>."
    assert (found.anchor, found.heading_html) == ("food", "What they eat")


def test_a_summary_that_says_as_much_is_preferred():
    passages = [Passage("food", "Food", "They are otters.")]

    found = excerpt("All about otters.", passages, looking_for("otters"), "en")

    assert found.html == "All about <mark>otters</mark>."
    assert found.anchor == "food"


def test_a_phrase_counts_more_than_its_words():
    passages = [
        Passage("one", "One", "The bank of a river. A river, a bank."),
        Passage("two", "Two", "The river bank."),
    ]

    assert excerpt("", passages, looking_for('"river bank"'), "en").anchor == "two"


def test_a_section_found_by_its_heading_is_shown_by_its_beginning():
    passages = [Passage("food", "Food of otters", "Fish first. Then crabs.")]

    found = excerpt("A summary.", passages, looking_for("otters"), "en")

    assert (found.html, found.anchor) == ("Fish first. Then crabs.", "food")
    assert found.heading_html == "Food of <mark>otters</mark>"


def test_code_is_shown_when_only_it_has_the_word():
    passages = [Passage("set-up", "Set up", "Write this:", "import os\nos.getpid()\n")]

    found = excerpt("", passages, looking_for("getpid"), "en")

    assert found.html == "os.<mark>getpid</mark>()"
    assert found.anchor == "set-up"


@pytest.mark.parametrize(("summary", "html"), [("A summary.", "A summary."), ("", "The beginning. The end.")])
def test_without_any_word_the_page_is_shown_by_its_beginning(summary, html):
    found = excerpt(summary, [Passage("", "", "The beginning. The end.")], looking_for("zebra"), "en")

    assert (found.html, found.anchor) == (html, "")


def test_a_long_sentence_is_cut_around_the_word():
    text = "word " * 200 + "otter " + "word " * 200

    html = excerpt("", [Passage("", "", text)], looking_for("otter"), "en").html

    assert (html[0], html[-1]) == ("…", "…")
    assert "<mark>otter</mark>" in html
    assert len(html) < EXCERPT_LENGTH + 30


def test_a_page_without_text_has_no_excerpt():
    assert excerpt("", [], looking_for("otter"), "en").html == ""
