"""Addresses inside a page: stable, readable, used once."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.text import slugify
from wagtail.blocks import StreamValue

MAX_LENGTH = 80

#: Ids the page around an article uses itself; a heading "Contents" must not take them over.
TAKEN_BY_LAYOUT = frozenset(
    {"main", "content", "contents", "header", "footer", "nav", "menu", "top", "search", "toc", "comments"}
)


def anchor_from(text: str) -> str:
    """The address a heading gets from its words; letters of every script are kept."""
    return slugify(text, allow_unicode=True)[:MAX_LENGTH].strip("-_") or "section"


class Anchors:
    """Hands out ids, each once on a page."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._reserved = set(reserved) | TAKEN_BY_LAYOUT
        self._used: set[str] = set()
        self._numbers: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """An id made from ``wanted`` that nothing else on the page has or has reserved."""
        number = self._numbers.get(wanted, 1)
        anchor = wanted if number == 1 else f"{wanted}-{number}"
        while anchor in self._used or anchor in self._reserved:
            number += 1
            anchor = f"{wanted}-{number}"
        self._numbers[wanted] = number
        self._used.add(anchor)
        return anchor

    def claim(self, reserved: str) -> str:
        """The reserved id itself for the first who asks, a numbered one for a copy of the same block."""
        if reserved in self._used or reserved in TAKEN_BY_LAYOUT:
            return self.take(reserved)
        self._used.add(reserved)
        return reserved


def fill_anchors(stream: StreamValue) -> bool:
    """Give every heading block of a body its own anchor; to be called before a page is saved.

    An anchor once given stays when the words change, so that links from elsewhere keep working. Only a
    copied block, whose anchor is already used further up, gets a new one. Returns whether any changed.
    """
    headings = stream.blocks_by_name("heading")
    anchors = Anchors(reserved=[child.value.get("anchor") or "" for child in headings])
    changed = False
    for child in headings:
        current = child.value.get("anchor") or ""
        anchor = anchors.claim(current) if current else anchors.take(anchor_from(child.value["text"]))
        if anchor != current:
            child.value["anchor"] = anchor
            changed = True
    return changed
