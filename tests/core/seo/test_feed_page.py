"""What a browser shows of a feed, which feed readers must not take for part of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import feedparser
import pytest
from defusedxml import ElementTree

from core.seo.feed import FeedAuthor, FeedDocument, FeedEntry
from core.seo.feed_formats import write

MOMENT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ENTRY = FeedEntry(
    id="urn:uuid:1",
    url="https://example.org/blog/ships/",
    title="Ships & <sails>",
    summary="It's on ships.",
    html="<p>Ships.</p>",
    published=MOMENT,
    updated=MOMENT,
    authors=[FeedAuthor("Ada Byron")],
)
FEED = FeedDocument(
    title="Blog",
    description="About things.",
    url="https://example.org/blog/",
    feed_url="https://example.org/blog/feed",
    language="de",
    publisher="Harbour Press",
    entries=[ENTRY, replace(ENTRY, id="urn:uuid:2", authors=[], summary="")],
    style_sheets=["/static/a.css", "/theme.css?v=a8321f&x=1"],
)
SHOWN = re.compile(rb"<h:(header|article)[ >].*?</h:\1>", re.DOTALL)
XHTML = "{http://www.w3.org/1999/xhtml}"
both = pytest.mark.parametrize("name", ["rss", "atom"])


@both
def test_style_sheets_are_linked_before_the_first_element(name):
    start = write(FEED, name).decode().split("<rss" if name == "rss" else "<feed")[0]
    assert re.findall(r'<\?xml-stylesheet href="([^"]+)" media="all" type="text/css"\?>', start) == [
        "/static/a.css",
        "/theme.css?v=a8321f&amp;x=1",
    ]


@both
def test_entries_can_be_read_and_followed(name):
    first, second = ElementTree.fromstring(write(FEED, name)).iter(f"{XHTML}article")
    assert first.find(f"{XHTML}h2/{XHTML}a").attrib == {"href": ENTRY.url}
    assert first.find(f"{XHTML}h2/{XHTML}a").text == ENTRY.title
    assert first.findall(f"{XHTML}p")[-1].text == "It's on ships."
    assert "Ada Byron" in "".join(first.itertext())
    assert len(second.findall(f"{XHTML}p")) == 1


@both
def test_the_head_says_how_to_subscribe(name):
    head = next(ElementTree.fromstring(write(FEED, name)).iter(f"{XHTML}header"))
    assert next(head.iter(f"{XHTML}code")).text == FEED.feed_url
    assert {link.get("href") for link in head.iter(f"{XHTML}a")} == {FEED.url}


@both
def test_a_feed_reader_gets_the_same_as_without_it(name):
    written = write(FEED, name)
    plain = SHOWN.sub(b"", written)
    assert len(plain) < len(written)
    found, expected = feedparser.parse(written), feedparser.parse(plain)
    assert not found.bozo
    for one, other in [(found.feed, expected.feed), *zip(found.entries, expected.entries, strict=True)]:
        assert {key: value for key, value in one.items() if not key.startswith("xhtml_")} == dict(other)


def test_the_json_feed_has_nothing_of_it():
    assert b"xhtml" not in write(FEED, "json")
    assert b"a.css" not in write(FEED, "json")
