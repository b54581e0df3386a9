"""What bodies are rendered with, and what they point at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Page, Site

from core.article.render import Article, render_article
from tests.core.article.bodies import body_of


@pytest.fixture
def render() -> Callable[..., Article]:
    """Render a body written as pairs of block name and stored value."""

    def render_body(*children: tuple[str, Any], **options: Any) -> Article:
        return render_article(body_of(*children), **options)

    return render_body


@pytest.fixture
def home(db: None) -> Page:
    """The page at the root of the default site."""
    return Site.objects.get(is_default_site=True).root_page


@pytest.fixture
def add_page(home: Page) -> Callable[..., Page]:
    """Add a page below the home page."""

    def add(title: str, **fields: Any) -> Page:
        return home.add_child(instance=Page(title=title, slug=title.lower().replace(" ", "-"), **fields))

    return add
