"""Cards made of words: HTML, Markdown, code, notes, buttons."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from django.utils.translation import gettext as _

from ..context import BodyContext
from ..markdown_cards import markdown_html
from ..plain import has_words, plain_text
from ..rendered import fragment
from .pieces import button_html, caption_html, flow, picture

Payload = dict[str, Any]
#: What a callout's colour says, as far as one can tell.
KINDS = {"blue": "info", "green": "tip", "yellow": "warning", "red": "danger"}
_PARAGRAPH = re.compile(r"\s*<p(?:\s[^<>]*)?>")


def raw_html(payload: Payload, context: BodyContext) -> str:
    """HTML somebody wrote by hand."""
    return fragment(payload.get("html"), context)


def markdown(payload: Payload, context: BodyContext) -> str:
    """A card in Markdown: what Ghost itself made of it when the export has that too."""
    if context.rendered_markdown:
        return fragment(context.rendered_markdown.pop(0), context)
    value = payload.get("markdown")
    return markdown_html(value, context) if isinstance(value, str) else ""


def code(payload: Payload, context: BodyContext) -> str:
    """Code with its language; the caption follows as a line of its own."""
    value = payload.get("code")
    if not isinstance(value, str) or not value.strip():
        return ""
    language = str(payload.get("language") or "").strip()
    attribute = f' data-language="{escape(language)}"' if language else ""
    found = f"<pre{attribute}><code>{escape(value, quote=False)}</code></pre>"
    caption = caption_html(payload, context)
    return f"<figure>{found}{caption}</figure>" if caption else found


def callout(payload: Payload, context: BodyContext) -> str:
    """A coloured note with a small picture at its beginning."""
    value = payload.get("calloutText")
    if not has_words(value):
        return ""
    emoji = payload.get("calloutEmoji")
    sign = f"{escape(emoji, quote=False)} " if isinstance(emoji, str) and emoji.strip() else ""
    found = flow(value, context)
    if paragraph := _PARAGRAPH.match(found):
        found = f"<p>{sign}{found[paragraph.end() :]}"
    elif sign:
        found = f"<p>{sign.strip()}</p>{found}"
    kind = KINDS.get(str(payload.get("backgroundColor") or "").lower(), "note")
    return f'<aside data-block="admonition" data-kind="{kind}">{found}</aside>'


def toggle(payload: Payload, context: BodyContext) -> str:
    """Something to unfold."""
    heading = escape(plain_text(payload.get("heading")), quote=False)
    inner = flow(payload.get("content"), context)
    if not heading and not inner:
        return ""
    return f'<div data-block="accordion"><details><summary>{heading}</summary>{inner}</details></div>'


def button(payload: Payload, context: BodyContext) -> str:
    """A button."""
    return button_html(payload.get("buttonText"), payload.get("buttonUrl"), context)


def product(payload: Payload, context: BodyContext) -> str:
    """A product with picture, stars and a button, one below the other."""
    parts = []
    shown = picture(payload.get("productImageSrc"), context)
    if shown:
        parts.append(f"<figure>{shown}</figure>")
    if has_words(payload.get("productTitle")):
        parts.append(f"<h4>{fragment(payload.get('productTitle'), context)}</h4>")
    if payload.get("productRatingEnabled"):
        stars = payload.get("productStarRating")
        count = min(5, max(0, stars)) if isinstance(stars, int) else 5
        parts.append(f"<p>{'★' * count}{'☆' * (5 - count)}</p>")
    parts.append(flow(payload.get("productDescription"), context))
    if payload.get("productButtonEnabled"):
        parts.append(button_html(payload.get("productButton"), payload.get("productUrl"), context))
    context.problem(
        "formatting", _("A product card became a heading, a picture and text, one below the other.")
    )
    return "\n".join(part for part in parts if part)


def header(payload: Payload, context: BodyContext) -> str:
    """A large heading on a coloured ground or picture, with a line below and perhaps a button."""
    parts = []
    shown = picture(payload.get("backgroundImageSrc"), context)
    if shown:
        parts.append(f"<figure>{shown}</figure>")
    if has_words(payload.get("header")):
        anchor = escape(context.anchors.of(plain_text(payload.get("header"))))
        parts.append(f'<h2 id="{anchor}">{fragment(payload.get("header"), context)}</h2>')
    parts.append(flow(payload.get("subheader"), context))
    if payload.get("buttonEnabled"):
        parts.append(button_html(payload.get("buttonText"), payload.get("buttonUrl"), context))
    return "\n".join(part for part in parts if part)


def call_to_action(payload: Payload, context: BodyContext) -> str:
    """An advertisement: who pays for it, picture, words, button."""
    parts = []
    if payload.get("hasSponsorLabel"):
        parts.append(flow(payload.get("sponsorLabel"), context))
    shown = picture(payload.get("imageUrl"), context)
    if shown:
        parts.append(f"<figure>{shown}</figure>")
    parts.append(flow(payload.get("textValue"), context))
    if payload.get("showButton"):
        parts.append(button_html(payload.get("buttonText"), payload.get("buttonUrl"), context))
    return "\n".join(part for part in parts if part)


def aside(payload: Payload, context: BodyContext) -> str:
    """Ghost's second kind of quote, set large: a pull quote when it is nothing but words."""
    found = fragment(payload.get("text"), context)
    if "<" in found.replace("<br>", ""):
        return f"<blockquote><p>{found}</p></blockquote>"
    return f'<blockquote data-block="pull_quote">{found}</blockquote>'


def rule(_: Payload, __: BodyContext) -> str:
    """A line across."""
    return "<hr>"


def paywall(_: Payload, context: BodyContext) -> str:
    """Where the part that everybody could read ended. Who may read the post is settled for the whole post."""
    context.constructs["preview"] += 1
    return ""
