"""Pages whose text is empty because a page builder keeps all of it in a field."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from porting.document import SourcePost

from .conftest import meta

ReadOne = Callable[..., SourcePost]


def elementor(*widgets: tuple[str, dict[str, object]]) -> str:
    """A page of Elementor's with these widgets in one column."""
    inside = [
        {"elType": "widget", "widgetType": name, "settings": settings, "elements": []}
        for name, settings in widgets
    ]
    column = {"elType": "column", "settings": {"_column_size": 100}, "elements": inside}
    return json.dumps([{"elType": "section", "settings": {"layout": "full_width"}, "elements": [column]}])


def test_a_page_that_only_elementor_knows_has_its_words(read_one: ReadOne) -> None:
    data = elementor(
        ("heading", {"title": "Our bread", "header_size": "h3", "align": "center"}),
        ("text-editor", {"editor": "<p>Baked <b>daily</b>.</p>", "text_color": "#333333"}),
        ("image", {"image": {"url": "https://old.example/wp-content/uploads/a.jpg", "id": 5}}),
        ("button", {"text": "Order", "link": {"url": "https://x.example/o", "is_external": ""}}),
        ("video", {"youtube_url": "https://youtu.be/abcdefghijk", "video_type": "youtube"}),
        ("html", {"html": "<p>Own markup</p>"}),
    )
    post = read_one("", extra=meta("_elementor_data", data), post_type="page")
    assert post.html == (
        "<h3>Our bread</h3><p>Baked <b>daily</b>.</p>"
        '<figure><img src="https://old.example/wp-content/uploads/a.jpg" alt=""></figure>'
        '<p data-block="button"><a href="https://x.example/o">Order</a></p>'
        '<figure data-block="embed" data-url="https://youtu.be/abcdefghijk"></figure>'
        "<p>Own markup</p>"
    )
    assert [problem.kind for problem in post.problems] == ["block"]
    assert not post.kept


def test_what_stands_in_the_text_already_is_not_taken_from_the_builder(read_one: ReadOne) -> None:
    data = elementor(("heading", {"title": "Our bread"}))
    post = read_one("<p>Our bread</p>", extra=meta("_elementor_data", data))
    assert post.html == "<p>Our bread</p>"
    assert not post.problems


@pytest.mark.parametrize("empty", [" \n ", "&nbsp;", "<p>&nbsp;</p>\n<p><br /></p>", "\u00a0"])
def test_a_text_in_which_nobody_wrote_anything_is_taken_from_the_builder(
    read_one: ReadOne, empty: str
) -> None:
    data = elementor(("text-editor", {"editor": "<p>Our bread</p>"}))
    post = read_one(empty, extra=meta("_elementor_data", data), post_type="page")
    assert post.html == "<p>Our bread</p>"


@pytest.mark.parametrize("data", ["[", "{}", "null", '[{"elements": 3}]', "[[[]]]", "[" * 5000])
def test_damaged_data_leaves_the_page_empty_and_says_so(read_one: ReadOne, data: str) -> None:
    post = read_one("", extra=meta("_elementor_data", data), post_type="page")
    assert post.html == ""
    assert [problem.kind for problem in post.problems] == ["text"]


@pytest.mark.parametrize(
    ("name", "builder"),
    [
        ("_bricks_page_content_2", "Bricks"),
        ("_breakdance_data", "Breakdance"),
        ("ct_builder_shortcodes", "Oxygen"),
        ("_fl_builder_data", "Beaver Builder"),
        ("panels_data", "SiteOrigin"),
    ],
)
def test_an_empty_page_of_another_builder_is_named(read_one: ReadOne, name: str, builder: str) -> None:
    post = read_one("", extra=meta(name, 'a:1:{i:0;s:5:"words";}'), post_type="page")
    assert builder in next(problem.detail for problem in post.problems if problem.kind == "text")
    with_text = read_one("<p>Words.</p>", extra=meta(name, 'a:1:{i:0;s:5:"words";}'), post_type="page")
    assert not [problem for problem in with_text.problems if problem.kind == "text"]
