"""Posts of other sites quoted in full: the words stay as a quote, the post itself becomes an embed."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from .context import BodyContext

QUOTED = {
    "twitter-tweet",
    "twitter-video",
    "instagram-media",
    "tiktok-embed",
    "reddit-embed-bq",
    "reddit-card",
}
POST = re.compile(
    r"https?://(?:www\.|mobile\.)?(?:(?:twitter|x)\.com/\w+/status(?:es)?/\d+|instagram\.com/(?:p|reel|tv)/[\w-]+"
    r"|tiktok\.com/@[\w.]+/video/\d+|reddit\.com/r/\w+/comments/\w+)[^\s\"'<>?]*"
)
KEPT = {"strong", "em", "b", "i", "code"}
DRAWING = {"svg", "style", "script", "img"}
APART = {"p", "div", "section", "li"}


def quoted_post(node: LexborNode, context: BodyContext, address: str = "") -> str:
    """A quote and an embed of the post it is from; without an address just the quote."""
    found = POST.search(node.html or "")
    address = address or (found[0] if found else "")
    inner = words(node, context).strip()
    quote = f"<blockquote>{inner}</blockquote>" if inner else ""
    embed = f'<figure data-block="embed" data-url="{escape(address)}"></figure>' if address else ""
    return quote + embed


def words(node: LexborNode, context: BodyContext) -> str:
    """The words and links of a quoted post without what draws its frame."""
    parts: list[str] = []
    for child in node.iter(include_text=True):
        if child.is_text_node:
            parts.append(escape(child.text_content or "", quote=False))
        elif child.tag == "br":
            parts.append("<br>")
        elif child.is_element_node and child.tag not in DRAWING:
            parts.append(_around(child, words(child, context), context))
    return "".join(parts)


def _around(node: LexborNode, inner: str, context: BodyContext) -> str:
    """The words of an element, with those elements around them that mean something."""
    if not inner.strip():
        return ""
    if node.tag == "a":
        return f'<a href="{context.attribute(node.attributes.get("href"))}">{inner}</a>'
    if node.tag in KEPT or (node.tag == "p" and "<p>" not in inner):
        return f"<{node.tag}>{inner}</{node.tag}>"
    return f"{inner} " if node.tag in APART else inner
