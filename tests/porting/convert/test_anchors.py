"""Links within a text lead to a heading, the one thing with an address of its own here."""

from __future__ import annotations

import pytest

from tests.porting.convert.bodies import blocks, kinds

LINK = '<p><a href="#part">See</a></p>'


def headings(html: str) -> list[tuple[str, str]]:
    return [(value["text"], value["anchor"]) for name, value in blocks(html) if name == "heading"]


@pytest.mark.parametrize(
    "mark",
    [
        '<a name="part"></a><h2>Head</h2>',
        '<p><a id="part"></a></p>\n<h2>Head</h2>',
        '<h2><a name="part"></a>Head</h2>',
        '<div id="part">\n<h2>Head</h2></div>',
        '<a name="part"></a><h2 id="head">Head</h2>',
    ],
)
def test_a_mark_right_before_a_heading_is_the_headings_address(mark: str) -> None:
    html = f"{LINK}{mark}<p>Words</p>"
    assert headings(html) == [("Head", "part")]
    assert kinds(html) == set()


def test_a_heading_that_is_linked_itself_keeps_its_address() -> None:
    html = f'{LINK}<p><a href="#own">o</a></p><a name="part"></a><h2 id="own">Head</h2>'
    assert headings(html) == [("Head", "own")]


def test_what_stands_before_words_is_no_headings_address() -> None:
    html = '<p><a name="part"></a>Words</p><h2>Head</h2><div id="wrapper"><h3>Third</h3></div>'
    assert headings(html) == [("Head", ""), ("Third", "")]


def test_a_link_to_a_place_in_the_text_leads_to_the_heading_above_it_and_is_reported() -> None:
    html = f'{LINK}<h2>The notes</h2><p>Words</p><p><a name="part"></a>[1] A note</p>'
    assert '<a href="#the-notes">See</a>' in blocks(html)[0][1]
    assert kinds(html) == {"links"}
