"""What a feed shows whoever opens it in a browser: an explanation and its entries, to be read and clicked.

Style sheets alone cannot make a link of an address, and browsers are giving up XSLT. So RSS and Atom carry a few
elements of XHTML beside their own, which feed readers pass over and a browser shows; static/feeds/feed.css hides
the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.seo.feed import FeedDocument, FeedEntry

NAMESPACES = {"xmlns:h": "http://www.w3.org/1999/xhtml"}


def write_head(handler: Any, document: FeedDocument) -> None:
    """Say what the feed is of, what a feed is, and how to subscribe."""
    with _inside(handler, "header", lang=document.language):
        _text(handler, "p", _("Feed"), **{"class": "kind"})
        with _inside(handler, "h1", dir="auto"):
            _text(handler, "a", document.title, href=document.url)
        if document.description:
            _text(handler, "p", document.description, dir="auto", **{"class": "about"})
        with _inside(handler, "section"):
            _write_help(handler, document)


def _write_help(handler: Any, document: FeedDocument) -> None:
    _text(handler, "h2", _("New posts come to you"))
    _text(
        handler,
        "p",
        _(
            "This page is made for apps called feed readers. They look here for new posts and show them to you, "
            "together with those of every other site you follow: no account, no e-mail address, no algorithm."
        ),
    )
    with _inside(handler, "ol"):
        with _inside(handler, "li"):
            _text(handler, "span", _("Copy this address:") + " ")
            _text(handler, "code", document.feed_url)
        _text(
            handler, "li", _("Open your feed reader, such as NetNewsWire, Thunderbird, Feeder or FreshRSS.")
        )
        _text(handler, "li", _("Choose to add or follow a feed there, and paste the address."))
    with _inside(handler, "p"):
        _text(handler, "a", _("Read on the site instead"), href=document.url)


def write_entry(handler: Any, entry: FeedEntry) -> None:
    """Show one post: its title as a link, date, authors and summary."""
    with _inside(handler, "article"):
        with _inside(handler, "h2", dir="auto"):
            _text(handler, "a", entry.title, href=entry.url)
        with _inside(handler, "p", **{"class": "meta"}):
            day = date_format(timezone.localtime(entry.published), "DATE_FORMAT")
            _text(handler, "time", day, datetime=entry.published.isoformat())
            if entry.authors:
                _text(handler, "span", " · " + ", ".join(author.name for author in entry.authors))
        if entry.summary:
            _text(handler, "p", entry.summary, dir="auto")


@contextmanager
def _inside(handler: Any, name: str, **attributes: str) -> Iterator[None]:
    handler.startElement(f"h:{name}", attributes)
    yield
    handler.endElement(f"h:{name}")


def _text(handler: Any, name: str, text: str, **attributes: str) -> None:
    handler.addQuickElement(f"h:{name}", text, attributes)
