"""What Elementor hides and the page's text has in another form, beside other things, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from porting.document import SourcePost, State

from .conftest import meta
from .test_hidden_widgets import OFF, PHOTO, Node, heading, page, section, text, told, widget

ReadOne = Callable[..., SourcePost]
BREAD = text("<p>Bread</p>")
CUT = f"elementor/thumbs/oven-{'p8kqbz1s' * 5}.jpg"
HIDDEN_PHOTO = widget("image", hidden=True, image={"url": PHOTO, "id": 5}, image_size="custom")


def drawn(settings: object) -> Node:
    """A widget of a plug-in, of whose words only the page's text tells."""
    return {"elType": "widget", "widgetType": "acme-teaser", "settings": settings, "elements": []}


def on(node: Node, *devices: str) -> Node:
    """The same, hidden on these devices."""
    settings = node["settings"] or {}
    return node | {"settings": settings | {f"hide_{one}": f"hidden-{one}" for one in devices}}


@pytest.mark.parametrize(
    "address", [PHOTO.replace("2020/03/oven.jpg", CUT), PHOTO.replace("old.", "new."), PHOTO.partition("example")[2]]
)  # fmt: skip
def test_a_hidden_picture_is_known_by_its_file(read_one: ReadOne, address: str) -> None:
    post = page(read_one, f'<img src="{address}"><p>Bread</p>', section(HIDDEN_PHOTO, BREAD))
    assert (post.html, post.state) == ("<p>Bread</p>", State.PUBLISHED)


def test_of_two_pictures_with_one_name_the_hidden_one_goes(read_one: ReadOne) -> None:
    other = PHOTO.replace("2020/03", "2021/04")
    content = f'<img src="{PHOTO}"><img src="{other}">'
    post = page(read_one, content, section(HIDDEN_PHOTO, widget("image", image={"url": other, "id": 6})))
    assert other in post.html
    assert PHOTO not in post.html


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://gist.github.com/jane/1234567.js"></script>',
        '<video controls><source src="https://old.example/oven.mp4"></video>',
    ],
)
def test_what_hidden_html_brings_from_elsewhere_goes(read_one: ReadOne, markup: str) -> None:
    shown = '<video controls><source src="https://old.example/shown.mp4"></video>'
    off = widget("html", hidden=True, html=markup)
    post = page(read_one, f"{markup}{shown}<p>Bread</p>", section(off, widget("html", html=shown), BREAD))
    assert "gist" not in post.html
    assert "oven" not in post.html
    assert "shown.mp4" in post.html
    assert post.state is State.PUBLISHED


@pytest.mark.parametrize("kind", ["hosted_url", "external_url"])
@pytest.mark.parametrize(
    "markup", ["https://old.example/oven.mp4", '<video src="https://old.example/oven.mp4"></video>']
)
def test_a_hidden_film_of_the_library_goes(read_one: ReadOne, kind: str, markup: str) -> None:
    off = widget("video", hidden=True, video_type="hosted", **{kind: {"url": "https://old.example/oven.mp4"}})
    post = page(read_one, f"{markup}\n<p>Bread</p>", section(off, BREAD))
    assert (post.html, post.state) == ("<p>Bread</p>", State.PUBLISHED)


def test_a_hidden_row_of_pictures_goes(read_one: ReadOne) -> None:
    other = PHOTO.replace("oven", "mill")
    off = widget("image-carousel", hidden=True, carousel=[{"id": 5, "url": PHOTO}, {"id": 6, "url": other}])
    content = f'<figure><img src="{PHOTO}"></figure><figure><img src="{other}"></figure><p>Bread</p>'
    post = page(read_one, content, section(off, BREAD))
    assert (post.html, post.state) == ("<p>Bread</p>", State.PUBLISHED)


def test_a_hidden_widget_that_says_nothing_is_told_by_its_name(read_one: ReadOne) -> None:
    post = page(read_one, "<p>Bread</p>", section(drawn({}), hidden=True), BREAD)
    assert [one.endswith("It says: [widget “acme-teaser”]") for one in told(post)] == [True]


@pytest.mark.parametrize("settings", [[], {}, None])
def test_a_hidden_widget_without_settings_may_have_drawn_something(
    read_one: ReadOne, settings: object
) -> None:
    nodes = (section(drawn(settings), hidden=True), BREAD)
    assert page(read_one, "<p>Something drawn</p><p>Bread</p>", *nodes).state is State.DRAFT
    assert page(read_one, "<p>Bread</p>", *nodes).state is State.PUBLISHED


def test_what_is_hidden_on_some_screens_in_what_is_hidden_on_the_others_was_seen_on_none(
    read_one: ReadOne,
) -> None:
    nodes = (on(section(on(heading("Not yet"), "tablet", "mobile"), BREAD), "desktop"), heading("Cake"))
    content = "<h2>Not yet</h2><p>Bread</p><h2>Cake</h2>"
    post = page(read_one, content, *nodes)
    assert (post.html, post.state) == ("<p>Bread</p><h2>Cake</h2>", State.PUBLISHED)
    assert page(read_one, "", *nodes).html == post.html


