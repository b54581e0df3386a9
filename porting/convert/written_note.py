"""One hand-made footnote: its text without its own number and without the way back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from porting.convert.tree import Element, Node

_OPENED = re.compile(r"\s*[\[(]\s*")
_CLOSED = re.compile(r"^\s*[\])]?[.:]?\s*")
_WAY_BACK = re.compile(r"\W*|\W*(?:back|return|jump|go back|zurück|retour|volver|top)\b.*", re.IGNORECASE)


@dataclass
class NoteText:
    """``branch`` is the part of ``holder`` the place stands in, None for the whole; ``before`` what is above it.

    ``places`` are those of both in the holder, ``key`` is what the footnote is called here.
    """

    name: str
    holder: Element
    branch: Element | None
    children: list[Node] = field(default_factory=list)
    before: list[Node] = field(default_factory=list)
    places: range = range(0)
    mark: str = ""
    ways_back: set[str] = field(default_factory=set)
    key: str = ""

    def __post_init__(self) -> None:
        self.key = re.sub(r"[^\w-]+", "-", self.name).strip("-_") or "note"

    def walk(self) -> Iterator[Node]:
        """Everything in it, in reading order."""
        return Element("div", {}, *self.children).walk()

    def length(self) -> int:
        """Its letters without white space at both ends."""
        return len(Element("div", {}, *self.children).text.strip())

    def begins_it(self) -> bool:
        """Whether nothing but its own mark stands in front of the place."""
        return Element("p", {}, *self.before).words.strip("[]().: ") in ("", self.mark)

    def text(self) -> list[Node]:
        """What is in it but its own number and the ways back."""
        root = Element("div", {}, *self.children)
        marked = self._drop_links(root)
        self._drop_mark(root, marked=marked)
        while root.children and (
            (isinstance(root.children[-1], str) and not root.children[-1].strip())
            or (isinstance(root.children[-1], Element) and root.children[-1].tag == "br")
        ):
            root.children.pop()
        return root.children

    def _drop_links(self, root: Element) -> bool:
        """Drop the ways back, and the number where it is an element; whether the number is gone."""
        marked = False
        for parent in (root, *(node for node in root.walk() if isinstance(node, Element))):
            kept: list[Node] = []
            for child in parent.children:
                number = isinstance(child, Element) and self._is_number(child) and not marked
                marked = marked or number
                if not number and not self._is_way_back(child):
                    kept.append(child)
            parent.children = kept
        return marked

    def _is_number(self, node: Element) -> bool:
        named = self.name in (node.get("id"), node.get("name"))
        led_back = node.get("href") in self.ways_back and node.tag == "a"
        return (named or led_back) and node.words.strip("[]().: ") == self.mark

    def _is_way_back(self, node: Node) -> bool:
        return (
            isinstance(node, Element)
            and node.tag == "a"
            and node.get("href") in self.ways_back
            and (_WAY_BACK.fullmatch(node.words) is not None or node.words.strip("[]() ") == self.mark)
        )

    def _drop_mark(self, root: Element, *, marked: bool) -> None:
        """Drop the number where it is text, or the brackets and the full stop that were around the link."""
        opened = False
        for parent in (root, *(node for node in root.walk() if isinstance(node, Element))):
            for at, child in enumerate(parent.children):
                if not isinstance(child, str) or not child.strip():
                    continue
                if not opened and _OPENED.fullmatch(child):
                    parent.children[at], opened = "", True
                    continue
                pattern = _CLOSED if marked or opened else self._number()
                parent.children[at] = pattern.sub("", child, count=1)
                return

    def _number(self) -> re.Pattern[str]:
        return re.compile(rf"^\s*[\[(]?\s*{re.escape(self.mark)}\s*(?:[\])][.:]?|[.:])\s*")
