"""What becomes of stored rich text: links, headings, footnote references."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.template import Context, Template
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Page, PageViewRestriction

from core.blocks.base import RichTextBlock

Render = Callable[..., Any]


def link_to(page: Page | int) -> tuple[str, str]:
    return (
        "paragraph",
        f'<p>See <a linktype="page" id="{getattr(page, "pk", page)}">this <b>page</b></a>.</p>',
    )


def test_a_link_to_a_public_page_leads_there(render: Render, add_page: Callable[..., Page]) -> None:
    assert '<a href="/open/">this <b>page</b></a>' in render(link_to(add_page("Open"))).html


@pytest.mark.parametrize("state", ["draft", "expired", "private", "below_private", "deleted"])
def test_a_link_nobody_may_follow_leaves_its_words(
    render: Render, add_page: Callable[..., Page], state: str
) -> None:
    page = add_page("Gone")
    if state == "draft":
        page.unpublish()
    elif state == "expired":
        Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    elif state == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")
    elif state == "below_private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        page = page.add_child(instance=Page(title="Below", slug="below"))
    elif state == "deleted":
        page.delete()
        page = 987654
    html = render(link_to(page)).html
    assert "See this <b>page</b>." in html
    assert "<a" not in html


def test_a_restricted_neighbour_with_a_similar_path_hides_nothing(
    render: Render, add_page: Callable[..., Page]
) -> None:
    neighbour, page = add_page("Neighbour"), add_page("Open")
    PageViewRestriction.objects.create(page=neighbour, restriction_type="login")
    assert 'href="/open/"' in render(link_to(page)).html


def test_a_link_to_a_document_leads_to_the_file(render: Render, db: None) -> None:
    document = get_document_model().objects.create(title="D", file=ContentFile(b"x", "d.pdf"))
    html = render(("paragraph", f'<p><a linktype="document" id="{document.pk}">file</a></p>')).html
    assert f'<a href="{document.url}">file</a>' in html


def test_a_link_to_a_missing_document_leaves_its_words(render: Render, db: None) -> None:
    assert "<p>file</p>" in render(("paragraph", '<p><a linktype="document" id="4711">file</a></p>')).html


@pytest.mark.parametrize(
    "tag",
    [
        '<a href="javascript:alert(1)">',
        '<a href="JaVa&#9;Script:alert(1)">',
        '<a href="data:text/html,x">',
        '<a href="vbscript:x">',
        '<a href="//evil.example/x">',
        "<a>",
        '<a linktype="unknown" id="1">',
        '<a linktype="page" id="1 OR 1=1">',
        '<a linktype="page">',
        f'<a linktype="page" id="{"9" * 5000}">',
    ],
)
def test_a_link_that_is_not_one_leaves_its_words(render: Render, db: None, tag: str) -> None:
    assert render(("paragraph", f"<p>{tag}words</a></p>")).html.count("<p>words</p>") == 1


def test_links_elsewhere_stay_as_they_are(render: Render) -> None:
    html = render(
        ("paragraph", '<p><a href="https://example.org/?a=1&amp;b=2">x</a> <a href="#part">y</a></p>')
    ).html
    assert 'href="https://example.org/?a=1&amp;b=2"' in html
    assert 'href="#part"' in html


def test_the_editors_own_marks_do_not_reach_readers(render: Render) -> None:
    assert "data-block-key" not in render(("paragraph", '<p data-block-key="x1y2z">Words</p>')).html


def test_the_editor_refuses_links_that_run_scripts() -> None:
    block = RichTextBlock(features=["link"])
    content = (
        '{"blocks": [{"key": "a", "text": "hi", "type": "unstyled", "depth": 0, "inlineStyleRanges": [], '
    )
    content += (
        '"entityRanges": [{"offset": 0, "length": 2, "key": 0}]}], "entityMap": {"0": {"type": "LINK", '
    )
    content += '"mutability": "MUTABLE", "data": {"url": "javascript:alert(1)"}}}}'
    stored = block.value_from_datadict({"body": content}, {}, "body").source
    assert "javascript" not in str(block.to_python(stored))


def test_rich_text_on_its_own_finds_its_links(add_page: Callable[..., Page]) -> None:
    text = RichTextBlock().to_python(link_to(add_page("Open"))[1])
    assert 'href="/open/"' in Template("{{ text }}").render(Context({"text": text}))
    assert 'href="/open/"' in str(text)


def test_headings_in_text_get_ids_each_once(render: Render) -> None:
    html = render(("paragraph", "<h2>Über uns</h2><p>a</p><h3>Über uns</h3><h4>東京</h4>")).html
    assert '<h2 id="über-uns">' in html
    assert '<h3 id="über-uns-2">' in html
    assert '<h4 id="東京">' in html


def test_each_heading_offers_a_link_to_itself_with_a_name(render: Render) -> None:
    article = ("paragraph", "<h2>One</h2>")
    assert (
        '<a class="heading-link" href="#one" aria-label="Link to this section">#</a>' in render(article).html
    )
    assert "heading-link" not in render(article, heading_links=False).html


def test_empty_headings_vanish(render: Render) -> None:
    article = render(("paragraph", "<h2> </h2><p>a</p>"))
    assert "<h2" not in article.html
    assert article.outline == ()


def test_pictures_and_videos_inside_imported_text_do_no_harm(render: Render, db: None) -> None:
    text = '<embed embedtype="image" id="99" alt="x" format="left"/><embed embedtype="media" url="https://v.example/1"/>'
    html = render(("paragraph", text)).html
    assert "<embed" not in html
    assert '<a href="https://v.example/1">' in html


def test_a_field_of_rich_text_is_shown_by_a_filter(add_page: Callable[..., Page]) -> None:
    template = Template("{% load article %}{{ text|rich_text }}")
    assert 'href="/open/"' in template.render(Context({"text": link_to(add_page("Open"))[1]}))
    assert template.render(Context({"text": None})) == ""


def test_a_link_to_a_section_written_with_two_hyphens_finds_it(render: Render) -> None:
    html = render(("paragraph", '<p><a href="#ink--paper">Ink</a></p><h2>Ink &amp; paper</h2>')).html
    assert 'href="#ink-paper">Ink' in html
    assert 'id="ink-paper"' in html
