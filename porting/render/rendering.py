"""A body as dialect."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape
from typing import Any

from core.article.walk import list_items
from porting.render import media, sections
from porting.render.context import RenderContext
from porting.render.markup import Render, element, lines, void
from porting.render.rich_text import rich_text
from porting.render.tables import table

Raw = dict[str, Any]
_PLAIN_HEADING = re.compile(r"<h[2-6][^>]*>[^<]*</h")


def to_dialect(blocks: Iterable[Raw], context: RenderContext | None = None) -> str:
    """Blocks, as a StreamField stores them, as dialect."""
    blocks = list(blocks)
    context = context or RenderContext()
    keys = {
        note.get("key") or ""
        for block in blocks
        if block["type"] == "footnotes"
        for note in list_items(block["value"].get("notes") or [])
    }
    return _render(blocks, replace(context, keys=context.keys | keys))


def _render(blocks: Iterable[Raw], context: RenderContext) -> str:
    pieces, before = [], ""
    for block in blocks:
        kind, value = block["type"], block["value"]
        if kind == "paragraph":
            pieces.append(_text(value or "", context, joined=before == "paragraph"))
        elif kind in _BLOCKS:
            pieces.append(_BLOCKS[kind](value, Render(context, _render)))
        before = kind
    return "\n".join(piece for piece in pieces if piece)


def _text(value: str, context: RenderContext, joined: bool) -> str:
    """Rich text; wrapped where it would join the text before it, or its headings become blocks."""
    html = rich_text(value, context)
    if html and (joined or _PLAIN_HEADING.search(html)):
        return element("div", html, data_block="paragraph")
    return html


def _heading(value: Raw, render: Render) -> str:
    level = value.get("level") or "2"
    return element(f"h{level}", escape(value.get("text") or "", quote=False), id=value.get("anchor"))


def _code(value: Raw, render: Render) -> str:
    text = value.get("code") or ""
    # The converter takes one line end off, as the last line of a source is ended by one.
    text = escape(f"{text}\n" if text.endswith("\n") else text, quote=False)
    language = value.get("language") or "text"
    return element(
        "pre",
        element("code", text),
        data_language=language if language != "text" else None,
        data_title=value.get("title"),
        data_lines=value.get("highlight_lines"),
        data_numbers=bool(value.get("line_numbers")),
    )


def _quote(value: Raw, render: Render) -> str:
    role = value.get("role")
    said = escape(value.get("attribution") or "", quote=False)
    who = said + (
        " " * bool(said) + element("span", escape(role, quote=False), data_role=True) if role else ""
    )
    text = rich_text(value.get("text") or "", render.context) + (element("footer", who) if who else "")
    return element("blockquote", text, cite=value.get("source_url"))


def _pull_quote(value: Raw, render: Render) -> str:
    return element("blockquote", lines(value.get("text") or ""), data_block="pull_quote")


def _divider(value: Any, render: Render) -> str:
    return void("hr")


def _admonition(value: Raw, render: Render) -> str:
    body = render.blocks(value.get("body") or [])
    kind, title = value.get("kind") or "note", value.get("title")
    return element("aside", body, data_block="admonition", data_kind=kind, data_title=title)


def _callout(value: Any, render: Render) -> str:
    title = render.context.callout(value) if value else ""
    return element("aside", "", data_block="callout", data_title=title) if title else ""


def _footnotes(value: Raw, render: Render) -> str:
    notes = "".join(
        element(
            "div", rich_text(note.get("text") or "", render.context), data_item=True, data_key=note.get("key")
        )
        for note in list_items(value.get("notes") or [])
    )
    return element("section", notes, data_block="footnotes")


def _list(value: Raw, render: Render) -> str:
    points = "".join(element("li", render.blocks(point)) for point in list_items(value.get("items") or []))
    start = 1 if value.get("start") is None else value["start"]
    if not value.get("ordered"):
        return element("ul", points, data_block="list")
    return element("ol", points, data_block="list", start=start if start != 1 else None)


def _html(value: Raw, render: Render) -> str:
    html = rich_text(value.get("html") or "", render.context)
    reviewed = bool(value.get("reviewed"))
    return element(
        "div", html, data_block="html", data_reason=value.get("reason") or "", data_reviewed=reviewed
    )


_BLOCKS: dict[str, Callable[[Any, Render], str]] = {
    "heading": _heading,
    "code": _code,
    "quote": _quote,
    "pull_quote": _pull_quote,
    "divider": _divider,
    "admonition": _admonition,
    "callout": _callout,
    "footnotes": _footnotes,
    "list": _list,
    "html": _html,
    "table": table,
    "image": media.image,
    "remote_picture": media.remote_picture,
    "gallery": media.gallery,
    "embed": media.embed,
    "download": media.download,
    "button": sections.button,
    "faq": sections.faq,
    "accordion": sections.accordion,
    "tabs": sections.tabs,
    "steps": sections.steps,
    "posts": sections.posts,
}
