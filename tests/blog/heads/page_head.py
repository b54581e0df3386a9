"""What machines read in the head of a page."""

from __future__ import annotations

import json

HOST = "http://testserver"


def canonical(page):
    (link,) = page.select('link[rel="canonical"]')
    return link["href"]


def relation(page, name):
    found = page.select(f'link[rel="{name}"]')
    return found[0]["href"] if found else None


def prop(page, name):
    return [tag["content"] for tag in page.select(f'meta[property="{name}"]')]


def is_noindex(page):
    return "noindex" in page.select_one('meta[name="robots"]')["content"]


def data(page, kind):
    """The one structured datum of a type."""
    found = [json.loads(script.string) for script in page.select('script[type="application/ld+json"]')]
    assert all(each["@context"] == "https://schema.org" for each in found)
    (one,) = [each for each in found if each["@type"] == kind]
    return one


def trail(page):
    items = data(page, "BreadcrumbList")["itemListElement"]
    assert [item["position"] for item in items] == list(range(1, len(items) + 1))
    return [(item["name"], item["item"].removeprefix(HOST)) for item in items]
