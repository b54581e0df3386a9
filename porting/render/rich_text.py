"""Stored rich text as dialect."""

from __future__ import annotations

import re
from html import escape, unescape

from wagtail.rich_text.rewriters import FIND_ATTRS

from core.article.footnotes import REFERENCE
from porting.render.context import RenderContext

_TAG = re.compile(r"(<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)")
_NAME = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_EDITOR_KEY = re.compile(r' data-block-key="[^"]*"')
_NAMES = {"b": "strong", "i": "em"}
_QUIET = frozenset({"a", "code", "pre"})


def rich_text(html: str, context: RenderContext) -> str:
    """The text with addresses for ids, and places for footnotes."""
    if "<" not in html and "[^" not in html:
        return html
    return "".join(_Rewriter(context).rewritten(html))


class _Rewriter:
    """Goes once over the tags and texts of a piece of rich text."""

    def __init__(self, context: RenderContext) -> None:
        self._context = context
        self._quiet = 0
        self._links: list[bool] = []

    def rewritten(self, html: str) -> list[str]:
        parts = _TAG.split(_EDITOR_KEY.sub("", html))
        return [self._tag(part) if position % 2 else self._text(part) for position, part in enumerate(parts)]

    def _text(self, text: str) -> str:
        if self._quiet or "[^" not in text:
            return text
        return REFERENCE.sub(self._reference, text)

    def _reference(self, match: re.Match[str]) -> str:
        key = unescape(match[1])
        return f'<sup data-footnote="{escape(key)}"></sup>' if key in self._context.keys else match[0]

    def _tag(self, tag: str) -> str:
        found = _NAME.match(tag)
        if found is None:
            return tag
        closing, name = bool(found[1]), found[2].lower()
        if name in _QUIET:
            self._quiet += -1 if closing else 1
        if name == "a":
            return self._link(tag, closing)
        if name == "embed":
            return self._picture(tag)
        if name == "br":
            return "<br>"
        return tag.replace(found[0], f"<{found[1]}{_NAMES[name]}", 1) if name in _NAMES else tag

    def _link(self, tag: str, closing: bool) -> str:
        if closing:
            return "</a>" if self._links and self._links.pop() else ""
        attributes = attributes_of(tag)
        href = address_of(attributes, self._context)
        self._links.append(bool(href))
        return f'<a href="{escape(href)}">' if href else ""

    def _picture(self, tag: str) -> str:
        attributes = attributes_of(tag)
        if attributes.get("embedtype") == "media":
            address = escape(attributes.get("url", ""))
            return f'<a href="{address}">{address}</a>'
        source = self._context.image(number(attributes))
        return f'<img src="{escape(source)}" alt="{escape(attributes.get("alt", ""))}">' if source else ""


def attributes_of(tag: str) -> dict[str, str]:
    """The attributes of a tag, their character references resolved."""
    return {name.lower(): unescape(value) for name, value in FIND_ATTRS.findall(tag)}


def number(attributes: dict[str, str]) -> int:
    """The id an element names, 0 when it names none."""
    return int(attributes["id"]) if attributes.get("id", "").isdecimal() else 0


def address_of(attributes: dict[str, str], context: RenderContext) -> str:
    """Where a stored link leads."""
    kind = attributes.get("linktype")
    if kind is None:
        return attributes.get("href", "")
    if kind == "page":
        address, part = context.page(number(attributes)), attributes.get("fragment", "")
        return f"{address}#{part}" if address and part else address
    return context.document(number(attributes)) if kind == "document" else ""
