"""Pieces several cards are made of."""

from __future__ import annotations

from html import escape
from typing import Any

from ..context import BodyContext
from ..plain import has_words, plain_text
from ..rendered import fragment

Payload = dict[str, Any]
WIDTHS = {"wide": "wide", "full": "full"}


def caption_html(payload: Payload, context: BodyContext, name: str = "caption") -> str:
    """The caption as ``figcaption``; empty when it says nothing."""
    value = payload.get(name)
    return f"<figcaption>{fragment(value, context)}</figcaption>" if has_words(value) else ""


def picture(
    src: object, context: BodyContext, alt: object = "", title: object = "", href: object = ""
) -> str:
    """A picture, perhaps inside a link."""
    address = context.attribute(src)
    if not address:
        return ""
    words = escape(alt) if isinstance(alt, str) else ""
    more = f' title="{escape(title)}"' if isinstance(title, str) and title else ""
    found = f'<img src="{address}" alt="{words}"{more}>'
    target = context.attribute(href)
    return f'<a href="{target}">{found}</a>' if target else found


def button_html(text: object, href: object, context: BodyContext) -> str:
    """A button; empty when it leads nowhere."""
    address = context.attribute(href)
    words = plain_text(text)
    if not address or not words:
        return ""
    return f'<p data-block="button"><a href="{address}">{escape(words, quote=False)}</a></p>'


def width(payload: Payload) -> str:
    """The attribute for a picture or player wider than the text."""
    chosen = WIDTHS.get(str(payload.get("cardWidth") or payload.get("width") or "").lower())
    return f' data-width="{chosen}"' if chosen else ""


def flow(value: object, context: BodyContext) -> str:
    """A text that may be bare words or paragraphs, as paragraphs."""
    found = fragment(value, context).strip()
    if not found:
        return ""
    return (
        found
        if found.startswith(("<p", "<ul", "<ol", "<h", "<blockquote", "<pre", "<div"))
        else f"<p>{found}</p>"
    )
