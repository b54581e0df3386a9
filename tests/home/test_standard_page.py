"""Who wrote a plain page, and when: told to machines, not shown."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db.models import ProtectedError
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from home.models import PageAuthor, StandardPage
from tests.factories import AuthorFactory, StandardPageFactory, UserFactory


@pytest.fixture
def about(home):
    page = StandardPageFactory(
        parent=home, title="About", slug="about", date=datetime(2015, 6, 1, 8, tzinfo=UTC)
    )
    for place, name in enumerate(["Ada Quill", "Bo Reed"]):
        PageAuthor.objects.create(page=page, author=AuthorFactory(name=name), sort_order=place)
    return page


def test_machines_read_who_wrote_a_page_and_when(client, about):
    response = client.get("/about/")
    text = response.content.decode()
    assert '<meta name="author" content="Ada Quill, Bo Reed">' in text
    assert '<meta property="article:published_time" content="2015-06-01T08:00:00+00:00">' in text
    assert '<meta property="og:type" content="article">' in text
    (described,) = [item for item in response.context["meta"].schema if item["@type"] == "WebPage"]
    assert described["datePublished"] == "2015-06-01T08:00:00+00:00"
    assert [author["name"] for author in described["author"]] == ["Ada Quill", "Bo Reed"]


def test_readers_see_neither(client, about):
    text = client.get("/about/").content.decode()
    body = text[text.index("<body") :]
    assert "Ada Quill" not in body
    assert "2015" not in body


def test_a_page_that_has_neither_says_nothing_of_it(client, home):
    StandardPageFactory(parent=home, title="Plain", slug="plain")
    text = client.get("/plain/").content.decode()
    for words in ("article:published_time", 'name="author"', "datePublished", 'content="article"'):
        assert words not in text


def test_an_author_named_on_a_page_is_not_deleted_unnoticed(about):
    with pytest.raises(ProtectedError):
        about.authors[0].delete()


def test_a_draft_that_names_a_deleted_author_is_published_without_them(about):
    revision = about.save_revision()
    ada = about.authors[0]
    PageAuthor.objects.filter(author=ada).delete()
    ada.delete()
    revision.publish()
    assert [author.name for author in StandardPage.objects.get().authors] == ["Bo Reed"]


def test_both_are_edited_in_the_pages_form(client, about):
    client.force_login(UserFactory(is_superuser=True))
    third = AuthorFactory(name="Cy Marsh")
    data = {
        "title": "About us",
        "slug": "about",
        "summary": "",
        "body": streamfield([]),
        "date": "2016-01-02 09:00",
        "page_authors": inline_formset([{"author": str(third.pk)}]),
        "seo_title": "",
        "search_description": "",
        "social_image": "",
        "go_live_at": "",
        "expire_at": "",
        "comment_notifications": "",
        "comments": inline_formset([]),
        "action-publish": "yes",
    }
    PageAuthor.objects.filter(page=about).delete()
    response = client.post(reverse("wagtailadmin_pages:edit", args=[about.pk]), nested_form_data(data))
    assert response.status_code == 302
    page = Page.objects.get(pk=about.pk).specific
    assert ([author.name for author in page.authors], page.date.year) == (["Cy Marsh"], 2016)
