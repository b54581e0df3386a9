"""Changing the addresses in a body of the dialect."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from selectolax.lexbor import LexborHTMLParser

_ADDRESS = re.compile(r"""(<(?:a|img|source|video|audio)\b[^>]*?\s(?:href|src)=")([^"]*)\"""")


def with_addresses(html: str, change: Callable[[str], str]) -> str:
    """The same HTML with the address of every link and picture as ``change`` gives it.

    Text of the dialect has no bare "<", so what looks like a tag is one.
    """

    def changed(match: re.Match[str]) -> str:
        return f'{match[1]}{escape(change(unescape(match[2])))}"'

    return _ADDRESS.sub(changed, html)


_ATTRIBUTES = ("src", "href", "data-url", "poster")


def with_every_address(html: str, change: Callable[[str], str]) -> str:
    """The same HTML with every address in it changed, those of players and their pictures too; read as browsers do."""
    tree = LexborHTMLParser(f"<!DOCTYPE html><body>{html}")
    if not html or tree.body is None:
        return ""
    for name in _ATTRIBUTES:
        for node in tree.css(f"[{name}]"):
            node.attrs[name] = change(node.attributes.get(name) or "")  # type: ignore[index]
    return tree.body.inner_html or ""
