"""Shared blocks of which a part says something else on each page: the words and pictures a page put in.

The shared block marks such a part with a name and a binding; the page that shows the block holds, under that name, the
attributes it gives the part instead.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import Any

from porting.readers.wordpress.gutenberg.grammar import Block

_SOURCE = "core/pattern-overrides"
#: The element that holds a block's words, and the attribute that holds them in the page.
_WORDS = {"paragraph": ("p", "content"), "heading": ("h[1-6]", "content"), "button": ("a|button", "text")}
_ADDRESSES = {"button": ("a", (("href", "url"),)), "image": ("img", (("src", "url"), ("alt", "alt")))}


def with_own_words(block: Block, given: dict[str, Any]) -> Block:
    """The block, and those in it, with what a page gives its named parts; ``given`` is by name."""
    parts = [part if isinstance(part, str) else with_own_words(part, given) for part in block.parts]
    own = given.get(_name(block))
    if not isinstance(own, dict):
        return replace(block, parts=parts)
    return replace(
        block, parts=[_said(block.name, part, own) if isinstance(part, str) else part for part in parts]
    )


def _name(block: Block) -> str:
    """The name of a part that may differ from page to page; nothing for other blocks."""
    metadata = block.attributes.get("metadata")
    bindings = metadata.get("bindings") if isinstance(metadata, dict) else None
    bound = bindings.values() if isinstance(bindings, dict) else ()
    if not any(isinstance(one, dict) and one.get("source") == _SOURCE for one in bound):
        return ""
    name = metadata.get("name")
    return name if isinstance(name, str) else ""


def _said(kind: str, markup: str, own: dict[str, Any]) -> str:
    """A part's own HTML with the words and addresses of the page."""
    if kind in _WORDS:
        tag, attribute = _WORDS[kind]
        words = own.get(attribute)
        if isinstance(words, str):
            pattern = rf"(<({tag})\b[^>]*>).*(</\2>)"
            markup = re.sub(pattern, lambda m: m[1] + words + m[3], markup, count=1, flags=re.DOTALL)
    if kind in _ADDRESSES:
        tag, pairs = _ADDRESSES[kind]
        for name, attribute in pairs:
            value = own.get(attribute)
            if isinstance(value, str):
                markup = _with_attribute(markup, tag, name, value)
    return markup


def _with_attribute(markup: str, tag: str, name: str, value: str) -> str:
    """The markup with an attribute of its first such element set."""

    def written(match: re.Match[str]) -> str:
        rest = re.sub(rf"\s{name}=(?:\"[^\"]*\"|'[^']*')", "", match[0][len(tag) + 1 :])
        return f'<{tag} {name}="{escape(value)}"{rest}'

    return re.sub(rf"<{tag}\b[^>]*>", written, markup, count=1)
