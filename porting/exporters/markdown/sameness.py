"""Whether two pieces of HTML say the same, so that what is written can be checked by reading it."""

from __future__ import annotations

import re

from porting.convert.tags import BREAKING
from porting.convert.tree import Element, Node, parse

_ALIKE = {"b": "strong", "i": "em", "del": "s", "strike": "s"}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_UNWRAPPED = frozenset({"li", "td", "th", "dd", "figure"})


def same(one: str, other: str) -> bool:
    """Whether both have the same elements with the same attributes and text."""
    return canonical(one) == canonical(other)


def canonical(html: str) -> tuple:
    """The content in a form that leaves out what nobody sees: spaces between blocks, the name of an equal element."""
    return _children(parse(html))


def _children(element: Element) -> tuple:
    found: list = []
    for child in _opened(element):
        if isinstance(child, Element):
            found.append(_element(child))
        elif found and isinstance(found[-1], str):
            found[-1] += child
        else:
            found.append(child)
    if element.tag == "pre" or element.tag == "code":
        return tuple(found)
    return tuple(_without_edges(found))


def _opened(element: Element) -> list[Node]:
    """The content; a paragraph in a point or cell counts as its text, so loose and tight lists are one."""
    if element.tag not in _UNWRAPPED and "data-item" not in element.attributes:
        return element.children
    content: list[Node] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag == "p" and not child.attributes:
            content += [" ", *child.children, " "]
        else:
            content.append(child)
    return content


def _element(element: Element) -> tuple:
    tag = _ALIKE.get(element.tag, element.tag)
    # What a shared note says is kept where it is shared.
    inside = () if element.block in ("callout", "posts") else _children(element)
    if tag == "p" and len(inside) == 1 and inside[0][0] == "img":
        tag = "figure"
    if tag == "tbody" or tag == "thead":
        return (tag, (), inside)
    return (tag, tuple(sorted(element.attributes.items())), inside)


def _without_edges(found: list) -> list:
    """Texts with single spaces, and none at all beside blocks."""
    kept = []
    for at, node in enumerate(found):
        if not isinstance(node, str):
            kept.append(node)
            continue
        text = _SPACE.sub(" ", node)
        if at == 0 or _is_block(found[at - 1]):
            text = text.lstrip(" ")
        if at == len(found) - 1 or _is_block(found[at + 1]):
            text = text.rstrip(" ")
        if text:
            kept.append(text)
    return kept


def _is_block(node: object) -> bool:
    return isinstance(node, tuple) and node[0] in BREAKING
