"""Pictures, players and files as dialect."""

from __future__ import annotations

from html import escape
from typing import Any

from core.article.walk import list_items
from porting.render.context import RenderContext
from porting.render.markup import Render, element, lines, void
from porting.render.rich_text import rich_text


def image(value: dict[str, Any], render: Render) -> str:
    """A picture of this site."""
    width = value.get("width")
    return _figure(_picture(value, render.context), value, render, width if width != "text" else None)


def remote_picture(value: dict[str, Any], render: Render) -> str:
    """A picture that is elsewhere."""
    picture = void("img", src=value.get("url"), alt=value.get("alt_text") or "")
    width = value.get("width")
    return _figure(_linked(picture, value), value, render, width if width != "text" else None)


def _figure(picture: str, value: dict[str, Any], render: Render, width: str | None) -> str:
    caption = rich_text(value.get("caption") or "", render.context)
    below = element("figcaption", caption) if caption else ""
    return element("figure", picture + below, data_width=width) if picture else ""


def _picture(value: dict[str, Any], context: RenderContext) -> str:
    chosen = value.get("image") or {}
    number = chosen.get("image") if isinstance(chosen, dict) else chosen
    source = context.image(number) if number else ""
    if not source:
        return ""
    described = chosen if isinstance(chosen, dict) else {}
    decorative = bool(described.get("decorative"))
    picture = void("img", src=source, alt=described.get("alt_text") or "", data_decorative=decorative)
    return _linked(picture, value)


def _linked(picture: str, value: dict[str, Any]) -> str:
    return element("a", picture, href=value["link"]) if value.get("link") else picture


def gallery(value: dict[str, Any], render: Render) -> str:
    """Pictures side by side."""
    inner = ""
    for item in list_items(value.get("images") or []):
        caption = (
            element("figcaption", escape(item.get("caption") or "", quote=False))
            if item.get("caption")
            else ""
        )
        inner += element("figure", _picture(item, render.context) + caption)
    whole = value.get("caption")
    below = element("figcaption", escape(whole, quote=False)) if whole else ""
    return element("figure", inner + below, data_block="gallery")


def embed(value: dict[str, Any], render: Render) -> str:
    """A player or post from elsewhere."""
    caption = value.get("caption")
    below = element("figcaption", escape(caption, quote=False)) if caption else ""
    return element("figure", below, data_block="embed", data_url=value.get("url"))


def download(value: dict[str, Any], render: Render) -> str:
    """A file."""
    number = value.get("document")
    address = render.context.document(number) if number else ""
    title = escape(value.get("title") or "", quote=False)
    description = value.get("description")
    link = element("a", title, href=address) if address else title
    return element(
        "p", link + (f" {element('span', lines(description))}" if description else ""), data_block="download"
    )
