"""A few posts whose words cross, in the index the admin searches."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.search.backends import get_search_backend

from blog.models import BlogIndexPage, BlogPage
from tests.factories import BlogPageFactory

TEXTS = {
    "Paper": "A page about printing, ink and presses.",
    "Paper planes": "How to fold one.",
    "Folding paper": "Cranes and boats, C++ and get_context, 100% safe_mode.",
    "Ink and paper": "What printers need.",
    "Ink": "Black, blue and red. Paper is for planes.",
    "Über Café": "Ein kleines Lokal; l'été dernier.",
    'He said "paper"': "A quotation.",
    "漢字の本": "日本語のページ",
    "Presses": "Printing presses of old. Nothing else.",
}


@pytest.fixture
def backend(db: None) -> Any:
    """The backend the site is set up with."""
    return get_search_backend()


@pytest.fixture
def posts(blog: BlogIndexPage, backend: Any) -> dict[str, BlogPage]:
    """The posts above by their titles, all in the index."""
    made = {
        title: BlogPageFactory(parent=blog, title=title, slug=f"post-{number}", summary=text)
        for number, (title, text) in enumerate(TEXTS.items())
    }
    backend.add_bulk(BlogPage, list(made.values()))
    return made
