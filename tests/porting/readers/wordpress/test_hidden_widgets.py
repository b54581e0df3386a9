"""What Elementor shows on no screen stands in the text it writes into the page: it stays out of that as well."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from porting.document import SourcePost, State

from .conftest import Reads, item, meta, wxr

MAP = (
    '<iframe src="https://maps.google.com/maps?q={}&amp;t=m&amp;z=16&amp;output=embed" title="Map"></iframe>'
)
ReadOne = Callable[..., SourcePost]
Node = dict[str, Any]
OFF = {"hide_desktop": "hidden-desktop", "hide_tablet": "hidden-tablet", "hide_mobile": "hidden-mobile"}
PHOTO = "https://old.example/wp-content/uploads/2020/03/oven.jpg"


def widget(name: str, *, hidden: bool = False, **settings: object) -> Node:
    return {
        "elType": "widget",
        "widgetType": name,
        "settings": settings | (OFF if hidden else {}),
        "elements": [],
    }


def section(*inside: Node, hidden: bool = False) -> Node:
    column = {"elType": "column", "settings": {"_column_size": 100}, "elements": list(inside)}
    return {"elType": "section", "settings": dict(OFF) if hidden else [], "elements": [column]}


def heading(words: str, *, hidden: bool = False) -> Node:
    return widget("heading", hidden=hidden, title=words, header_size="h2", align="center")


def text(markup: str, *, hidden: bool = False) -> Node:
    return widget("text-editor", hidden=hidden, editor=markup)


def page(read_one: ReadOne, content: str, *nodes: Node, **fields: str) -> SourcePost:
    data = meta("_elementor_edit_mode", "builder") + meta("_elementor_data", json.dumps(list(nodes)))
    return read_one(content, extra=data, post_type="page", **fields)


def told(post: SourcePost) -> list[str]:
    return [problem.detail for problem in post.problems if problem.kind == "hidden"]


@pytest.mark.parametrize(
    ("off", "written", "said"),
    [
        (heading("Not yet", hidden=True), "<h2>Not yet</h2>\t\t", "Not yet"),
        (heading("$23,986.00", hidden=True), "<h2>$23,986.00</h2>\t\t", "$23,986.00"),
        (text("<p>Not <b>yet</b></p><p>Nor that</p>", hidden=True), "<p>Not <b>yet</b></p><p>Nor that</p>", "Not yet"),
        (text("Not yet\n\nNor <em>that</em>", hidden=True), "Not yet\n\nNor <em>that</em>", "Not yet"),
        (
            widget("button", hidden=True, text="Not yet", link={"url": "https://x.example/", "is_external": ""}),
            '<a href="https://x.example/" role="button">\n\t\t\tNot yet\n\t\t\t</a>',
            "Not yet",
        ),
        (
            widget("icon-box", hidden=True, title_text="Not yet", description_text="It&#039;s not baked."),
            "<h3>\n\t\tNot yet\n\t</h3>\n\t<p>\n\tIt's not baked.\n\t</p>",
            "Not yet It's not baked.",
        ),
        (
            widget("icon-list", hidden=True, icon_list=[{"text": "Not yet", "_id": "a1"}, {"text": "Nor that"}]),
            "<ul>\n<li>\nNot yet\n</li>\n<li>\nNor that\n</li>\n</ul>",
            "Not yet Nor that",
        ),
        (
            widget(
                "testimonial",
                hidden=True,
                testimonial_content="Not yet!",
                testimonial_name="Jo",
                testimonial_job="baker",
            ),
            "Not yet!\n\t\t\tJo\n\t\t\tbaker\n",
            "Not yet! Jo",
        ),
        (
            widget("accordion", hidden=True, tabs=[{"tab_title": "Not yet", "tab_content": "<p>Nor that</p>"}]),
            '<h4><a href="">Not yet</a></h4>\n<p>Nor that</p>',
            "Not yet Nor that",
        ),
        (
            widget("counter", hidden=True, ending_number=50, title="Not yet"),
            "\n\t\t50\n\t\t\tNot yet\n",
            "Not yet",
        ),
        (
            widget("shortcode", hidden=True, shortcode='[acme_list title="Not yet"]'),
            '[acme_list title="Not yet"]',
            "Not yet",
        ),
        (
            widget("video", hidden=True, youtube_url="https://www.youtube.com/watch?v=abcdefghijk"),
            "https://www.youtube.com/watch?v=abcdefghijk",
            "https://www.youtube.com/watch?v=abcdefghijk",
        ),
        (
            widget("image", hidden=True, image={"url": PHOTO, "id": 5}, image_size="large"),
            f'<figure><img width="800" height="600" src="{PHOTO.replace(".jpg", "-800x600.jpg")}" alt="">'
            "<figcaption>From the library</figcaption></figure>",
            PHOTO,
        ),
        (
            widget("google_maps", hidden=True, address="1 Mill Lane, Ely", zoom={"unit": "px", "size": 16}),
            MAP.format("1%20Mill%20Lane%2C%20Ely"),
            "1 Mill Lane, Ely",
        ),
        (
            widget("html", hidden=True, html='<form><input name="q"><input type="submit" value="Go"></form>'),
            '<form><input name="q"><input type="submit" value="Go"></form>',
            "html",
        ),
        (
            section(heading("Not yet"), text("<p>Nor that</p>"), hidden=True),
            "<h2>Not yet</h2>\t\t\n\t\t<p>Nor that</p>",
            "Not yet Nor that",
        ),
    ],
)  # fmt: skip
def test_what_is_hidden_everywhere_is_taken_out_of_the_text_and_told(
    read_one: ReadOne, off: Node, written: str, said: str
) -> None:
    content = f"<h2>Our bread</h2>\t\t\n\t\t{written}\n\t\t<p>Baked daily.</p>\t\t"
    post = page(read_one, content, section(heading("Our bread"), off, text("<p>Baked daily.</p>")))
    assert post.html.replace("\n", "") == "<h2>Our bread</h2><p>Baked daily.</p>"
    assert post.state is State.PUBLISHED
    assert [said in one for one in told(post)] == [True]


@pytest.mark.parametrize(
    ("conditions", "shown"),
    [
        (['[[{"condition":"login_status","comparator":"is","type":"logged_in"}]]'], False),
        (["[[{"], False),
        (["[[]]"], True),
        ([""], True),
        ([], True),
        ("", True),
    ],
)
@pytest.mark.parametrize("content", ["", "<h2>For some</h2>\n<p>Bread</p>"])
def test_what_elementor_showed_under_conditions_only_stays_out(
    read_one: ReadOne, content: str, conditions: object, shown: bool
) -> None:
    limited = widget("heading", title="For some", e_display_conditions=conditions)
    post = page(read_one, content, section(limited, text("<p>Bread</p>")))
    assert ("For some" in post.html) is shown
    assert "Bread" in post.html
    assert ["For some" in one for one in told(post)] == ([] if shown else [True])


@pytest.mark.parametrize("name", ["hide_desktop", "hide_tablet", "hide_mobile"])
def test_what_some_screens_show_stays(read_one: ReadOne, name: str) -> None:
    shown = heading("Our bread", hidden=True)
    shown["settings"][name] = ""
    post = page(read_one, "<h2>Our bread</h2>", section(shown))
    assert post.html == "<h2>Our bread</h2>"
    assert not told(post)


def test_the_same_words_in_a_part_that_is_shown_stay_there(read_one: ReadOne) -> None:
    first, second = heading("Our bread", hidden=True), heading("Our bread")
    words = text("<p>Baked daily.</p>")
    content = "<h2>Our bread</h2>\t\t\n<p>Baked daily.</p>\t\t\n<h2>Our bread</h2>"
    post = page(read_one, content, section(first, words, second))
    assert post.html.replace("\n", "") == "<p>Baked daily.</p><h2>Our bread</h2>"
    post = page(read_one, content, section(second, words, first))
    assert post.html.replace("\n", "") == "<h2>Our bread</h2><p>Baked daily.</p>"


def test_words_within_others_are_not_those_of_a_hidden_part(read_one: ReadOne) -> None:
    content = (
        "<p>We sell bread and <a href='/x/'>cake</a> on Mondays.</p>\n<h2>bread</h2>\n<a href='/x/'>cake</a>"
    )
    off = (heading("bread", hidden=True), widget("button", hidden=True, text="cake"))
    shown = text("<p>We sell bread and <a href='/x/'>cake</a> on Mondays.</p>")
    post = page(read_one, content, section(shown, *off))
    assert post.html == '<p>We sell bread and <a href="/x/">cake</a> on Mondays.</p>'
    assert post.state is State.PUBLISHED


def test_of_two_maps_the_hidden_one_goes(read_one: ReadOne) -> None:
    off, shown = (widget("google_maps", address=words) for words in ("1 Mill Lane", "2 Mill Lane"))
    off["settings"] |= OFF
    content = MAP.format("2%20Mill%20Lane") + MAP.format("1%20Mill%20Lane")
    post = page(read_one, content, section(off, shown))
    assert "2%20Mill%20Lane" in post.html
    assert "1%20Mill%20Lane" not in post.html


def test_words_that_a_shown_part_says_as_often_as_the_text_stay(read_one: ReadOne) -> None:
    post = page(
        read_one, "<h2>Our bread</h2>", section(heading("Our bread", hidden=True), heading("Our bread"))
    )
    assert post.html == "<h2>Our bread</h2>"
    assert post.state is State.PUBLISHED
    assert told(post)


@pytest.mark.parametrize(
    ("state", "fields"),
    [
        (State.DRAFT, {"status": "publish"}),
        (State.DRAFT, {"status": "publish", "post_password": "sea"}),
        (State.DRAFT, {"status": "future", "post_date_gmt": "2131-01-01 00:00:00"}),
        (State.PRIVATE, {"status": "private"}),
    ],
)
@pytest.mark.parametrize(
    ("off", "content"),
    [
        (text("<p>Our very secret bread</p>", hidden=True), "<p>Now with our very secret bread in it.</p>"),
        (widget("acme-teaser", hidden=True, columns=3), "<p>Something the widget drew.</p>"),
        (widget("global", hidden=True, templateID=7), "<p>Something the widget drew.</p>"),
        (widget("acme-teaser", hidden=True, title="Teasers"), "<h2>Teasers</h2><p>Something the widget drew.</p>"),
        (
            widget("heading", hidden=True, title="Old", __dynamic__={"title": "[elementor-tag name='post-title']"}),
            "<h2>Drawn from elsewhere</h2>",
        ),
    ],
)  # fmt: skip
def test_a_page_whose_hidden_part_cannot_be_told_from_the_rest_waits_as_a_draft(
    read_one: ReadOne, off: Node, content: str, state: State, fields: dict[str, str]
) -> None:
    post = page(
        read_one, f"{content}<p>Baked daily.</p>", section(off, text("<p>Baked daily.</p>")), **fields
    )
    assert post.state is state
    assert "Baked daily." in post.html
    assert any("look" in one.lower() for one in told(post))


def test_a_page_too_long_to_be_searched_waits_as_a_draft(read_one: ReadOne) -> None:
    words = f"<p>{'Baked daily. ' * 240_000}</p>"
    assert page(read_one, words, section(heading("Not yet", hidden=True))).state is State.DRAFT
    assert page(read_one, words, section(heading("Shown"))).state is State.PUBLISHED


@pytest.mark.parametrize("data", ["{broken}", json.dumps([section(heading("Secret", hidden=True))])[:-5]])
def test_data_that_cannot_be_read_and_may_hide_something_makes_a_draft(read_one: ReadOne, data: str) -> None:
    data = data.replace(
        "{broken}", '[{\\"elType\\":\\"widget\\",\\"settings\\":' + json.dumps(OFF).replace('"', '\\"')
    )
    post = read_one("<h2>Secret</h2>", extra=meta("_elementor_data", data), post_type="page")
    assert post.state is State.DRAFT
    assert told(post)


def test_data_that_cannot_be_read_and_hides_nothing_changes_nothing(read_one: ReadOne) -> None:
    post = read_one("<h2>Bread</h2>", extra=meta("_elementor_data", '[{"elType":"widget","hide_desktop":""'))
    assert (post.html, post.state) == ("<h2>Bread</h2>", State.PUBLISHED)


def test_data_with_line_breaks_put_in_by_whoever_laid_the_file_out_is_read(read_one: ReadOne) -> None:
    data = json.dumps([section(heading("Not yet", hidden=True))])
    broken = data.replace("settings", "setti\nngs").replace("hide_tablet", "hide_\ntablet")
    post = read_one("<h2>Not yet</h2><p>Bread</p>", extra=meta("_elementor_data", broken), post_type="page")
    assert post.html == "<p>Bread</p>"
    assert (
        read_one("", extra=meta("_elementor_data", broken.replace("hidden-mobile", ""))).html
        == "<h2>Not yet</h2>"
    )


def test_a_text_that_never_had_the_hidden_words_stays_and_the_report_tells_them(read_one: ReadOne) -> None:
    post = page(read_one, "<p>Bread</p>", section(heading("Not yet", hidden=True)))
    assert (post.html, post.state) == ("<p>Bread</p>", State.PUBLISHED)
    assert ["Not yet" in one for one in told(post)] == [True]


@pytest.mark.parametrize("name", ["spacer", "divider", "form", "posts", "text-editor"])
def test_a_hidden_part_that_writes_nothing_into_the_text_makes_no_draft(read_one: ReadOne, name: str) -> None:
    off = widget(name, hidden=True, form_fields=[{"field_label": "Your name"}])
    post = page(read_one, "<p>Bread</p>", section(off, widget("acme-posts", columns=3)))
    assert (post.html, post.state) == ("<p>Bread</p>", State.PUBLISHED)


def test_what_a_page_without_text_hides_is_told(read_one: ReadOne) -> None:
    post = page(read_one, "", section(heading("Not yet"), hidden=True), section(heading("Shown")))
    assert post.html == "<h2>Shown</h2>"
    assert ["Not yet" in one for one in told(post)] == [True]


def test_the_order_of_fields_in_the_file_does_not_matter(read: Reads) -> None:
    data = meta("_elementor_data", json.dumps([section(heading("Not yet", hidden=True))]))
    one = item("<h2>Not yet</h2><p>Bread</p>", post_type="page").replace("<content:", f"{data}<content:", 1)
    assert read(wxr(one)).posts[0].html == "<p>Bread</p>"


def test_what_is_beside_a_hidden_part_keeps_its_form(read_one: ReadOne) -> None:
    shown = (
        "<table><tr><td>1</td><td>Not yet</td></tr></table><ul><li>One</li><li>Not yet</li></ul>"
        "<p>Before <b>it</b></p>"
    )
    content = f"{shown}<h2>Not yet</h2><blockquote><p>Not yet</p></blockquote>{shown}"
    markup = "<h2>Not yet</h2><blockquote><p>Not yet</p></blockquote>"
    post = page(read_one, content, text(shown), widget("html", hidden=True, html=markup), text(shown))
    assert "blockquote" not in post.html
    assert "<h2>" not in post.html
    assert post.html.count("Not yet") == 4
    assert post.html.count("<td>Not yet</td>") == 2


@pytest.mark.parametrize(
    "markup", ["<h2" * 30_000, "<p>a " * 30_000, '<a href="' * 30_000, "&amp" * 30_000, "a " * 90_000]
)
def test_hostile_texts_are_read_in_no_time(read_one: ReadOne, markup: str) -> None:
    nodes = [section(*(heading(f"a b {n}", hidden=True) for n in range(200)), text(markup), hidden=True)]
    assert page(read_one, markup, *nodes).state in {State.DRAFT, State.PUBLISHED}
