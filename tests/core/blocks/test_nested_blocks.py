"""Blocks inside blocks, pictures that lead somewhere or are elsewhere, tables without headings."""

from __future__ import annotations

import re
from typing import Any

import pytest
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from core.article.plain_text import plain_text
from core.article.reading_time import measure
from core.article.render import render_article
from core.article.walk import leaves, stored
from core.blocks import ArticleBody
from core.seo.portable import portable_html
from tests.core.article.bodies import body_of

BODY = ArticleBody()
CODE = {
    "type": "code",
    "value": {
        "language": "elm-x",
        "title": "",
        "code": "a = 1",
        "highlight_lines": "",
        "line_numbers": False,
    },
}
PICTURE_ELSEWHERE = {
    "url": "https://www.old.example/2013/a.jpg?w=1&h=2",
    "alt_text": "A “press”",
    "caption": "<p>In <i>Mainz</i></p>",
    "width": "wide",
    "link": "",
}


def words(text: str) -> dict:
    return {"type": "paragraph", "value": f"<p>{text}</p>"}


def points(*items: list[dict], **fields: Any) -> dict:
    return {"ordered": False, "start": 1, "items": list(items), **fields}


def html_of(name: str, value: Any) -> str:
    return render_article(body_of((name, value))).html


def squeezed(html: str) -> str:
    """The markup without spaces between tags."""
    return re.sub(r">\s+<", "><", html)


def test_what_code_is_called_is_a_label_in_a_point_and_text_elsewhere() -> None:
    code = {"type": "code", "value": CODE["value"] | {"title": "src/<a>.elm"}}
    alone, inside = html_of("code", code["value"]), html_of("list", points([words("Two"), code]))
    assert ">src/&lt;a&gt;.elm</span>" in alone
    assert 'data-name="src/&lt;a&gt;.elm"></span>' in inside
    assert 'aria-label="Code: src/&lt;a&gt;.elm"' in inside
    assert "&lt;a&gt;" not in re.sub(r"<[^>]*>", "", inside)
    portable = portable_html(inside, "https://example.org/")
    assert "<figcaption>\nsrc/&lt;a&gt;.elm\n" in re.sub(r"</?span>|[ \t]+", "", portable)


def test_code_called_by_the_name_of_its_language_is_called_so_once() -> None:
    html = html_of("code", CODE["value"] | {"title": "javascript", "language": "js"})
    assert '<span class="listing__title" dir="auto">javascript</span>' in html
    assert "listing__language" not in html


def test_points_hold_their_blocks_without_anything_around_them() -> None:
    html = squeezed(html_of("list", points([words("One")], [words("Two"), CODE])))
    assert (
        '<ul class="points"><li class="points__point"><p>One</p></li><li class="points__point"><p>Two</p>'
        in html
    )
    assert '<code class="language-elm-x">' in html
    assert "</figure></li></ul>" in html


@pytest.mark.parametrize(
    ("start", "tag"),
    [(1, '<ol class="points">'), (4, '<ol class="points" start="4">'), (None, '<ol class="points">')],
)
def test_a_numbered_list_begins_where_it_is_told(start: int | None, tag: str) -> None:
    assert tag in html_of("list", points([words("One")], ordered=True, start=start))


def test_a_list_may_stand_inside_a_list() -> None:
    inner = {"type": "list", "value": points([words("Inner"), CODE])}
    html = squeezed(html_of("list", points([words("Outer"), inner])))
    assert '<p>Outer</p><ul class="points"><li class="points__point"><p>Inner</p>' in html


def test_a_list_survives_being_stored_and_edited() -> None:
    block = BODY.child_blocks["list"]
    raw = block.get_prep_value(block.to_python(points([words("One")], [CODE], ordered=True, start=3)))
    assert raw["start"] == 3
    assert [item["type"] for item in raw["items"]] == ["item", "item"]
    assert raw["items"][0]["value"][0]["value"] == "<p>One</p>"
    again = block.get_prep_value(block.clean(block.to_python(raw)))
    assert again["items"][1]["value"][0]["value"] == CODE["value"]


def test_a_note_holds_code_lists_and_tables() -> None:
    note = {
        "kind": "tip",
        "title": "",
        "body": [words("First"), CODE, {"type": "list", "value": points([words("A")])}],
    }
    html = squeezed(html_of("admonition", note))
    assert '<div class="note__body rich-text"><p>First</p><figure class="listing' in html
    assert '<li class="points__point"><p>A</p></li>' in html


