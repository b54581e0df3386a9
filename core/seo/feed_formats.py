"""Writing a feed as RSS 2.0, Atom 1.0 and JSON Feed 1.1."""

import json
from collections.abc import Callable
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed, Stylesheet, SyndicationFeed
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator

from core.seo import feed_page
from core.seo.feed import FeedDocument, FeedEntry, FeedPicture, printable


class RssFeed(Rss201rev2Feed):
    """RSS 2.0 (rssboard.org/rss-specification) with the modules for full text, names and pictures."""

    def rss_attributes(self) -> dict[str, str]:
        """Name the modules once, at the top."""
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:media": "http://search.yahoo.com/mrss/",
            **feed_page.NAMESPACES,
        }

    def add_root_elements(self, handler: Any) -> None:
        """Add the feed's picture; RSS wants it titled and linked like the channel."""
        super().add_root_elements(handler)
        handler.addQuickElement("generator", "Colophon")
        if self.feed["picture"]:
            handler.startElement("image", {})
            for name, value in (("url", self.feed["picture"]), ("title", self.feed["title"])):
                handler.addQuickElement(name, value)
            handler.addQuickElement("link", self.feed["link"])
            handler.endElement("image")
        feed_page.write_head(handler, self.feed["document"])

    def add_item_elements(self, handler: Any, item: dict) -> None:
        """Add every author, the cover and the whole text."""
        super().add_item_elements(handler, item)
        entry: FeedEntry = item["entry"]
        for author in entry.authors:
            handler.addQuickElement("dc:creator", author.name)
        if entry.updated != entry.published:
            handler.addQuickElement("atom:updated", entry.updated.isoformat())
        if entry.picture:
            _media_content(handler, entry.picture)
        handler.addQuickElement("content:encoded", entry.html)
        feed_page.write_entry(handler, entry)


def _media_content(handler: Any, picture: FeedPicture) -> None:
    size = {"width": str(picture.width), "height": str(picture.height)}
    if picture.length:
        size["fileSize"] = str(picture.length)
    handler.addQuickElement(
        "media:content", "", {"url": picture.url, "medium": "image", "type": picture.type, **size}
    )


class AtomFeed(Atom1Feed):
    """Atom 1.0 (RFC 4287)."""

    def write(self, outfile: Any, encoding: str) -> None:
        """Write the feed; Django links style sheets in RSS only."""
        handler = SimplerXMLGenerator(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        for sheet in self.feed["stylesheets"] or []:
            handler.processingInstruction("xml-stylesheet", str(sheet))
        handler.startElement("feed", AttributesImpl(self.root_attributes()))
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")

    def root_attributes(self) -> dict[str, str]:
        """Name the namespace of what a browser shows."""
        return {**super().root_attributes(), **feed_page.NAMESPACES}

    def add_root_elements(self, handler: Any) -> None:
        """Add icon and logo."""
        super().add_root_elements(handler)
        handler.addQuickElement("generator", "Colophon")
        for name in ("icon", "logo"):
            if self.feed[name]:
                handler.addQuickElement(name, self.feed[name])
        feed_page.write_head(handler, self.feed["document"])

    def add_item_elements(self, handler: Any, item: dict) -> None:
        """Add every author and the whole text."""
        super().add_item_elements(handler, item)
        entry: FeedEntry = item["entry"]
        for author in entry.authors:
            handler.startElement("author", {})
            handler.addQuickElement("name", author.name)
            if author.url:
                handler.addQuickElement("uri", author.url)
            handler.endElement("author")
        handler.addQuickElement("content", entry.html, {"type": "html"})
        feed_page.write_entry(handler, entry)


def _xml(kind: type[SyndicationFeed], document: FeedDocument) -> bytes:
    logo = document.logo.url if document.logo else ""
    feed = kind(
        title=document.title,
        link=document.url,
        description=document.description,
        subtitle=document.description or None,
        language=document.language,
        feed_url=document.feed_url,
        feed_guid=document.feed_url,
        # Atom asks for an author of the feed wherever an entry might have none.
        author_name=document.publisher,
        icon=document.icon,
        logo=logo,
        picture=logo or document.icon,
        stylesheets=[Stylesheet(url, "text/css", media="all") for url in document.style_sheets],
        document=document,
    )
    for entry in document.entries:
        picture = entry.picture
        feed.add_item(
            title=entry.title,
            link=entry.url,
            # Read as HTML by either format.
            description=escape(entry.summary),
            pubdate=entry.published,
            updateddate=entry.updated,
            unique_id=entry.id,
            unique_id_is_permalink=False,
            categories=entry.tags,
            enclosures=[Enclosure(picture.url, str(picture.length), picture.type)] if picture else [],
            entry=entry,
        )
    return feed.writeString("utf-8").encode()


def rss(document: FeedDocument) -> bytes:
    """The feed as RSS 2.0."""
    return _xml(RssFeed, document)


def atom(document: FeedDocument) -> bytes:
    """The feed as Atom 1.0."""
    return _xml(AtomFeed, document)


def json_feed(document: FeedDocument) -> bytes:
    """The feed as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": document.title,
        "home_page_url": document.url,
        "feed_url": document.feed_url,
        "description": document.description,
        "icon": document.logo.url if document.logo else document.icon,
        "favicon": document.icon,
        "language": document.language,
        "authors": [{"name": document.publisher}],
    }
    kept = {name: value for name, value in data.items() if value}
    kept["items"] = [_json_item(entry) for entry in document.entries]
    return json.dumps(kept, ensure_ascii=False, indent=1).encode()


def _json_item(entry: FeedEntry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": [
            {"name": author.name, **({"url": author.url} if author.url else {})} for author in entry.authors
        ],
        "tags": entry.tags,
    }
    if entry.picture:
        picture = entry.picture
        item["image"] = picture.url
        attachment = {"url": picture.url, "mime_type": picture.type}
        item["attachments"] = [attachment | ({"size_in_bytes": picture.length} if picture.length else {})]
    return {name: value for name, value in item.items() if value not in ("", [])} | {
        "content_html": entry.html
    }


_WRITERS: dict[str, Callable[[FeedDocument], bytes]] = {"rss": rss, "atom": atom, "json": json_feed}


def write(document: FeedDocument, name: str) -> bytes:
    """The feed in one of the formats "rss", "atom" and "json", as UTF-8."""
    return _WRITERS[name](printable(document))
