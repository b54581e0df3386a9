"""Footnotes as Markdown was drawn by Ghost, old and new, read back into footnotes."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from selectolax.lexbor import LexborHTMLParser, LexborNode

NOTE = re.compile(r"fn[:-]?(?!ref)([\w-]+)")
BACK = 'a[href^="#fnref"]'


def notes_of(tree: LexborHTMLParser) -> dict[str, str]:
    """The key of each footnote by its id (``fn:1`` or ``fn1``)."""
    found = {}
    for item in tree.css(".footnotes li[id]"):
        name = item.attributes.get("id") or ""
        key = NOTE.fullmatch(name)
        if key:
            found[name] = key[1]
    return found


def reference(node: LexborNode, notes: dict[str, str]) -> str | None:
    """A raised number that leads to a footnote; None for any other ``sup``."""
    link = node.css_first('a[href^="#fn"]')
    key = notes.get((link.attributes.get("href") or "")[1:]) if link is not None else None
    return f'<sup data-footnote="{escape(key)}"></sup>' if key else None


def note_list(node: LexborNode, notes: dict[str, str], inner: Callable[[LexborNode], str]) -> str | None:
    """The list of footnotes; None when it holds anything else."""
    items = [item for item in node.css("li") if item.attributes.get("id") in notes]
    if not items or len(items) != len(node.css("li")):
        return None
    for back in node.css(BACK):
        back.decompose()
    written = [
        f'<div data-item data-key="{escape(notes[item.attributes["id"] or ""])}">{inner(item).strip()}</div>'
        for item in items
    ]
    return f'<section data-block="footnotes">{"".join(written)}</section>'
