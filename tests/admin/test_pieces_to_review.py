"""The report on what imports left for people to look at."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from blog.models import BlogIndexPage
from core.article.waiting import waiting_in
from tests.core.article.bodies import body_of
from tests.factories import BlogPageFactory


def piece(*, reviewed: bool, reason: str = "shortcode contact-form") -> dict[str, Any]:
    return {
        "type": "html",
        "value": {"html": "<dl><dt>a</dt></dl>", "reason": reason, "reviewed": reviewed},
        "id": reason,
    }


PICTURE = {
    "type": "remote_picture",
    "value": {"url": "https://old.example/a.png", "alt_text": "", "caption": "", "width": "text", "link": ""},
    "id": "p",
}
POINT = {
    "type": "list",
    "value": {"ordered": False, "start": 1, "items": [[piece(reviewed=False)]]},
    "id": "l",
}


@pytest.fixture
def posts(blog: BlogIndexPage) -> dict[str, Any]:
    """A post of every kind, by its title."""
    bodies = {
        "Waiting": [piece(reviewed=False)],
        "Inside a list": [POINT],
        "Picture elsewhere": [PICTURE],
        "Looked at": [piece(reviewed=True)],
        "Talks about it": [{"type": "pull_quote", "value": {"text": 'It says "reviewed": false'}, "id": "q"}],
        "Plain": [],
    }
    return {title: BlogPageFactory(parent=blog, title=title, body=body) for title, body in bodies.items()}


def test_the_report_lists_what_nobody_has_looked_at(posts: dict[str, Any], editor: Client) -> None:
    html = editor.get(reverse("pieces_to_review")).content.decode()
    listed = {
        title for title, post in posts.items() if reverse("wagtailadmin_pages:edit", args=[post.pk]) in html
    }
    assert listed == {"Waiting", "Inside a list", "Picture elsewhere"}
    assert "shortcode contact-form" in html


def test_the_report_is_among_the_reports_of_those_who_edit(posts: dict[str, Any], editor: Client) -> None:
    assert reverse("pieces_to_review") in editor.get(reverse("wagtailadmin_home")).content.decode()


def test_nobody_else_sees_it(posts: dict[str, Any], client: Client) -> None:
    assert client.get(reverse("pieces_to_review")).status_code == 302


def test_an_empty_report_says_so(editor: Client) -> None:
    assert "Nothing is waiting" in editor.get(reverse("pieces_to_review")).content.decode()


def test_pieces_are_counted_wherever_they_stand() -> None:
    stream = body_of(
        *[
            (child["type"], child["value"])
            for child in (
                piece(reviewed=False),
                POINT,
                PICTURE,
                piece(reviewed=True),
                piece(reviewed=False, reason="iframe"),
            )
        ]
    )
    waiting = waiting_in(stream)
    assert (waiting.pieces, waiting.pictures) == (3, 1)
    assert waiting.reasons == ["shortcode contact-form", "iframe"]
