"""Feeds as a feed reader sees them."""

from __future__ import annotations

import json

import feedparser
from lxml import etree

FILES = ["rss.xml", "atom.xml", "feed.json"]
XML_FILES = ["rss.xml", "atom.xml"]


def read(client, path):
    """A feed as a reader sees it: parsed XML, or the JSON."""
    response = client.get(path)
    assert response.status_code == 200
    if path.endswith(".json"):
        return json.loads(response.content)
    etree.fromstring(response.content)
    parsed = feedparser.parse(response.content, sanitize_html=False)
    assert not parsed.bozo, parsed.bozo_exception
    return parsed


def titles(client, path):
    found = read(client, path)
    return [item["title"] for item in (found["items"] if path.endswith(".json") else found.entries)]
