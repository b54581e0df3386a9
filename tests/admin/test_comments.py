"""Comments in the admin: found, approved, put away."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blog.models import Comment
from tests.factories import CommentFactory

pytestmark = pytest.mark.django_db


def url(view: str = "list", *args) -> str:
    return reverse(f"wagtailsnippets_blog_comment:{view}", args=args)


def bulk(action: str, *comments) -> str:
    address = reverse("wagtail_bulk_action", args=["blog", "comment", action])
    return address + "?" + "&".join(f"id={comment.pk}" for comment in comments)


@pytest.fixture
def comments(make_post):
    post = make_post(title="Tea")
    return [
        CommentFactory(page=post, author_name=f"Reader {state}", state=state) for state in ("pending", "spam")
    ]


def test_editors_find_comments_in_the_menu_and_authors_of_posts_do_not(editor, author):
    assert url() in editor.get(reverse("wagtailadmin_home")).content.decode()
    assert url() not in author.get(reverse("wagtailadmin_home")).content.decode()
    assert author.get(url()).status_code == 302


def test_those_that_wait_can_be_listed_alone(editor, comments):
    page = editor.get(url(), {"state": "pending"})
    assert [comment.author_name for comment in page.context["object_list"]] == ["Reader pending"]


def test_the_list_leads_to_each_and_to_its_page_and_says_how_it_begins(editor, comments):
    waiting = comments[0]
    waiting.text = "<p>One</p><p>two &amp; three</p>"
    waiting.save()
    page = editor.get(url()).content.decode()
    assert url("edit", waiting.pk) in page
    assert reverse("wagtailadmin_pages:edit", args=[waiting.page_id]) in page
    assert "One two &amp; three" in page


def test_the_list_costs_the_same_however_long(editor, comments):
    with CaptureQueriesContext(connection) as few:
        editor.get(url("list_results"))
    CommentFactory.create_batch(20, page=comments[0].page)
    with CaptureQueriesContext(connection) as many:
        editor.get(url("list_results"))
    assert len(many) <= len(few)


@pytest.mark.parametrize(("action", "state"), [("approve", "approved"), ("spam", "spam")])
def test_several_are_approved_or_put_away_at_once(editor, client, comments, action, state):
    question = editor.get(bulk(action, *comments)).content.decode()
    assert "Reader pending" in question
    editor.post(bulk(action, *comments))
    assert set(Comment.objects.values_list("state", flat=True)) == {state}
    assert ("Reader pending" in client.get(comments[0].page.url).content.decode()) == (state == "approved")


def test_authors_of_posts_cannot_approve(author, comments):
    author.post(bulk("approve", *comments))
    assert not Comment.objects.filter(state="approved").exists()


def test_nobody_writes_a_comment_in_the_admin_but_may_mend_one(editor, admin_client, comments):
    for client in (editor, admin_client):
        assert url("add") not in client.get(url()).content.decode()
        assert client.get(url("add")).status_code == 302
    waiting = comments[0]
    data = {
        "state": "approved",
        "author_name": "Ana",
        "author_url": "",
        "text": "<p>Mended<script></script></p>",
    }
    editor.post(url("edit", waiting.pk), data)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.author_name, waiting.text) == ("approved", "Ana", "<p>Mended</p>")
