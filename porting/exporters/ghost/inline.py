"""Running text of the dialect as Lexical nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

Node = dict[str, Any]
#: Lexical's bit for each element it knows.
BITS = {
    "strong": 1,
    "b": 1,
    "em": 2,
    "i": 2,
    "s": 4,
    "del": 4,
    "strike": 4,
    "u": 8,
    "code": 16,
    "sub": 32,
    "sup": 64,
    "mark": 128,
}


def text_nodes(nodes: list[LexborNode], bits: int = 0) -> list[Node] | None:
    """The nodes of a line of text; None when something in it has no place in Lexical."""
    found: list[Node] = []
    for node in nodes:
        made = _made(node, bits)
        if made is None:
            return None
        found += made
    return _joined(found)


def _made(node: LexborNode, bits: int) -> list[Node] | None:
    if node.is_text_node:
        return [text_node(node.text_content or "", bits)]
    if not node.is_element_node:
        return []
    name = node.tag
    if name == "br":
        return [{"type": "linebreak", "version": 1}]
    inner = list(node.iter(include_text=True))
    if name == "a" and set(node.attributes) <= {"href", "title"} and node.attributes.get("href"):
        children = text_nodes(inner, bits)
        return None if children is None else [link_node(node, children)]
    if name in BITS and not node.attributes:
        return text_nodes(inner, bits | BITS[name])
    return None


def text_node(words: str, bits: int = 0) -> Node:
    """A piece of text with its formats."""
    node = {"detail": 0, "format": bits, "mode": "normal", "style": "", "text": words}
    return node | {"type": "extended-text", "version": 1}


def link_node(node: LexborNode, children: list[Node]) -> Node:
    """A link."""
    more = {
        "title": node.attributes.get("title"),
        "url": node.attributes.get("href"),
        "rel": None,
        "target": None,
    }
    return element("link", children) | more


def element(kind: str, children: list[Node]) -> Node:
    """A node with others inside."""
    shared = {"direction": "ltr", "format": "", "indent": 0, "version": 1}
    return {"type": kind, "children": children} | shared


def _joined(nodes: list[Node]) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        last = found[-1] if found else {}
        if node["type"] == last.get("type") == "extended-text" and node["format"] == last["format"]:
            last["text"] += node["text"]
        else:
            found.append(node)
    return found
