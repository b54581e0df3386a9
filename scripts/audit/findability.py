"""What search engines and networks find in every public page: the whole sitemap, not a sample."""

from __future__ import annotations

import json
import urllib.request
from html.parser import HTMLParser
from urllib.parse import quote

from lxml import etree

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
#: What schema.org's readers ask for, by type; others need a name.
REQUIRED = {
    "BlogPosting": {"headline", "datePublished", "author", "url"},
    "BreadcrumbList": {"itemListElement"},
    "FAQPage": {"mainEntity"},
    "WebSite": {"name", "url"},
    "ImageObject": {"url"},
    "ItemList": {"itemListElement"},
    "ListItem": {"position"},
    "EntryPoint": {"urlTemplate"},
    "SearchAction": {"target"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "Comment": {"text"},
}
OPEN_GRAPH = ("og:title", "og:type", "og:url", "og:image")


class _Head(HTMLParser):
    """Title, links, meta and JSON-LD of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.canonical = ""
        self.titles: list[str] = []
        self.documents: list[str] = []
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        if tag == "meta":
            self.meta[values.get("property") or values.get("name", "")] = values.get("content", "")
        elif tag == "link" and values.get("rel") == "canonical":
            self.canonical = values.get("href", "")
        elif tag == "title" and not self.titles:
            self._into = self.titles
        elif tag == "script" and values.get("type") == "application/ld+json":
            self._into = self.documents

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("title", "script"):
            self._into = None


def public_pages(base: str) -> list[str]:
    """Every address in the site's sitemap."""
    found, waiting = [], [f"{base}/sitemap.xml"]
    while waiting:
        tree = etree.fromstring(read(waiting.pop()))
        waiting += [str(node.text).strip() for node in tree.findall("s:sitemap/s:loc", SITEMAP)]
        found += [str(node.text).strip() for node in tree.findall("s:url/s:loc", SITEMAP)]
    return found


def read(url: str) -> bytes:
    """What is answered at this address. Raises HTTPError for errors."""
    address = quote(url, safe=":/?&=%#+,;@")  # the sitemap may hold letters of any script
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - the site that is measured
        return answer.read()


def lacks(url: str) -> list[str]:
    """What the page at this address does not say about itself."""
    head = _Head()
    head.feed(read(url).decode())
    missing = [name for name in ("description", *OPEN_GRAPH) if not head.meta.get(name)]
    if not "".join(head.titles).strip():
        missing.append("title")
    if not head.canonical.startswith("http"):
        missing.append("canonical")
    if not head.documents:
        missing.append("JSON-LD")
    for text in head.documents:
        missing += _wrong(text)
    return missing


def _wrong(text: str) -> list[str]:
    try:
        document = json.loads(text)
    except ValueError as error:
        return [f"JSON-LD that cannot be read: {error}"]
    found = [] if _context(document) else ["@context"]
    waiting = [document]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            waiting += [value for value in node.values() if isinstance(value, dict | list)]
            kind = node.get("@type")
            if isinstance(kind, str) and set(node) != {"@type", "@id"}:
                found += [f"{kind}.{name}" for name in sorted(REQUIRED.get(kind, {"name"}) - set(node))]
    return found


def _context(document: object) -> bool:
    return all(
        isinstance(one, dict) and "schema.org" in str(one.get("@context"))
        for one in (document if isinstance(document, list) else [document])
    )
