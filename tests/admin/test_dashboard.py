"""The admin's first page."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import BlogIndexPageFactory, BlogPageFactory, UserFactory

pytestmark = pytest.mark.django_db


def dashboard(client) -> str:
    return client.get(reverse("wagtailadmin_home")).content.decode()


def panel(page: str, name: str) -> str:
    """The part of the page from a panel's heading on, or nothing when it is not shown."""
    start = page.find(f'id="{name}-section"')
    return page[start : page.index("</table>", start)] if start >= 0 else ""


def test_writing_starts_here(author, blog):
    page = dashboard(author)
    assert reverse("wagtailadmin_pages:add", args=["blog", "blogpage", blog.pk]) in page
    assert "Write a post" in page


def test_each_blog_has_its_button(author, blog, home):
    BlogIndexPageFactory(parent=home, title="Notes")
    page = dashboard(author)
    assert "Write a post in Blog" in page
    assert "Write a post in Notes" in page


def test_a_site_without_a_blog_offers_no_writing(author):
    assert "Write a post" not in dashboard(author)


def test_drafts_are_ones_own(author, make_post):
    make_post("draft", title="My tea", owner=author.user)
    make_post("draft", title="Your tea", owner=UserFactory())
    assert "My tea" in panel(dashboard(author), "your_drafts")
    assert "Your tea" not in dashboard(author)


def test_scheduled_and_published_posts_are_shown_to_editors(editor, make_post):
    make_post("scheduled", title="Later tea")
    post = make_post(title="Hot tea")
    post.save_revision().publish()
    page = dashboard(editor)
    assert "Later tea" in panel(page, "scheduled_posts")
    assert "Hot tea" in panel(page, "recently_published")
    assert "Later tea" not in panel(page, "your_drafts")


def test_authors_see_nothing_of_what_others_scheduled(author, make_post):
    make_post("scheduled", title="Later tea", owner=UserFactory())
    assert "Later tea" not in dashboard(author)


def test_the_dashboard_costs_the_same_however_many_posts_there_are(editor, blog):
    def cost() -> int:
        dashboard(editor)
        with CaptureQueriesContext(connection) as queries:
            dashboard(editor)
        return len(queries)

    def fill() -> None:
        for _number in range(8):
            BlogPageFactory(parent=blog).save_revision().publish()
            BlogPageFactory(parent=blog, live=False, owner=editor.user).save_revision()

    fill()
    few = cost()
    fill()
    assert cost() == few
