"""Ghost's cards: what stands between paragraphs, by its name in Lexical and Mobiledoc, as dialect HTML."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from django.utils.translation import gettext as _

from ..context import BodyContext
from . import email, embeds, media, text
from .visibility import hidden_reason

Payload = dict[str, Any]
Card = Callable[[Payload, BodyContext], str]

CARDS: dict[str, Card] = {
    "image": media.image,
    "gallery": media.gallery,
    "before-after": media.before_after,
    "video": media.video,
    "audio": media.audio,
    "file": media.file,
    "embed": embeds.embed,
    "bookmark": embeds.bookmark,
    "transistor": embeds.transistor,
    "nft": embeds.nft,
    "html": text.raw_html,
    "markdown": text.markdown,
    "code": text.code,
    "codeblock": text.code,
    "callout": text.callout,
    "toggle": text.toggle,
    "button": text.button,
    "product": text.product,
    "header": text.header,
    "call-to-action": text.call_to_action,
    "cta": text.call_to_action,
    "aside": text.aside,
    "hr": text.rule,
    "horizontalrule": text.rule,
    "paywall": text.paywall,
    "email": email.email_only,
    "email-cta": email.email_only,
    "signup": email.signup,
}


def card_html(name: str, payload: Payload, context: BodyContext) -> str:
    """A card by its name. One nobody knows is kept for review."""
    known = name.lower().removeprefix("card-").removesuffix("-card")
    context.constructs[f"{known or 'unknown'} card"] += 1
    hidden = hidden_reason(known, payload)
    if hidden:
        context.problem("hidden", hidden)
        return ""
    return CARDS.get(known, unknown(known))(payload, context)


def unknown(name: str) -> Card:
    """How a card without a rule is kept: its own HTML, or every text it holds."""

    def keep(payload: Payload, context: BodyContext) -> str:
        inner = payload.get("html")
        if not isinstance(inner, str) or not inner.strip():
            words = [value for value in payload.values() if isinstance(value, str) and value.strip()]
            inner = "".join(f"<p>{escape(context.url(value))}</p>" for value in words)
        reason = f"Ghost card {name or 'without a name'}"
        context.problem(
            "html",
            _("%(reason)s: there is no block for it; it was kept as HTML to be reviewed.")
            % {"reason": reason},
        )
        return f'<div data-block="html" data-reason="{escape(reason)}">{inner}</div>'

    return keep
