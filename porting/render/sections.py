"""Blocks with parts of their own as dialect."""

from __future__ import annotations

from html import escape
from typing import Any

from core.article.walk import list_items
from porting.render.markup import Render, element
from porting.render.rich_text import rich_text


def _part(tag: str, title: str, inner: str) -> str:
    return element(tag, inner, data_item=True, data_title=title)


def faq(value: dict[str, Any], render: Render) -> str:
    """Questions and answers."""
    inner = "".join(
        _part("div", item.get("question") or "", rich_text(item.get("answer") or "", render.context))
        for item in list_items(value.get("items") or [])
    )
    return element("section", inner, data_block="faq")


def accordion(value: dict[str, Any], render: Render) -> str:
    """Parts that open."""
    inner = ""
    for item in list_items(value.get("items") or []):
        summary = element("summary", escape(item.get("title") or "", quote=False))
        inner += element(
            "details", summary + render.blocks(item.get("body") or []), open=bool(item.get("open"))
        )
    return element("div", inner, data_block="accordion")


def tabs(value: dict[str, Any], render: Render) -> str:
    """Alternatives."""
    inner = "".join(
        _part("section", tab.get("label") or "", render.blocks(tab.get("body") or []))
        for tab in list_items(value.get("tabs") or [])
    )
    return element("div", inner, data_block="tabs", data_group=value.get("group"))


def steps(value: dict[str, Any], render: Render) -> str:
    """Numbered steps."""
    inner = "".join(
        _part("section", step.get("title") or "", render.blocks(step.get("body") or []))
        for step in list_items(value.get("steps") or [])
    )
    return element("div", inner, data_block="steps")


def button(value: dict[str, Any], render: Render) -> str:
    """A link shown as a button."""
    page = value.get("page")
    href = render.context.page(page) if page else value.get("url") or ""
    words = escape(value.get("text") or "", quote=False)
    style = value.get("style")
    link = element("a", words, href=href) if href else words
    return element("p", link, data_block="button", data_style=style if style != "primary" else None)


def posts(value: dict[str, Any], render: Render) -> str:
    """Cards of other posts."""
    heading = value.get("heading")
    inner = element("h2", escape(heading, quote=False)) if heading else ""
    for page in list_items(value.get("posts") or []):
        address = render.context.page(page) if page else ""
        if address:
            inner += element("a", escape(address, quote=False), href=address)
    return element(
        "div",
        inner,
        data_block="posts",
        data_source=value.get("source") or "latest",
        data_count=value.get("count") or 3,
        data_tag=value.get("tag"),
    )
