"""What a body costs in queries: at most one for each kind of thing, however long it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.db import connection
from django.template.loader import get_template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.blocks import StreamValue
from wagtail.documents import get_document_model
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, PageViewRestriction, Site

from core.article.render import render_article
from tests.core.article.bodies import BODY, body_of
from tests.pictures import ask_for_pictures

VIDEO = "https://video.example/watch/{}"


@pytest.fixture
def library(add_page: Callable[..., Page]) -> dict[str, list[Any]]:
    """Five things of every kind, and restrictions on other pages."""
    for number in range(5):
        hidden = add_page(f"Hidden {number}")
        PageViewRestriction.objects.create(page=hidden, restriction_type="login")
        url = VIDEO.format(number)
        Embed.objects.create(url=url, hash=get_embed_hash(url), type="video", html="<p>A film</p>")
    callouts = apps.get_model("core.SharedCallout").objects
    pages = [add_page(f"Linked {number}") for number in range(5)]
    files = [ContentFile(b"words", f"file-{number}.pdf") for number in range(5)]
    return {
        "pages": pages,
        "images": [get_image_model().objects.create(title="A", file=get_test_image_file()) for _ in range(5)],
        "documents": [get_document_model().objects.create(title="D", file=file) for file in files],
        "callouts": [
            callouts.create(title="C", body=f'<p><a linktype="page" id="{page.pk}">on</a></p>')
            for page in pages
        ],
    }


def long_body(library: dict[str, list[Any]], times: int) -> StreamValue:
    children: list[tuple[str, Any]] = []
    for number in range(times):
        page, image, document, callout = (library[kind][number % 5].pk for kind in library)
        picture = {"image": {"image": image, "decorative": False, "alt_text": "A press"}, "caption": ""}
        text = (
            f'<p><a linktype="page" id="{page}">page</a> <a linktype="document" id="{document}">file</a></p>'
            f"<h2>Part</h2>"
        )
        children += [
            ("paragraph", text),
            ("image", picture),
            ("gallery", {"images": [{"type": "item", "value": picture, "id": "a"}], "caption": ""}),
            ("button", {"text": "Go", "page": page, "url": "", "style": "primary"}),
            ("download", {"document": document, "title": "", "description": ""}),
            ("callout", callout),
            ("embed", {"url": VIDEO.format(number % 5), "caption": ""}),
            ("steps", {"steps": [{"title": "One", "body": [{"type": "paragraph", "value": text}]}]}),
            ("tabs", {"group": "", "tabs": [{"label": "A", "body": [{"type": "image", "value": picture}]}]}),
            ("faq", {"items": [{"question": "Why?", "answer": text}]}),
            ("admonition", {"kind": "tip", "title": "", "body": [{"type": "paragraph", "value": text}]}),
            ("list", {"ordered": False, "start": 1, "items": [[{"type": "image", "value": picture}]]}),
            ("html", {"html": f'{text}<embed embedtype="image" id="{image}" alt="A">', "reason": ""}),
        ]
    return body_of(*children)


def queries_of(stream: StreamValue) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        render_article(stream)
    return [query["sql"] for query in captured.captured_queries]


def warm(library: dict[str, list[Any]]) -> None:
    """Make the renditions, load the templates and remember the sites, as any running site has."""
    Site.get_site_root_paths()
    ask_for_pictures(Client(), render_article(long_body(library, 5)).html)
    render_article(long_body(library, 5))


def test_a_long_body_costs_as_much_as_a_short_one(library: dict[str, list[Any]]) -> None:
    warm(library)
    short, long = queries_of(long_body(library, 1)), queries_of(long_body(library, 12))
    assert len(long) == len(short), long
    assert len(long) <= 6, long


def test_a_body_of_plain_text_costs_nothing(db: None) -> None:
    stream = body_of(("paragraph", "<p>Words</p>"), ("heading", {"text": "On", "level": "2", "anchor": ""}))
    assert queries_of(stream) == []


def test_each_kind_is_paid_for_only_when_it_is_used(library: dict[str, list[Any]]) -> None:
    warm(library)
    page = library["pages"][0].pk
    stream = body_of(*[("paragraph", f'<p><a linktype="page" id="{page}">on</a></p>')] * 40)
    assert len(queries_of(stream)) == 1


def test_a_body_from_a_form_costs_no_more(library: dict[str, list[Any]]) -> None:
    warm(library)
    stored = long_body(library, 2)
    list(stored)  # what previews hold: every chooser has its object already
    assert len(queries_of(stored)) <= 6


def test_every_template_used_exists() -> None:
    for child in BODY.child_blocks.values():
        assert get_template(child.get_template())
