"""What comes from other sites: players, posts, bookmarks."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any

from django.utils.translation import gettext as _
from selectolax.lexbor import LexborHTMLParser

from ..context import BodyContext
from ..plain import plain_text
from ..quoted_posts import quoted_post
from ..rendered import fragment
from .pieces import caption_html, picture

Payload = dict[str, Any]
FRAME = re.compile(r"<iframe\b[^>]*?\bsrc\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
#: A host's name at the beginning, and no scheme.
TYPED = re.compile(r"(?:[\w-]{1,63}\.){1,8}[a-zA-Z]{2,24}/")


def embed(payload: Payload, context: BodyContext) -> str:
    """A player or post from elsewhere. The words of a quoted post are kept as a quote above it."""
    html = payload.get("html") if isinstance(payload.get("html"), str) else ""
    frame = FRAME.search(html)
    address = context.url(payload.get("url")) or (unescape(frame[1]) if frame else "")
    caption = caption_html(payload, context)
    if not address:
        return fragment(html, context) + (
            f"<p>{fragment(payload.get('caption'), context)}</p>" if caption else ""
        )
    quoted = LexborHTMLParser(html).css_first("blockquote") if "<blockquote" in html else None
    if quoted is not None:
        return quoted_post(quoted, context, address) + caption_paragraph(payload, context)
    return f'<figure data-block="embed" data-url="{escape(full(address))}">{caption}</figure>'


def caption_paragraph(payload: Payload, context: BodyContext) -> str:
    """A caption where no figure is left to hold it."""
    words = fragment(payload.get("caption"), context)
    return f"<p>{words}</p>" if plain_text(words) else ""


def full(address: str) -> str:
    """An address without scheme (``//player.example/1``, or as somebody typed it, ``player.example/1``) with one."""
    if TYPED.match(address):
        return f"https://{address}"
    return f"https:{address}" if address.startswith("//") else address


def bookmark(payload: Payload, context: BodyContext) -> str:
    """A link with title, description and where it leads, as Ghost's visual bookmark said it."""
    inner = payload.get("metadata") if isinstance(payload.get("metadata"), dict) else {}

    def said(name: str) -> str:
        return plain_text(payload.get(name) or inner.get(name))

    address = context.attribute(payload.get("url") or inner.get("url"))
    if not address:
        return ""
    title = said("title") or address
    lines = [said("description"), " · ".join(filter(None, (said("publisher"), said("author"))))]
    rest = "".join(f"<br>{escape(line, quote=False)}" for line in lines if line)
    link = f'<p><a href="{address}"><strong>{escape(title, quote=False)}</strong>{rest}</a></p>'
    return thumbnail(payload, inner, context) + link + caption_paragraph(payload, context)


def thumbnail(payload: Payload, inner: Payload, context: BodyContext) -> str:
    """A bookmark's picture, from wherever it is; the icon of the other site is only named."""
    address, icon = (payload.get(name) or inner.get(name) for name in ("thumbnail", "icon"))
    if isinstance(icon, str) and icon:
        context.problem("image", _("The icon of a bookmark was left out: %(icon)s") % {"icon": icon[:300]})
    shown = picture(address, context, href=payload.get("url") or inner.get("url"))
    return f"<figure>{shown}</figure>" if shown else ""


def transistor(payload: Payload, context: BodyContext) -> str:
    """The podcast player Ghost fills for each member."""
    context.problem(
        "embed", _("A Transistor podcast player was left out: it is made for each member by Ghost.")
    )
    return ""


def nft(payload: Payload, context: BodyContext) -> str:
    """A picture from a market for tokens, which Ghost 4 could show."""
    found = picture(payload.get("imageUrl"), context, payload.get("title"), href=payload.get("url"))
    words = " · ".join(filter(None, (plain_text(payload.get(name)) for name in ("title", "creator_name"))))
    return f"<figure>{found}<figcaption>{escape(words, quote=False)}</figcaption></figure>" if found else ""
