"""The table of contents, and anchors that last."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from core.article.anchors import fill_anchors
from core.article.outline import Heading, OutlineItem, nest
from tests.core.article.bodies import body_of


def heading(text: str, level: str = "2", anchor: str = "") -> tuple[str, dict]:
    return "heading", {"text": text, "level": level, "anchor": anchor}


def anchors_of(stream: Any) -> list[str]:
    return [child["value"]["anchor"] for child in stream.get_prep_value()]


def test_headings_nest_by_level() -> None:
    found = nest([Heading(2, "A", "a"), Heading(3, "B", "b"), Heading(4, "C", "c"), Heading(2, "D", "d")])
    assert [item.text for item in found] == ["A", "D"]
    assert found[0].children == [OutlineItem(3, "B", "b", [OutlineItem(4, "C", "c")])]


def test_a_skipped_level_does_no_harm() -> None:
    found = nest([Heading(4, "A", "a"), Heading(2, "B", "b"), Heading(4, "C", "c")])
    assert [(item.text, [child.text for child in item.children]) for item in found] == [
        ("A", []),
        ("B", ["C"]),
    ]


def test_the_outline_covers_heading_blocks_and_headings_in_text(render: Callable[..., Any]) -> None:
    article = render(
        heading("First", anchor="first"),
        ("paragraph", "<h3>Inner &amp; <b>bold</b></h3><p>x</p>"),
        heading("Last"),
    )
    assert [(item.text, item.anchor) for item in article.outline] == [("First", "first"), ("Last", "last")]
    assert [child.text for child in article.outline[0].children] == ["Inner & bold"]


def test_headings_inside_other_blocks_stay_out_of_the_outline(render: Callable[..., Any]) -> None:
    answer = {"question": "Why?", "answer": "<h2>Hidden</h2>"}
    article = render(("faq", {"items": [answer]}))
    assert article.outline == ()
    assert '<h2 id="hidden">' in article.html


def test_anchors_are_filled_at_save_and_stay_when_the_words_change() -> None:
    stream = body_of(heading("How it began"))
    assert fill_anchors(stream)
    assert anchors_of(stream) == ["how-it-began"]
    stream[0].value["text"] = "How it really began"
    assert not fill_anchors(stream)
    assert anchors_of(stream) == ["how-it-began"]


def test_two_equal_headings_get_two_anchors() -> None:
    stream = body_of(heading("Notes"), heading("Notes"))
    fill_anchors(stream)
    assert anchors_of(stream) == ["notes", "notes-2"]


def test_a_copied_block_gets_an_anchor_of_its_own() -> None:
    stream = body_of(heading("Notes", anchor="notes"), heading("More", anchor="notes"))
    assert fill_anchors(stream)
    assert anchors_of(stream) == ["notes", "notes-2"]


def test_a_new_heading_does_not_take_an_anchor_that_is_given_further_down() -> None:
    stream = body_of(heading("Notes"), heading("Remarks", anchor="notes"))
    fill_anchors(stream)
    assert anchors_of(stream) == ["notes-2", "notes"]


def test_a_heading_in_text_does_not_take_the_anchor_of_a_block(render: Callable[..., Any]) -> None:
    html = render(("paragraph", "<h2>Notes</h2>"), heading("Remarks", anchor="notes")).html
    assert '<h2 id="notes-2">Notes' in html
    assert '<h2 id="notes">Remarks' in html


def test_words_without_letters_still_get_an_anchor_and_the_layouts_ids_are_left_alone() -> None:
    stream = body_of(heading("!!!"), heading("Main"))
    fill_anchors(stream)
    assert anchors_of(stream) == ["section", "main-2"]


def test_a_heading_that_was_never_saved_is_still_linkable(render: Callable[..., Any]) -> None:
    assert '<h2 id="fresh">Fresh' in render(heading("Fresh")).html


LEVELS = re.compile(r'<h(\d) id="[^"]*"(?: class="size-(\d)")?>(\w+)')


def levels_of(html: str) -> list[tuple[str, int, int]]:
    """Each heading with the size it is shown in and its level in the outline."""
    return [(name, int(size or level), int(level)) for level, size, name in LEVELS.findall(html)]


def test_sizes_keep_their_order_and_those_who_hear_the_outline_miss_no_level(
    render: Callable[..., Any],
) -> None:
    html = render(
        ("paragraph", "<h3>Highlights</h3><p>Two.</p><h3>Changes</h3>"),
        heading("Details"),
        ("paragraph", "<h4>Small</h4><h3>Middle</h3>"),
        heading("Smaller", "5"),
    ).html
    assert levels_of(html) == [
        ("Highlights", 3, 2),
        ("Changes", 3, 2),
        ("Details", 2, 2),
        ("Small", 4, 3),
        ("Middle", 3, 3),
        ("Smaller", 5, 4),
    ]


def test_sizes_nobody_chose_are_closed_up(render: Callable[..., Any]) -> None:
    html = render(heading("One", "3"), heading("Two", "6"), heading("Three", "3")).html
    assert levels_of(html) == [("One", 2, 2), ("Two", 3, 3), ("Three", 2, 2)]


def test_headings_in_notes_and_lists_have_an_address_and_stay_out_of_the_outline(
    render: Callable[..., Any],
) -> None:
    inner = {"type": "heading", "value": {"text": "Inner", "level": "4", "anchor": "kept"}}
    article = render(
        heading("Outer"),
        ("admonition", {"kind": "tip", "title": "", "body": [inner]}),
        ("list", {"ordered": True, "start": 1, "items": [[inner]]}),
    )
    assert [item.text for item in article.outline] == ["Outer"]
    assert article.outline[0].children == []
    assert '<h3 id="kept">Inner' in article.html
    assert '<h3 id="kept-2">Inner' in article.html


def test_headings_in_a_kept_piece_of_a_post_are_part_of_its_outline(render: Callable[..., Any]) -> None:
    kept = {"html": '<h1 id="start">First</h1><h4>Second</h4>', "reason": "", "reviewed": False}
    article = render(("html", kept))
    assert [(item.text, item.anchor) for item in article.outline] == [("First", "start")]
    assert [item.text for item in article.outline[0].children] == ["Second"]
