"""Rules every content block follows. A new block needs no test of its own to be held to them."""

from __future__ import annotations

import importlib
import re
from typing import Any

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.template.loader import get_template
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Site

from core.blocks import ArticleBody

BODIES = ["core.blocks.ArticleBody", "blog.blocks.PostBody", "home.blocks.HomeBody"]
WITHOUT_WORDS = {"divider", "image", "gallery", "embed", "posts"}


def all_blocks() -> list[Any]:
    found: dict[str, Any] = {}
    for body in BODIES:
        module, name = body.rsplit(".", 1)
        for child_name, child in getattr(importlib.import_module(module), name)().child_blocks.items():
            found.setdefault(child_name, child)
    return [pytest.param(child, id=name) for name, child in found.items()]


@pytest.fixture
def things(db: None) -> None:
    """What previews show when the site has it: a picture, a file, a shared callout, a post."""
    get_image_model().objects.create(title="A press", file=get_test_image_file())
    get_document_model().objects.create(title="Style sheet", file=ContentFile(b"words", "style.pdf"))
    callouts = apps.get_model("core.SharedCallout").objects
    callouts.create(title="New here?", body="<p>Begin with the guide.</p>")
    home = Site.objects.get(is_default_site=True).root_page
    blog = home.add_child(instance=apps.get_model("blog.BlogIndexPage")(title="Journal", slug="journal"))
    blog.add_child(instance=apps.get_model("blog.BlogPage")(title="First", slug="first"))


@pytest.mark.parametrize("block", all_blocks())
def test_is_shown_by_the_template_that_carries_its_name(block: blocks.Block) -> None:
    assert block.get_template() == f"blocks/{block.name}.html"
    assert get_template(block.get_template())
    assert getattr(block.meta, "template", None) in (None, "wagtailimages/widgets/image.html")


@pytest.mark.parametrize("block", all_blocks())
def test_tells_editors_what_it_is(block: blocks.Block) -> None:
    assert str(block.meta.label)
    assert str(block.meta.group)
    assert len(str(block.get_description())) > 20
    assert str(block.get_description()).endswith(".")
    assert block.meta.icon not in ("", "placeholder")
    assert get_template(f"wagtailadmin/icons/{block.meta.icon}.svg")


@pytest.mark.parametrize("block", all_blocks())
def test_has_a_preview_that_cleans_and_renders(block: blocks.Block, things: None) -> None:
    value = block.get_preview_value()
    assert block.is_previewable
    assert block.render(block.clean(value)).strip()


@pytest.mark.parametrize("block", all_blocks())
def test_survives_being_stored(block: blocks.Block, things: None) -> None:
    stored = block.get_prep_value(block.get_preview_value())
    again = block.get_prep_value(block.to_python(stored))
    assert without_ids(again) == without_ids(stored)


@pytest.mark.parametrize("block", all_blocks())
def test_gives_its_words_to_search(block: blocks.Block, things: None) -> None:
    words = block.get_searchable_content(block.get_preview_value())
    assert all(isinstance(text, str) for text in words)
    assert block.name in WITHOUT_WORDS or any(text.strip() for text in words)


@pytest.mark.parametrize("block", all_blocks())
def test_brings_no_style_and_no_script_into_the_page(block: blocks.Block, things: None) -> None:
    html = block.render(block.get_preview_value())
    assert not re.search(r"\sstyle\s*=", html)
    assert "<script" not in html
    assert "<style" not in html
    assert not re.search(r"\son\w+\s*=", html)


@pytest.mark.parametrize("block", all_blocks())
def test_renders_what_a_half_written_draft_holds(block: blocks.Block, things: None) -> None:
    assert isinstance(block.render(block.get_default()), str)


def test_every_field_of_every_block_has_a_name_in_words() -> None:
    nameless = [
        path for path, block in walk(ArticleBody(), "body") if not block.meta.label and path != "body"
    ]
    assert nameless == []


def walk(block: Any, path: str) -> list[tuple[str, Any]]:
    found = [(path, block)]
    for name, child in getattr(block, "child_blocks", {}).items():
        found += walk(child, f"{path}.{name}")
    if isinstance(block, blocks.ListBlock):
        found += walk(block.child_block, f"{path}[]")
    return found


def without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_ids(item) for key, item in value.items() if key != "id"}
    if isinstance(value, list):
        return [without_ids(item) for item in value]
    return value
