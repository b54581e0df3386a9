"""The sitemap and robots.txt as crawlers read them."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.robotparser import RobotFileParser

import pytest
from defusedxml import ElementTree
from wagtail.models import Site

from core.models import SiteSettings
from tests.factories import (
    STATES,
    AuthorFactory,
    BlogIndexPageFactory,
    CategoryFactory,
    SeriesFactory,
    SiteImageFactory,
    StandardPageFactory,
    TagFactory,
    restrict,
)

HOST = "http://testserver"
NS = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
}
pytestmark = pytest.mark.django_db


def parsed(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    assert response["Content-Type"].startswith("application/xml")
    return ElementTree.fromstring(response.content)


def files(client):
    return [
        loc.text.removeprefix(HOST) for loc in parsed(client, "/sitemap.xml").findall("s:sitemap/s:loc", NS)
    ]


def section(client, path):
    """Address and date of every entry of a file."""
    entries = parsed(client, path).findall("s:url", NS)
    return {
        entry.find("s:loc", NS).text.removeprefix(HOST): getattr(entry.find("s:lastmod", NS), "text", None)
        for entry in entries
    }


def everything(client):
    return {url for path in files(client) for url in section(client, path)}


@pytest.fixture
def site_settings(home):
    return SiteSettings.for_site(Site.objects.get(is_default_site=True))


def test_the_index_names_a_file_for_each_kind_of_page(client, make_post):
    make_post(
        categories=[CategoryFactory()],
        tags=[TagFactory()],
        authors=[AuthorFactory()],
        series=SeriesFactory(),
    )
    assert files(client) == [
        f"/sitemaps/{name}.xml"
        for name in ("pages", "posts", "categories", "tags", "authors", "series", "archives")
    ]


def test_the_files_name_every_public_page_and_every_one_of_them_opens(client, home, make_post):
    StandardPageFactory(parent=home, title="About", slug="about")
    make_post(
        slug="ships",
        categories=[CategoryFactory(slug="trips")],
        tags=[TagFactory(slug="sea")],
        authors=[AuthorFactory(slug="ada")],
        series=SeriesFactory(slug="voyage"),
        date=datetime(2026, 3, 2, 9, tzinfo=UTC),
    )
    found = everything(client)
    assert found == {
        "/",
        "/about/",
        "/blog/",
        "/blog/ships/",
        "/blog/categories/",
        "/blog/categories/trips/",
        "/blog/tags/",
        "/blog/tags/sea/",
        "/blog/authors/",
        "/blog/authors/ada/",
        "/blog/series/",
        "/blog/series/voyage/",
        "/blog/archive/",
        "/blog/2026/",
        "/blog/2026/03/",
    }
    for url in found:
        assert client.get(url).status_code == 200, url


def test_posts_say_when_they_changed(client, make_post):
    make_post(slug="old", date=datetime(2026, 3, 2, 9, tzinfo=UTC))
    post = make_post(slug="changed", date=datetime(2026, 3, 3, 9, tzinfo=UTC))
    type(post).objects.filter(pk=post.pk).update(updated=datetime(2026, 5, 1, tzinfo=UTC))
    assert section(client, "/sitemaps/posts.xml") == {
        "/blog/old/": "2026-03-02T09:00:00+00:00",
        "/blog/changed/": "2026-05-01T00:00:00+00:00",
    }


def test_lists_say_when_their_newest_post_came(client, make_post):
    tag = TagFactory(slug="sea")
    for day in (2, 3):
        make_post(tags=[tag], date=datetime(2026, 3, day, 9, tzinfo=UTC))
    assert section(client, "/sitemaps/tags.xml") == {"/blog/tags/sea/": "2026-03-03T09:00:00+00:00"}


def test_covers_are_named_where_they_can_be_read(client, make_post):
    make_post(slug="ships", cover=SiteImageFactory())
    for answers in ([302, 200], [200]):
        (image,) = parsed(client, "/sitemaps/posts.xml").findall("s:url/i:image/i:loc", NS)
        response = client.get(image.text.removeprefix(HOST), follow=True)
        assert [*(status for _, status in response.redirect_chain), response.status_code] == answers


@pytest.mark.parametrize("state", STATES)
def test_nothing_that_is_not_public_is_named(client, make_post, state):
    make_post(
        state,
        slug="hidden",
        tags=[TagFactory(slug="hidden-tag")],
        authors=[AuthorFactory(slug="hidden-author")],
        series=SeriesFactory(slug="hidden-series"),
        date=datetime(2001, 3, 2, tzinfo=UTC),
    )
    make_post(slug="open")
    found = everything(client)
    assert "/blog/open/" in found
    assert not [url for url in found if "hidden" in url or "2001" in url]


def test_a_private_blog_and_private_pages_are_not_named(client, home, make_post, blog):
    make_post(slug="ships")
    restrict(blog, "login")
    restrict(StandardPageFactory(parent=home, title="About", slug="about"), "password")
    assert everything(client) == {"/"}


def test_a_post_first_published_elsewhere_is_not_named(client, make_post):
    make_post(slug="theirs", canonical_url="https://example.org/first/")
    make_post(slug="ours")
    assert list(section(client, "/sitemaps/posts.xml")) == ["/blog/ours/"]


def test_posts_of_several_blogs_are_named_at_their_own_addresses(client, home, make_post):
    from tests.factories import make_post as make_in

    make_post(slug="ships")
    make_in(BlogIndexPageFactory(parent=home, title="Diary", slug="diary"), slug="rain")
    assert set(section(client, "/sitemaps/posts.xml")) == {"/blog/ships/", "/diary/rain/"}


def test_long_sections_are_cut_into_files(client, make_post, monkeypatch):
    monkeypatch.setattr("core.seo.sitemap.LIMIT", 2)
    for number in range(5):
        make_post(slug=f"post-{number}", date=datetime(2026, 3, 1 + number, tzinfo=UTC))
    assert [path for path in files(client) if "posts" in path] == [
        "/sitemaps/posts.xml",
        "/sitemaps/posts-2.xml",
        "/sitemaps/posts-3.xml",
    ]
    assert list(section(client, "/sitemaps/posts.xml")) == ["/blog/post-0/", "/blog/post-1/"]
    assert list(section(client, "/sitemaps/posts-3.xml")) == ["/blog/post-4/"]


@pytest.mark.parametrize("name", ["posts-2", "posts-1", "nothing", "tags"])
def test_files_that_do_not_exist_are_not_found(client, make_post, name):
    make_post()
    assert client.get(f"/sitemaps/{name}.xml").status_code == 404


def test_files_cost_the_same_at_any_number_of_posts(client, make_post, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def make(number):
        make_post(
            cover=SiteImageFactory(), tags=[TagFactory()], authors=[AuthorFactory()], series=SeriesFactory()
        )

    make(0)
    paths = ["/sitemap.xml", *files(client)]
    before = {}
    for path in paths:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(path)
        before[path] = len(queries)
    for number in range(1, 6):
        make(number)
    for path in paths:
        with django_assert_num_queries(before[path]):
            client.get(path)
    assert max(before.values()) <= 14


def test_robots_are_sent_to_the_sitemap_and_kept_from_the_admin_and_search(client, home):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    rules = RobotFileParser()
    rules.parse(response.content.decode().splitlines())
    assert rules.site_maps() == [f"{HOST}/sitemap.xml"]
    assert rules.can_fetch("Googlebot", "/blog/ships/")
    assert not rules.can_fetch("Googlebot", "/admin/pages/")
    assert not rules.can_fetch("Googlebot", "/search/?q=x")
    assert rules.can_fetch("Googlebot", "/search/")


def test_a_site_being_built_keeps_robots_out_and_has_no_sitemap(client, site_settings, make_post):
    make_post()
    site_settings.search_engine_indexing = False
    site_settings.save()
    rules = RobotFileParser()
    rules.parse(client.get("/robots.txt").content.decode().splitlines())
    assert not rules.can_fetch("Googlebot", "/")
    assert client.get("/sitemap.xml").status_code == 404
    assert client.get("/sitemaps/posts.xml").status_code == 404


def test_addresses_follow_the_configured_one(client, make_post, settings):
    settings.SITE_URL = "https://blog.example.org/"
    make_post(slug="ships")
    assert list(section(client, "/sitemaps/posts.xml")) == ["https://blog.example.org/blog/ships/"]


def test_browsers_find_the_icon_where_they_always_look(client, db):
    response = client.get("/favicon.ico")
    assert response.status_code == 302
    assert response["Location"] == "/static/images/favicon.ico"
