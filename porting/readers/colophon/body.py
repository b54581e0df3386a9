"""A body of our own Markdown export as HTML of the dialect."""

from __future__ import annotations

import re

from porting.convert.tree import Element, inner_html, parse
from porting.readers.markdown.text.engine import Flavour, markdown_to_html

FLAVOUR = Flavour(indented_code=False)
#: JSX wants an object where HTML has text, so exports call it by another name.
RENAMED = {"data-style": "style"}
_OPENING = re.compile(r"^:::(?P<kind>note|tip|info|warning|danger)(?:\[(?P<title>[^\]\n]*)\])?$")
_FENCE = re.compile(r"^ {0,3}(?P<marks>`{3,}|~{3,})")


def to_dialect(markdown: str) -> str:
    """The dialect's HTML. What an export adds for the eyes of other systems is taken out again."""
    root = parse(markdown_to_html(_admonitions(markdown), FLAVOUR))
    for node in list(root.walk()):
        if isinstance(node, Element):
            _restore(node)
    return inner_html(root)


def _restore(node: Element) -> None:
    for written, meant in RENAMED.items():
        if written in node.attributes and not node.block:
            node.attributes = {
                meant if key == written else key: value for key, value in node.attributes.items()
            }
    if node.block == "embed":
        address = node.get("data-url")
        node.children = [
            child
            for child in node.children
            if isinstance(child, str) or child.tag != "a" or child.get("href") != address
        ]
    elif node.block == "posts":
        for link in node.find_all("a"):
            link.children = []  # its words are an address
    elif "data-footnote" in node.attributes:
        node.children = []


def _admonitions(text: str) -> str:
    """Notes between colons as elements; what stands in code stays."""
    out = []
    fence, is_open = "", False
    for line in text.split("\n"):
        marks = _FENCE.match(line)
        if fence:
            closes = (
                marks
                and line.strip() == line.strip()[0] * len(line.strip())
                and marks["marks"].startswith(fence)
            )
            fence = "" if closes else fence
        elif marks:
            fence = marks["marks"]
        elif not is_open and (opening := _OPENING.match(line)):
            line, is_open = _tag(opening), True
        elif is_open and line == ":::":
            line, is_open = "</aside>", False
        out.append(line)
    return "\n".join(out)


def _tag(opening: re.Match[str]) -> str:
    title = f' data-title="{opening["title"]}"' if opening["title"] else ""
    return f'<aside data-block="admonition" data-kind="{opening["kind"]}"{title}>'
