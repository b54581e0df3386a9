"""What editors are told when something is not right."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from core.article.rich_text import ArticleRichText
from core.blocks import ArticleBody

BODY = ArticleBody()
WORDS = ArticleRichText("<p>Words</p>")


def clean(name: str, stored: Any) -> Any:
    block = BODY.child_blocks[name]
    return block.clean(block.to_python(stored))


def complaint(name: str, stored: Any, field: str) -> str:
    with pytest.raises(blocks.StructBlockValidationError) as raised:
        clean(name, stored)
    return str(raised.value.block_errors[field].messages[0])


def listing(**fields: Any) -> dict:
    return {
        "language": "python",
        "title": "",
        "code": "a\nb",
        "highlight_lines": "",
        "line_numbers": False,
        **fields,
    }


def button(**fields: Any) -> dict:
    return {"text": "Go", "page": None, "url": "", "style": "primary", **fields}


def note(key: str) -> dict:
    return {"key": key, "text": "<p>Words</p>"}


def test_lines_to_highlight_are_checked() -> None:
    assert "Write them like 1,3-5" in complaint("code", listing(highlight_lines="a-b"), "highlight_lines")
    assert "There is no line 9: the code has 2 lines." in complaint(
        "code", listing(highlight_lines="9"), "highlight_lines"
    )
    assert "There is no line 3: the code has 1 line." in complaint(
        "code", listing(code="a", highlight_lines="3"), "highlight_lines"
    )
    assert clean("code", listing(highlight_lines="1-2"))


@pytest.mark.parametrize("language", ["python", "elm", "c++", "objective-c", "asp.net", "C#"])
def test_code_may_be_in_any_language(language: str) -> None:
    assert clean("code", listing(language=language))["language"] == language


@pytest.mark.parametrize("language", ["two words", '"><script>', "x" * 41])
def test_the_name_of_a_language_is_one_word(language: str) -> None:
    assert "valid choice" in complaint("code", listing(language=language), "language")


def test_a_picture_leads_to_an_address(db: None) -> None:
    image = get_image_model().objects.create(title="A", file=get_test_image_file())
    picture = {
        "image": {"image": image.pk, "decorative": True, "alt_text": ""},
        "caption": "",
        "width": "text",
    }
    assert clean("image", picture | {"link": "https://example.org/"})
    assert "An address starts with" in complaint("image", picture | {"link": "javascript:x"}, "link")


def test_a_button_leads_to_exactly_one_place(db: None) -> None:
    page = Page.objects.get(depth=1)
    assert "Choose a page" in complaint("button", button(), "page")
    assert "one place" in complaint("button", button(page=page.pk, url="https://example.org/"), "url")
    assert clean("button", button(url="https://example.org/"))
    assert clean("button", button(page=page.pk))


@pytest.mark.parametrize(
    "url", ["/about/", "#part", "mailto:a@example.org", "tel:+3212345", "http://example.org"]
)
def test_a_button_may_lead_there(db: None, url: str) -> None:
    value = clean("button", button(url=url))
    assert value.href == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "java\tscript:x",
        "data:text/html,x",
        "//evil.example",
        "/\\evil.example",
        "about",
    ],
)
def test_a_button_may_not_lead_there(db: None, url: str) -> None:
    assert "An address starts with" in complaint("button", button(url=url), "url")


def test_a_dangerous_address_that_was_stored_anyway_is_not_linked(db: None) -> None:
    block = BODY.child_blocks["button"]
    assert "href" not in block.render(block.to_python(button(url="javascript:alert(1)")))


def test_footnote_keys_are_single_words_used_once() -> None:
    with pytest.raises(blocks.StructBlockValidationError) as raised:
        BODY.child_blocks["footnotes"].child_blocks["notes"].child_block.clean(
            note("two words") | {"text": WORDS}
        )
    assert "one word" in raised.value.block_errors["key"].messages[0]
    assert "Two notes have the key “a”" in complaint("footnotes", {"notes": [note("a"), note("a")]}, "notes")
    assert clean("footnotes", {"notes": [note("[^a]")]})["notes"][0]["key"] == "a"


def test_a_heading_keeps_a_link_name_that_works() -> None:
    assert clean("heading", {"text": "A", "level": "2", "anchor": "Über uns!"})["anchor"] == "über-uns"


@pytest.mark.parametrize(
    ("headings", "complains"),
    [(["A", "B"], False), (["", "B"], False), (["", " "], False), (["A", " "], True), (["A", "", "C"], True)],
)
def test_a_table_forgets_no_heading(headings: list[str], *, complains: bool) -> None:
    columns = [{"type": "text", "heading": heading} for heading in headings]
    rows = [{"values": ["x"] * len(headings)}]
    stored = {"caption": "", "table": {"columns": columns, "rows": rows, "caption": ""}}
    if complains:
        assert "A column has no heading" in complaint("table", stored, "table")
    else:
        assert clean("table", stored)


def test_a_table_needs_a_row() -> None:
    columns = [{"type": "text", "heading": "A"}]
    stored = {"caption": "", "table": {"columns": columns, "rows": [], "caption": ""}}
    assert "at least one column" in complaint("table", stored, "table")


def test_pictures_need_a_description_or_are_decoration(db: None) -> None:
    image = get_image_model().objects.create(title="A", file=get_test_image_file())

    def picture(**fields: Any) -> dict:
        return {"image": {"image": image.pk, "decorative": False, "alt_text": "", **fields}, "caption": ""}

    with pytest.raises(ValidationError):
        clean("image", picture())
    assert clean("image", picture(decorative=True))
    assert clean("image", picture(alt_text="A press"))


def test_a_draft_may_be_incomplete() -> None:
    stream = BODY.to_python(
        [{"type": "button", "value": button()}, {"type": "code", "value": listing(code="")}]
    )
    assert BODY.clean_deferred(stream)


def test_tabs_remember_by_a_plain_word() -> None:
    tab = {"label": "A", "body": [{"type": "paragraph", "value": "<p>x</p>"}]}
    assert clean("tabs", {"group": "My System", "tabs": [tab, tab]})["group"] == "my-system"


def test_one_tab_is_none() -> None:
    tab = {"label": "A", "body": [{"type": "paragraph", "value": "<p>x</p>"}]}
    with pytest.raises(ValidationError):
        clean("tabs", {"group": "", "tabs": [tab]})


def test_code_keeps_the_spaces_it_starts_with() -> None:
    assert clean("code", listing(code="    indented\nnot"))["code"] == "    indented\nnot"


@pytest.mark.parametrize(("name", "items"), [("gallery", "images"), ("tabs", "tabs")])
def test_a_list_that_needs_two_items_starts_with_two(name, items):
    block = BODY.child_blocks[name]
    state = block.get_form_state(block.get_default())
    assert len(state[items]) == 2
    assert all(set(item["value"]) == set(state[items][0]["value"]) != set() for item in state[items])


@pytest.mark.parametrize("page", ["add/blog/blogpage/4/", "39/edit/"])
def test_a_pasted_link_to_the_posts_own_section_leads_there_and_not_into_the_admin(page):
    block = BODY.child_blocks["paragraph"]
    pasted = f'<p><a href="http://example.org/admin/pages/{page}#how-to">How</a></p>'
    assert block.value_from_form(pasted).source == '<p><a href="#how-to">How</a></p>'


def test_links_to_sections_of_other_pages_stay_as_they_were_pasted():
    pasted = '<p><a href="https://example.org/guide/#how-to">How</a></p>'
    assert BODY.child_blocks["paragraph"].value_from_form(pasted).source == pasted


def test_a_folded_picture_is_called_what_it_shows():
    assert BODY.child_blocks["image"].child_blocks["image"].meta.label_format == "{alt_text}"


def test_a_table_loses_the_rows_nobody_filled_in() -> None:
    columns = [{"type": kind, "heading": kind} for kind in ("text", "rich_text", "number")]
    rows = [["", "<p></p>", None], ["a", "", None], ["", "<p>b</p>", None], ["", "", 0], ["", "", None]]
    table = {"columns": columns, "rows": [{"values": row} for row in rows], "caption": ""}
    value = clean("table", {"caption": "", "first_column_is_header": False, "table": table})
    assert [str(row["values"][0]) for row in value["table"].row_data] == ["a", "", ""]
    assert "at least one" in complaint(
        "table", {"caption": "", "table": {**table, "rows": table["rows"][:1]}}, "table"
    )
