"""A body as a small tree of our own: read once from the HTML5 parser, walked many times."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from porting.convert.tags import BREAKING, PRECIOUS, VOID

#: Elements nested deeper than this are taken apart: their content moves up. Real posts stay below 40.
DEEPEST = 90
#: Links, code and the like may stand this much deeper still; below that even they hold nothing.
DEEPER = 4


class Element:
    """An element with its attributes and, in order, the texts and elements in it."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: dict[str, str] | None = None, *children: Node) -> None:
        self.tag = tag
        self.attributes = attributes or {}
        self.children: list[Node] = list(children)

    def __repr__(self) -> str:
        return f"<{self.tag} {self.attributes} {len(self.children)}>"

    def get(self, name: str) -> str:
        """An attribute, or an empty string."""
        return self.attributes.get(name) or ""

    @property
    def block(self) -> str:
        """Which block the dialect says this is, or an empty string."""
        return self.get("data-block")

    @property
    def classes(self) -> list[str]:
        """The class names, in order."""
        return self.get("class").split()

    @property
    def elements(self) -> list[Element]:
        """The elements directly in it."""
        return [child for child in self.children if isinstance(child, Element)]

    def walk(self) -> Iterator[Node]:
        """Everything in it, in reading order, without itself."""
        stack: list[Node] = self.children[::-1]
        while stack:
            node = stack.pop()
            yield node
            if isinstance(node, Element):
                stack.extend(reversed(node.children))

    def find_all(self, *tags: str) -> list[Element]:
        """All elements in it with one of these names, in reading order."""
        return [node for node in self.walk() if isinstance(node, Element) and node.tag in tags]

    def find(self, *tags: str) -> Element | None:
        """The first of these."""
        return next((node for node in self.walk() if isinstance(node, Element) and node.tag in tags), None)

    @property
    def text(self) -> str:
        """Its text as written, line breaks for ``br``."""
        return "".join(
            node if isinstance(node, str) else "\n" if node.tag == "br" else "" for node in self.walk()
        )

    @property
    def words(self) -> str:
        """Its text with single spaces, elements that end a line taken as a space."""
        pieces = []
        for node in self.walk():
            if isinstance(node, str):
                pieces.append(node)
            elif node.tag in BREAKING:
                pieces.append(" ")
        return " ".join("".join(pieces).split())

    def is_blank(self) -> bool:
        """Whether nothing in it can be seen: no words, pictures or players."""
        return all(
            not node.strip() if isinstance(node, str) else node.tag not in _SEEN and not node.block
            for node in (self, *self.walk())
        )

    def is_sign(self) -> bool:
        """Whether all that can be seen in it is drawn: by a style sheet, or as a picture without words."""
        return not self.words and all(
            isinstance(node, str) or node.tag == "svg" or (node.tag not in _SEEN and not node.block)
            for node in (self, *self.walk())
        )


Node = Element | str
_SEEN = frozenset({"img", "iframe", "video", "audio", "embed", "object", "hr", "input", "svg", "canvas"})


#: Elements whose content the parser takes as mere text. When one is never closed, that is the rest of the post.
_RAW = frozenset({"iframe", "noembed", "noframes", "title"})
_RAW_LEVELS = 3


def parse(html: str, levels: int = _RAW_LEVELS) -> Element:
    """The body of a piece of HTML, read as browsers read it; comments are left out."""
    body = LexborHTMLParser(f"<!doctype html><html><body>{html}").body
    root = Element("body")
    if body is not None:
        _grow(root, body)
    for raw in root.find_all(*_RAW) if levels else ():
        if raw.text.strip():
            raw.children = parse(raw.text, levels - 1).children
    return root


def _grow(root: Element, source: LexborNode) -> None:
    """Copy what is below ``source``, without recursion: a body may be thousands of levels deep."""
    path = [root]  # path[n] is where the content of the open element n goes
    node = source.child
    while node is not None:
        place = path[-1]
        inside = _copied(node, place, len(path))
        if inside is not None and node.child is not None:
            path.append(inside)
            node = node.child
            continue
        while node is not None and node.next is None:
            node = node.parent
            if node is None or len(path) == 1:
                return
            if path.pop() is path[-1]:
                # It was taken apart: its words must not run into those after it.
                path[-1].children.append(" ")
        node = node.next if node is not None else None


def _copied(node: LexborNode, place: Element, depth: int) -> Element | None:
    """Add a copy of the node and return where its content goes; None when it has none."""
    tag = node.tag or ""
    if tag == "-text":
        text = node.text_content
        if text:
            place.children.append(text)
        return None
    if not tag or tag[0] in "-_!":
        return None
    if depth > DEEPEST and tag not in PRECIOUS:
        place.children.append(" ")
        return place
    element = Element(tag, {name: value or "" for name, value in node.attributes.items()})
    place.children.append(element)
    if depth > DEEPEST + DEEPER:
        place.children.append(" ")
        return place
    return element


def outer_html(node: Node) -> str:
    """The node as HTML."""
    if isinstance(node, str):
        return escape(node, quote=False)
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    if node.tag in VOID:
        return f"<{node.tag}{attributes}>"
    # The parser drops the first line break of a pre: one more keeps it.
    start = "\n" if node.tag == "pre" and node.text.startswith("\n") else ""
    return f"<{node.tag}{attributes}>{start}{inner_html(node)}</{node.tag}>"


def inner_html(node: Element) -> str:
    """What is in the element, as HTML."""
    return "".join(map(outer_html, node.children))
