"""What the text editor keeps beyond Wagtail's own features."""

from __future__ import annotations

import re

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Page, Site
from wagtail.rich_text import features as feature_registry

from core.blocks.base import FULL, INLINE


def edited(html: str, features: list[str]) -> str:
    """The text as it comes back from the editor, without the editor's own marks."""
    converter = ContentstateConverter(features=features)
    again = converter.to_database_format(converter.from_database_format(html))
    return again.split(">", 1)[1].removesuffix("</p>") if again.startswith("<p data-block-key") else again


@pytest.mark.parametrize("features", [INLINE, FULL])
@pytest.mark.parametrize("element", ["mark", "kbd", "u", "small", "s", "sup", "sub", "code"])
def test_styles_survive_editing(element: str, features: list[str]) -> None:
    html = f"Press <{element}>this</{element}> now"
    assert edited(f"<p>{html}</p>", features) == html


@pytest.mark.parametrize("element", ["h2", "h3", "h4", "h5", "h6"])
def test_headings_of_every_size_survive_editing(element: str) -> None:
    again = edited(f"<{element}>About <code>this</code></{element}>", FULL)
    assert re.sub(' data-block-key="[^"]*"', "", again) == f"<{element}>About <code>this</code></{element}>"


@pytest.mark.parametrize("element", ["h5", "h6"])
def test_the_smallest_headings_have_no_button(element: str) -> None:
    options = feature_registry.get_editor_plugin("draftail", element).data
    assert options["label"] is None
    assert "icon" not in options


def test_line_breaks_survive_editing() -> None:
    assert edited("<p>One<br/>Two</p>", INLINE) == "One<br/>Two"


def test_a_link_to_a_section_of_a_page_survives_editing(db: None) -> None:
    page = Site.objects.get(is_default_site=True).root_page
    link = f'<a linktype="page" id="{page.pk}" fragment="part">on</a>'
    assert edited(f"<p>{link}</p>", INLINE) == link


def test_a_link_to_a_section_of_a_page_that_is_gone_survives_editing(db: None) -> None:
    assert not Page.objects.filter(pk=4711).exists()
    link = '<a linktype="page" id="4711" fragment="part">on</a>'
    assert edited(f"<p>{link}</p>", INLINE) == link


def test_other_links_stay_as_they_are(db: None) -> None:
    link = '<a href="https://example.org/#part">on</a>'
    assert edited(f"<p>{link}</p>", INLINE) == link
