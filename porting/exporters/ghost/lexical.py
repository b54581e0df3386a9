"""A body of the dialect as Lexical: Ghost's own nodes where one says the same, an HTML card for everything else."""

from __future__ import annotations

from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from porting.exporters.ghost.cards import CARDS, html_card
from porting.exporters.ghost.inline import Node, element, text_nodes
from porting.readers.ghost.slugs import Anchors

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
LISTS = {"ul", "ol"}
INLINE = {
    "a",
    "b",
    "br",
    "code",
    "del",
    "em",
    "i",
    "mark",
    "s",
    "strong",
    "sub",
    "sup",
    "u",
    "span",
    "kbd",
    "small",
}


def lexical(html: str) -> dict[str, Any]:
    """The whole body as a Lexical document."""
    tree = LexborHTMLParser(f"<body>{html}")
    children: list[Node] = []
    line: list[LexborNode] = []
    anchors = Anchors()
    for node in tree.body.iter(include_text=True) if tree.body else []:
        if node.is_text_node or node.tag in INLINE:
            line.append(node)
            continue
        children += paragraph(line)
        line = []
        if node.is_element_node:
            children.append(block(node, anchors))
    children += paragraph(line)
    return {"root": element("root", children)}


def paragraph(line: list[LexborNode]) -> list[Node]:
    """Text that stands between blocks; none when it is only space."""
    if not any(node.is_element_node or (node.text_content or "").strip() for node in line):
        return []
    found = text_nodes(line)
    if found is None:
        return [html_card("<p>" + "".join(node.html or "" for node in line) + "</p>")]
    return [element("paragraph", found)]


def block(node: LexborNode, anchors: Anchors) -> Node:
    """One block."""
    return _native(node, anchors) or html_card(node.html or "")


def _native(node: LexborNode, anchors: Anchors) -> Node | None:
    name, kind = str(node.tag), node.attributes.get("data-block")
    if kind or name in {"figure", "pre", "img"}:
        card = CARDS.get(kind or name)
        return card(node) if card else None
    if name in HEADINGS:
        return heading(node, anchors)
    if name == "p" and not node.attributes:
        return _with_text("paragraph", node)
    if name == "blockquote" and not node.attributes:
        return quote(node)
    if name in LISTS:
        return list_node(node)
    return {"type": "horizontalrule", "version": 1} if name == "hr" else None


def _with_text(kind: str, node: LexborNode) -> Node | None:
    found = text_nodes(list(node.iter(include_text=True)))
    return None if found is None else element(kind, found)


def heading(node: LexborNode, anchors: Anchors) -> Node | None:
    """A heading, unless its anchor is one Ghost would not make: links to it would break."""
    made = anchors.of(node.text())
    if set(node.attributes) - {"id"} or (node.attributes.get("id") or made) != made:
        return None
    found = _with_text("extended-heading", node)
    return found | {"tag": node.tag} if found else None


def quote(node: LexborNode) -> Node | None:
    """A quote of one paragraph."""
    inner = [child for child in node.iter(include_text=True) if (child.text() or "").strip()]
    if len(inner) == 1 and inner[0].tag == "p" and not inner[0].attributes:
        return _with_text("extended-quote", inner[0])
    return None


def list_node(node: LexborNode) -> Node | None:
    """A list whose items are lines of text and further lists."""
    if set(node.attributes) - {"start"}:
        return None
    items: list[Node] = []
    for item in node.iter():
        made = _items(item)
        if made is None:
            return None
        items += made
    for number, item in enumerate(items, 1):
        item["value"] = number
    start = int(node.attributes.get("start") or 1) if (node.attributes.get("start") or "1").isdigit() else 1
    kind = "number" if node.tag == "ol" else "bullet"
    return element("list", items) | {"listType": kind, "start": start, "tag": node.tag}


def _items(item: LexborNode) -> list[Node] | None:
    if item.tag != "li" or item.attributes:
        return None
    inner = list(item.iter(include_text=True))
    below = [child for child in inner if child.tag in LISTS]
    line = [child for child in inner if child.tag not in LISTS]
    if (
        below
        and line
        and inner.index(below[0]) < max(inner.index(child) for child in line if child.text().strip())
    ):
        return None  # text after a list has no place of its own
    found = text_nodes(line)
    lists = [list_node(child) for child in below]
    if found is None or None in lists:
        return None
    return [element("listitem", found), *(element("listitem", [made]) for made in lists if made)]
