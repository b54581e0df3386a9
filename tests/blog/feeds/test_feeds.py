"""Feeds of a blog, its tags, authors and series, read with a feed reader's own parser."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from lxml import etree
from wagtail.models import Site

from core.models import SiteSettings
from core.seo.images import SOCIAL
from tests.blog.feeds.reader import FILES, XML_FILES, read, titles
from tests.factories import (
    PUBLIC,
    STATES,
    AuthorFactory,
    SeriesFactory,
    TagFactory,
)
from tests.pictures import ask_for_pictures

ATOM = "{http://www.w3.org/2005/Atom}"
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("file", "content_type"),
    [
        ("rss.xml", "application/rss+xml; charset=utf-8"),
        ("atom.xml", "application/atom+xml; charset=utf-8"),
        ("feed.json", "application/feed+json; charset=utf-8"),
    ],
)
def test_each_format_says_what_it_is(client, full_post, file, content_type):
    assert client.get(f"/blog/{file}")["Content-Type"] == content_type


@pytest.mark.parametrize("file", XML_FILES)
def test_a_browser_gets_xml_it_shows_with_the_sites_look(client, full_post, file):
    for_readers = client.get(f"/blog/{file}")
    shown = client.get(f"/blog/{file}", headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert shown["Content-Type"] == "application/xml; charset=utf-8"
    assert shown.content == for_readers.content
    assert shown["ETag"] != for_readers["ETag"]
    assert "Accept" in shown["Vary"]
    assert "Accept" in for_readers["Vary"]
    sheets = re.findall(r'<\?xml-stylesheet href="([^"]+)"', shown.content.decode())
    assert [urlsplit(url).path for url in sheets] == [
        "/static/css/tokens.css",
        "/theme.css",
        "/static/feeds/feed.css",
    ]
    assert client.get(sheets[1])["Content-Type"].startswith("text/css")


@pytest.mark.parametrize("fonts", ["serif", "sans"])
def test_the_sites_look_in_a_feed_may_be_kept_until_it_changes(client, full_post, fonts):
    settings = SiteSettings.for_site(Site.objects.get())
    settings.fonts = fonts
    settings.save()
    sheets = re.findall(r'<\?xml-stylesheet href="([^"]+)"', client.get("/blog/rss.xml").content.decode())
    assert "immutable" in client.get(sheets[1])["Cache-Control"]


def test_the_json_feed_is_the_same_for_everybody(client, full_post):
    shown = client.get("/blog/feed.json", headers={"accept": "text/html"})
    assert shown["Content-Type"] == "application/feed+json; charset=utf-8"


@pytest.mark.parametrize("file", XML_FILES)
def test_an_entry_carries_title_authors_tags_dates_cover_and_the_whole_text(client, full_post, file):
    feed = read(client, f"/blog/{file}")
    entry = feed.entries[0]
    assert entry.title in ("Ships & <Sails>", "Ships &amp; &lt;Sails&gt;")
    assert entry.link == "http://testserver/blog/ships/"
    assert entry.id == f"urn:uuid:{full_post.translation_key}"
    assert not entry.get("guidislink")
    assert [author.name for author in entry.authors][-2:] == ["Ada Byron", "Grace Hopper"]
    assert [tag.term for tag in entry.tags] == ["Sea", "Wind & rain"]
    assert entry.published_parsed
    assert entry.summary == "On &lt;old&gt; ships &amp; new."
    assert "Very." in entry.content[0].value
    enclosure = entry.enclosures[0]
    assert enclosure.type == "image/jpeg"
    picture = client.get(urlsplit(enclosure.href).path, follow=True)
    assert picture.status_code == 200
    links = {link.rel: link.href for link in feed.feed.links}
    assert links["self"] == f"http://testserver/blog/{file}"
    assert links["alternate"] == "http://testserver/blog/"
    assert feed.feed.language == "en"


def lengths(client, file):
    if file in XML_FILES:
        return [int(enclosure.length) for enclosure in read(client, f"/blog/{file}").entries[0].enclosures]
    (item,) = read(client, "/blog/feed.json")["items"]
    return [attachment.get("size_in_bytes", 0) for attachment in item["attachments"]]


@pytest.mark.parametrize("file", FILES)
def test_a_picture_has_its_length_as_soon_as_it_is_made(client, full_post, file):
    assert lengths(client, file) == [0]
    ask_for_pictures(client, client.get(f"/blog/{file}").content.decode())
    (rendition,) = full_post.cover.renditions.filter(filter_spec=SOCIAL)
    assert lengths(client, file) == [rendition.file.size]


def test_the_json_feed_carries_the_same(client, full_post):
    feed = read(client, "/blog/feed.json")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["home_page_url"] == "http://testserver/blog/"
    assert feed["feed_url"] == "http://testserver/blog/feed.json"
    assert feed["language"] == "en"
    (item,) = feed["items"]
    assert item["id"] == f"urn:uuid:{full_post.translation_key}"
    assert item["title"] == "Ships & <Sails>"
    assert item["authors"][0] == {"name": "Ada Byron", "url": "http://testserver/blog/authors/ada-byron/"}
    assert item["tags"] == ["Sea", "Wind & rain"]
    assert item["image"].startswith("http://testserver/media/")
    assert item["date_published"].endswith("+00:00")


def test_rss_names_every_author_and_the_picture(client, full_post):
    root = etree.fromstring(client.get("/blog/rss.xml").content)
    item = root.find("channel/item")
    assert [each.text for each in item.findall("{http://purl.org/dc/elements/1.1/}creator")] == [
        "Ada Byron",
        "Grace Hopper",
    ]
    assert item.find("guid").get("isPermaLink") == "false"
    media = item.find("{http://search.yahoo.com/mrss/}content")
    assert media.get("width") == "1200"
    assert media.get("url") == item.find("enclosure").get("url")


@pytest.mark.parametrize("file", FILES)
def test_every_address_in_the_text_is_absolute(client, full_post, file):
    found = read(client, f"/blog/{file}")
    html = found["items"][0]["content_html"] if file.endswith("json") else found.entries[0].content[0].value
    addresses = re.findall(r'(?:href|src)="([^"]*)"', html)
    for srcset in re.findall(r'srcset="([^"]*)"', html):
        addresses += [part.split()[0] for part in srcset.split(", ")]
    assert len(addresses) >= 4
    assert all(address.startswith(("http://", "https://")) for address in addresses), addresses
    assert "http://testserver/about/" in addresses
    assert "https://example.org/x" in addresses
    assert "http://testserver/blog/ships/#footnote-one" in addresses


def test_the_text_leaves_out_what_only_works_on_the_site(client, full_post):
    html = read(client, "/blog/feed.json")["items"][0]["content_html"]
    assert "heading-link" not in html
    for tag in ("<svg", "<button", "<script", "<details", "<source", "class="):
        assert tag not in html
    assert "<strong>Deep?</strong>" in html
    assert "a = 1\n\n\nb = 2" in html


def test_the_id_survives_a_new_slug(client, full_post):
    before = read(client, "/blog/atom.xml").entries[0].id
    full_post.slug = "vessels"
    full_post.save_revision().publish()
    entry = read(client, "/blog/atom.xml").entries[0]
    assert entry.id == before
    assert entry.link.endswith("/blog/vessels/")


@pytest.mark.parametrize("state", STATES)
def test_nothing_of_a_post_that_is_not_public_shows(client, make_post, state):
    tag, author, series = TagFactory(), AuthorFactory(), SeriesFactory()
    make_post(
        state, title="Hidden words", text="<p>Hidden words</p>", tags=[tag], authors=[author], series=series
    )
    make_post(PUBLIC, title="Open words")
    for file in FILES:
        content = client.get(f"/blog/{file}").content
        assert b"Hidden" not in content
        assert b"Open words" in content
        for section, subject in (("tags", tag), ("authors", author), ("series", series)):
            assert client.get(f"/blog/{section}/{subject.slug}/{file}").status_code == 404


def test_a_link_to_a_private_post_leaves_only_its_words(client, make_post):
    hidden = make_post("login", title="Hidden", slug="hidden-slug")
    make_post(title="Open", text=f'<p>Read <a linktype="page" id="{hidden.pk}">this</a>.</p>')
    for file in FILES:
        content = client.get(f"/blog/{file}").content
        assert b"hidden-slug" not in content
        assert b"Read this." in content


def test_the_newest_twenty_are_told_newest_first(client, make_post):
    now = timezone.now()
    for number in range(22):
        make_post(title=f"Number {number}", date=now - timedelta(days=number))
    for file in FILES:
        assert titles(client, f"/blog/{file}") == [f"Number {number}" for number in range(20)]


def test_tags_authors_and_series_have_feeds_of_their_own(client, make_post):
    now = timezone.now()
    tag, author, series = TagFactory(name="Sea"), AuthorFactory(name="Ada"), SeriesFactory(title="Voyage")
    mine = {"tags": [tag], "authors": [author], "series": series}
    make_post(title="Part one", series_position=1, date=now - timedelta(days=2), **mine)
    make_post(title="Part two", series_position=2, date=now - timedelta(days=1), **mine)
    make_post(title="Elsewhere")
    for path in ("tags/sea", "authors/ada", "series/voyage"):
        for file in FILES:
            assert titles(client, f"/blog/{path}/{file}") == ["Part two", "Part one"]
        feed = read(client, f"/blog/{path}/rss.xml").feed
        assert feed.title.endswith("· Blog · Colophon")
        assert feed.link == f"http://testserver/blog/{path}/"


def test_a_blog_without_posts_has_valid_feeds(client, blog):
    for file in FILES:
        assert titles(client, f"/blog/{file}") == []


@pytest.mark.sqlite  # PostgreSQL cannot store the NUL
def test_control_characters_never_break_a_feed(client, make_post):
    make_post(
        title="Bell \x07 and nul \x00 and \ufffe <b>&\"'",
        slug="odd",
        tags=[TagFactory(name="x\x0by", slug="xy")],
    )
    for file in XML_FILES:
        title = titles(client, f"/blog/{file}")[0]
        assert "Bell  and nul  and" in title
    assert read(client, "/blog/feed.json")["items"][0]["tags"] == ["xy"]
