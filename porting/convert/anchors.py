"""Places that links within a text lead to. Only headings have an address here, so each leads to its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.article.anchors import MAX_LENGTH, anchor_from
from porting.convert.tags import HEADINGS
from porting.convert.tree import Element, Node

_MARKS = {"a", "span"}
_SPACES = re.compile(r"\s+")


def anchor_of(element: Element) -> str:
    """The last part of links to this heading: its id, or that of an anchor in it."""
    wanted = element.get("id")
    if not wanted:
        inner = (node for node in element.walk() if isinstance(node, Element) and node.tag in _MARKS)
        wanted = next((name for node in inner if (name := node.get("id") or node.get("name"))), "")
    # Links within a page are shown with single hyphens.
    return re.sub("-{2,}", "-", _SPACES.sub("-", wanted.strip()))[:MAX_LENGTH]


def settle_anchors(body: Element, linked: set[str]) -> dict[str, str]:
    """Give headings the names of the marks right before them, as old editors wrote them: ``<a name="x"></a><h2>``.

    Returns the other places of ``linked``, each with the address of the heading it stands below; what stands below
    none is not in it.
    """
    walk = _Walk(linked)
    for node in _outside_headings(body):
        walk.step(node)
    named = {anchor_of(heading) for heading in body.find_all(*HEADINGS)}
    return {
        name: anchor_of(heading) or anchor_from(heading.words)
        for name, heading in walk.below.items()
        if name not in named
    }


def _outside_headings(element: Element) -> Iterator[Node]:
    waiting: list[Node] = list(reversed(element.children))
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Element) and node.tag not in HEADINGS:
            waiting.extend(reversed(node.children))


@dataclass
class _Walk:
    """``waiting`` is a name no text has followed yet, ``above`` the last heading, ``below`` what stands under which."""

    linked: set[str]
    waiting: str = ""
    above: Element | None = None
    below: dict[str, Element] = field(default_factory=dict)

    def step(self, node: Node) -> None:
        if isinstance(node, str):
            self.waiting = "" if node.strip() else self.waiting
        elif node.tag in HEADINGS:
            self._heading(node)
        else:
            self._place(node)

    def _heading(self, heading: Element) -> None:
        own = anchor_of(heading)
        if self.waiting and (not own or (self.waiting in self.linked and own not in self.linked)):
            heading.attributes["id"] = self.waiting
        self.above, self.waiting = heading, ""

    def _place(self, node: Element) -> None:
        name = node.get("id") or (node.get("name") if node.tag == "a" else "")
        if not name or not (name in self.linked or (node.tag in _MARKS and node.is_blank())):
            return
        self.waiting = self.waiting or name
        if name in self.linked and self.above is not None:
            self.below.setdefault(name, self.above)
