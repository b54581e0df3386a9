"""Which copy of a feed a reader may keep, and what it costs to make one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.http import http_date

from tests.blog.feeds.reader import FILES
from tests.factories import (
    AuthorFactory,
    SeriesFactory,
    SiteDocumentFactory,
    SiteImageFactory,
    TagFactory,
)

ATOM = "{http://www.w3.org/2005/Atom}"
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("file", FILES)
def test_a_reader_with_this_very_copy_gets_304(client, full_post, file):
    first = client.get(f"/blog/{file}")
    again = client.get(f"/blog/{file}", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert not again.content


def test_a_reader_with_another_copy_gets_the_feed(client, full_post, make_post):
    first = client.get("/blog/rss.xml")
    newer = make_post(title="Newer", date=timezone.now() + timedelta(hours=1))
    second = client.get("/blog/rss.xml", headers={"if-none-match": first["ETag"]})
    assert second.status_code == 200
    newer.unpublish()
    assert client.get("/blog/rss.xml", headers={"if-none-match": second["ETag"]}).status_code == 200


def test_the_configured_address_of_the_site_goes_before_the_requests(client, full_post, settings):
    settings.SITE_URL = "https://blog.example.org"
    content = client.get("/blog/rss.xml").content.decode()
    assert "https://blog.example.org/blog/ships/" in content
    assert "testserver" not in content


def test_a_reader_who_asks_by_date_never_keeps_what_was_taken_back(client, full_post, make_post):
    older = make_post(title="Taken back", date=full_post.date - timedelta(days=1))
    assert b"Taken back" in client.get("/blog/rss.xml").content
    older.unpublish()
    asked_on = http_date((timezone.now() + timedelta(days=1)).timestamp())
    again = client.get("/blog/rss.xml", headers={"if-modified-since": asked_on})
    assert again.status_code == 200
    assert b"Taken back" not in again.content


def test_a_minor_change_reaches_a_reader_who_has_the_text_before_it(client, full_post):
    first = client.get("/blog/rss.xml")
    full_post.summary, full_post.minor_change = "Mended.", True
    full_post.save_revision().publish()
    again = client.get("/blog/rss.xml", headers={"if-none-match": first["ETag"]})
    assert b"Mended." in again.content


def rich_post(make_post, number, shared):
    return make_post(
        title=f"Rich {number}",
        cover=SiteImageFactory(file__width=64, file__height=48),
        authors=[shared["author"]],
        tags=[shared["tag"], TagFactory()],
        series=shared["series"],
        body=[
            ("paragraph", f'<p><a linktype="page" id="{shared["page"].pk}">there</a></p>'),
            (
                "image",
                {
                    "image": {
                        "image": SiteImageFactory(file__width=64, file__height=48),
                        "decorative": True,
                        "alt_text": "",
                    }
                },
            ),
            ("download", {"document": shared["document"], "title": "", "description": ""}),
        ],
    )


def test_a_feed_of_twenty_posts_costs_at_most_fourteen_queries(
    client, make_post, django_assert_max_num_queries
):
    shared = {
        "author": AuthorFactory(portrait=SiteImageFactory()),
        "tag": TagFactory(name="Sea"),
        "series": SeriesFactory(title="Voyage"),
        "page": make_post(title="Target"),
        "document": SiteDocumentFactory(),
    }
    for number in range(20):
        rich_post(make_post, number, shared)
    client.get("/blog/rss.xml")  # pictures are made by whoever comes first
    for file in FILES:
        cache.clear()
        with django_assert_max_num_queries(14):
            assert client.get(f"/blog/{file}").status_code == 200
        with django_assert_max_num_queries(14):
            assert client.get(f"/blog/tags/sea/{file}").status_code == 200


def test_nine_posts_cost_no_more_queries_than_one(client, make_post, django_assert_num_queries):
    shared = {
        "author": AuthorFactory(),
        "tag": TagFactory(),
        "series": SeriesFactory(),
        "page": make_post(title="Target"),
        "document": SiteDocumentFactory(),
    }
    rich_post(make_post, 0, shared)
    client.get("/blog/atom.xml")
    with CaptureQueriesContext(connection) as queries:
        client.get("/blog/atom.xml")
    with_one = len(queries)
    for number in range(1, 9):
        rich_post(make_post, number, shared)
    client.get("/blog/atom.xml")
    with django_assert_num_queries(with_one):
        client.get("/blog/atom.xml")
