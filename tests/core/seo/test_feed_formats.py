"""Writing feeds from plain data."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import feedparser
import pytest
from defusedxml import ElementTree

from core.seo.feed import FeedAuthor, FeedDocument, FeedEntry, FeedPicture
from core.seo.feed_formats import write

MOMENT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ENTRY = FeedEntry(
    id="urn:uuid:1",
    url="https://example.org/blog/ships/",
    title="Ships",
    summary="On ships.",
    html="<p>Ships.</p>",
    published=MOMENT,
    updated=MOMENT,
)
FEED = FeedDocument(
    title="Blog",
    description="About things.",
    url="https://example.org/blog/",
    feed_url="https://example.org/blog/feed",
    language="de",
    publisher="Harbour Press",
    entries=[ENTRY],
)


@pytest.mark.parametrize("name", ["rss", "atom"])
@pytest.mark.parametrize(
    "bad", ["\x00", "\x08", "\x1f", "\ud800", "\ufffe", "\uffff", "]]>", "<![CDATA[", "&nbsp;"]
)
def test_no_character_breaks_the_xml_wherever_it_stands(name, bad):
    words = f"a{bad}b"
    entry = replace(
        ENTRY,
        title=words,
        summary=words,
        html=words,
        authors=[FeedAuthor(words)],
        tags=[words],
        picture=FeedPicture(f"https://example.org/{bad}.jpg", "image/jpeg", 5, 1, 1),
    )
    written = write(replace(FEED, title=words, description=words, publisher=words, entries=[entry]), name)
    assert ElementTree.fromstring(written) is not None
    assert not feedparser.parse(written).bozo


def test_atom_has_what_its_standard_demands():
    atom = "{http://www.w3.org/2005/Atom}"
    root = ElementTree.fromstring(write(FEED, "atom"))
    assert [root.find(f"{atom}{name}") is not None for name in ("id", "title", "updated")] == [True] * 3
    assert root.find(f"{atom}author/{atom}name").text == "Harbour Press"
    entry = root.find(f"{atom}entry")
    assert [entry.find(f"{atom}{name}") is not None for name in ("id", "title", "updated")] == [True] * 3
    assert entry.find(f"{atom}content").get("type") == "html"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"


def test_an_edited_entry_says_when():
    edited = replace(FEED, entries=[replace(ENTRY, updated=datetime(2026, 4, 1, tzinfo=UTC))])
    for name in ("rss", "atom"):
        entry = feedparser.parse(write(edited, name)).entries[0]
        assert entry.published_parsed[:3] == (2026, 3, 2)
        assert entry.updated_parsed[:3] == (2026, 4, 1)
    item = json.loads(write(edited, "json"))["items"][0]
    assert item["date_modified"] == "2026-04-01T00:00:00+00:00"


def test_json_leaves_out_what_is_empty_but_never_the_text():
    feed = json.loads(
        write(replace(FEED, description="", entries=[replace(ENTRY, summary="", html="")]), "json")
    )
    assert "description" not in feed
    assert "icon" not in feed
    (item,) = feed["items"]
    assert item["content_html"] == ""
    assert not {"summary", "tags", "authors", "image"} & item.keys()