@pytest.mark.parametrize("data", [None, "cut"])
def test_parts_for_large_and_for_small_screens_stay_as_they_are(read_one: ReadOne, data: str | None) -> None:
    nodes = (
        on(section(heading("Our bread"), HIDDEN_PHOTO | {"settings": {"image": {"url": PHOTO}}}), "tablet", "mobile"),
        on(section(heading("Our bread")), "desktop"),
    )  # fmt: skip
    content = f'<h2>Our bread</h2><img src="{PHOTO}" alt=""><h2>Our bread</h2>'
    plain = read_one(content, post_type="page")
    post = page(read_one, content, *nodes)
    if data:
        post = read_one(
            content, extra=meta("_elementor_data", str(nodes).replace("'", '"')), post_type="page"
        )
    assert (post.html, post.state, told(post)) == (plain.html, State.PUBLISHED, [])


@pytest.mark.parametrize("word", ["Center", "50"])
def test_a_word_that_is_a_setting_of_another_widget_is_taken_out_where_it_is_hidden(
    read_one: ReadOne, word: str
) -> None:
    shown = widget("heading", title="Bread", align="center", width={"unit": "px", "size": 50})
    post = page(read_one, f"<h2>{word}</h2><h2>Bread</h2>", section(heading(word, hidden=True), shown))
    assert (post.html, post.state) == ("<h2>Bread</h2>", State.PUBLISHED)


def test_a_word_beside_a_hidden_part_stays_where_a_shown_one_says_it(read_one: ReadOne) -> None:
    off = heading("Not yet", hidden=True)
    assert off["settings"]["align"] == "center"
    post = page(read_one, "<h2>Not yet</h2>\n<h2>Center</h2>", section(off, heading("Center")))
    assert (post.html, post.state) == ("<h2>Center</h2>", State.PUBLISHED)


def test_a_number_that_may_be_a_hidden_widgets_or_a_shown_ones_is_kept_in_a_draft(read_one: ReadOne) -> None:
    shown = widget("counter", ending_number=50, title="Guests")
    nodes = (shown | {"settings": shown["settings"] | OFF}, shown)
    post = page(read_one, "50\nGuests\n50\nGuests", section(*nodes))
    assert post.html.count("50") == 2
    assert post.state is State.DRAFT


def test_a_hidden_widget_of_a_plug_in_beside_short_parts_makes_no_draft(read_one: ReadOne) -> None:
    shown = "<p>We bake</p><h2>Shop</h2>"
    off = widget("acme-teaser", hidden=True, title="Not yet")
    nodes = (text("<p>We bake</p>"), heading("Shop"), off, heading("More"), BREAD)
    content = f"{shown}<h2>Not yet</h2><h2>More</h2><p>Bread</p>"
    post = page(read_one, content, section(*nodes))
    assert (post.html, post.state) == (f"{shown}<h2>More</h2><p>Bread</p>", State.PUBLISHED)
    wider = page(read_one, content.replace("<h2>More", "<h2>Nor this</h2><h2>More"), section(*nodes))
    assert wider.state is State.DRAFT


def test_many_settings_of_a_hidden_part_make_no_draft(read_one: ReadOne) -> None:
    space = {"unit": "px", "top": "15", "right": "20", "bottom": "15", "left": "20", "isLinked": False}
    looks = {f"box{number}_padding": space for number in range(10)}
    headings = [widget("heading", title=f"Not yet {number}", **looks) for number in range(50)]
    content = "".join(f"<h2>Not yet {number}</h2>" for number in range(50))
    post = page(read_one, f"{content}<p>Bread</p>", section(*headings, hidden=True), BREAD)
    assert (post.html, post.state) == ("<p>Bread</p>", State.PUBLISHED)


def test_signs_that_no_database_takes_are_left_out_of_the_report(read_one: ReadOne) -> None:
    post = page(read_one, "<p>Bread</p>", section(heading("\x00Not\ud800 yet", hidden=True), BREAD))
    assert [one.endswith("It says: Not yet") for one in told(post)] == [True]


@pytest.mark.parametrize(
    ("content", "data"),
    [
        ("<figure>" * 30_000 + "a " * 30_000 + "</figure>" * 30_000, "Words"),
        ("<script>" * 60_000 + "</scriptx>", "Words"),
        ("".join(f"<p>w{n}</p>" for n in range(60_000)), "".join(f"<p>w{n}</p>" for n in range(1, 60_001))),
        ("Words", "<!--" * 60_000),
        ("Words", "<script " * 60_000),
        ("Words", "<script>" * 60_000 + "</scriptx>"),
    ],
)
def test_hostile_pages_are_read_in_no_time(read_one: ReadOne, content: str, data: str) -> None:
    nodes = (widget("acme-text", hidden=True, words=data), text(data, hidden=True), heading("Cake"))
    post = page(read_one, f"{content}<h2>Cake</h2>", section(*nodes))
    assert post.state in {State.DRAFT, State.PUBLISHED}
    assert told(post)