def test_everything_inside_is_counted_and_found() -> None:
    nested = {"type": "list", "value": points([words("deep words"), CODE])}
    note = {"kind": "tip", "title": "Title", "body": [words("in a note"), nested]}
    stream = body_of(
        ("steps", {"steps": [{"title": "Step", "body": [{"type": "admonition", "value": note}]}]})
    )
    assert plain_text(stream).splitlines() == ["Step", "Title", "in a note", "deep words", "a = 1"]
    assert plain_text(stream, code=False).splitlines() == ["Step", "Title", "in a note", "deep words"]
    found = measure(stream)
    assert (found.words, found.code_seconds) == (7, 1)
    assert any(leaf.path[-2:] == ("code", "code") for leaf in leaves(BODY, stored(stream)))


def test_footnotes_are_referred_to_from_points_and_notes_in_reading_order() -> None:
    stream = body_of(
        ("list", points([words("a[^b]")])),
        ("admonition", {"kind": "note", "title": "", "body": [words("c[^d]")]}),
        (
            "footnotes",
            {"notes": [{"key": key, "text": f"<p>{key}</p><ul><li>x</li></ul>"} for key in ("d", "b")]},
        ),
    )
    html = render_article(stream).html
    assert html.index('href="#footnote-b"') < html.index('href="#footnote-d"')
    assert '<li id="footnote-b" value="1">' in html


def test_a_picture_elsewhere_is_a_frame_that_asks_nobody() -> None:
    html = html_of("remote_picture", PICTURE_ELSEWHERE)
    assert 'class="block block-remote-picture is-wide"' in html
    assert 'href="https://www.old.example/2013/a.jpg?w=1&amp;h=2" rel="nofollow noreferrer"' in html
    assert 'data-src="https://www.old.example/2013/a.jpg?w=1&amp;h=2" alt="A “press”"' in html
    assert re.findall(r' src="(\w+):', html) == ["data"]
    assert 'data-host="old.example"' in html
    assert "<i>Mainz</i></p></figcaption>" in html


def test_a_picture_elsewhere_without_words_still_has_a_name_for_its_link() -> None:
    html = html_of("remote_picture", PICTURE_ELSEWHERE | {"alt_text": "", "link": "https://example.org/more"})
    assert 'href="https://example.org/more"' in html
    assert 'aria-label="Picture on old.example"' in html


@pytest.mark.parametrize("url", ["images/a.png", "javascript:alert(1)", "", "/a.png", "//old.example/a.png"])
def test_a_picture_whose_site_is_not_known_is_no_link(url: str) -> None:
    html = html_of("remote_picture", PICTURE_ELSEWHERE | {"url": url})
    assert "<a" not in html
    assert "<span class" in html


def linked_picture(link: str, **fields: Any) -> dict:
    image = get_image_model().objects.create(title="A", file=get_test_image_file(size=(1600, 900)))
    picture = {"image": image.pk, "decorative": False, "alt_text": "A press", **fields}
    return {"image": picture, "caption": "", "width": "text", "link": link}


def test_a_picture_that_leads_somewhere_is_not_opened_large(db: None) -> None:
    html = html_of("image", linked_picture("https://example.org/?a=1&b=2"))
    assert '<a class="picture__link" href="https://example.org/?a=1&amp;b=2">' in html
    assert "data-zoom" not in html


def test_a_decorative_picture_that_leads_somewhere_says_where(db: None) -> None:
    html = html_of("image", linked_picture("/about/", decorative=True))
    assert '<a class="picture__link" href="/about/" aria-label="/about/">' in html


def test_a_dangerous_link_of_a_picture_is_none(db: None) -> None:
    assert "javascript" not in html_of("image", linked_picture("javascript:alert(1)"))


def test_a_picture_of_a_gallery_leads_where_it_is_told(db: None) -> None:
    first, second = linked_picture("https://example.org/"), linked_picture("")
    html = squeezed(html_of("gallery", {"images": [first, second], "caption": ""}))
    assert re.search(r'<a class="gallery__link" href="https://example\.org/">', html)
    assert html.count("data-zoom") == 1


def cells(*headings: str) -> dict:
    columns = [{"type": "rich_text", "heading": heading} for heading in headings]
    rows = [{"values": ["<s>old</s><br>new"] * len(headings)}]
    return {
        "caption": "",
        "first_column_is_header": False,
        "table": {"columns": columns, "rows": rows, "caption": ""},
    }


def test_a_table_without_headings_has_no_row_for_them() -> None:
    html = html_of("table", cells("", ""))
    assert "<thead" not in html
    assert "<th " not in html
    assert "<td><s>old</s><br>new" in html


def test_the_corner_above_row_headings_is_no_heading() -> None:
    html = squeezed(html_of("table", cells("", "B")))
    assert '<thead><tr><td></td><th scope="col">B</th>' in html
