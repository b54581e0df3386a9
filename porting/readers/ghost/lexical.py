"""Lexical, the tree Ghost 5 and 6 keep posts in, as dialect HTML."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from .cards import card_html
from .context import BodyContext, NotThisFormatError
from .inline import InlineWriter

#: Lexical's bits of a text's format, the outermost element first.
FORMATS = (
    (1, "strong"),
    (2, "em"),
    (4, "s"),
    (8, "u"),
    (128, "mark"),
    (32, "sub"),
    (64, "sup"),
    (16, "code"),
)
TEXTS = {"text", "extended-text", "tk", "code-highlight"}
LINKS = {"link", "autolink", "at-link"}
QUOTES = {"quote", "extended-quote"}
#: Marks of the editor that nobody reads.
UNSEEN = {"zwnj", "at-link-search"}

Node = dict[str, Any]


def lexical_html(source: str, context: BodyContext) -> str:
    """The body; NotThisFormatError or another ValueError when the text is no Lexical at all."""
    whole = json.loads(source)
    root = whole.get("root") if isinstance(whole, dict) else None
    if not isinstance(root, dict):
        raise NotThisFormatError("it has no root")
    return "\n".join(part for part in (block(node, context) for node in children(root)) if part)


def children(node: Node) -> list[Node]:
    """The nodes inside; anything else in there is passed over."""
    found = node.get("children")
    return [child for child in found if isinstance(child, dict)] if isinstance(found, list) else []


def block(node: Node, context: BodyContext) -> str:
    """One block."""
    kind = str(node.get("type") or "")
    if kind == "paragraph":
        found = inline(children(node), context)
        return f"<p>{found}</p>" if found.strip() else ""
    if kind in {"heading", "extended-heading"}:
        return heading(node, context)
    if kind in QUOTES:
        return f"<blockquote><p>{inline(children(node), context)}</p></blockquote>"
    if kind == "aside":
        return card_html("aside", {"text": inline(children(node), context)}, context)
    if kind == "list":
        return list_html(node, context)
    if kind in TEXTS | LINKS | {"linebreak"}:  # text that stands on its own
        return f"<p>{inline([node], context)}</p>"
    if "children" in node:
        return nested(node, context)
    return card_html(kind, node, context)


def nested(node: Node, context: BodyContext) -> str:
    """A block we do not know that has others inside: those are kept."""
    inner = children(node)
    if all(child.get("type") in TEXTS | LINKS | {"linebreak"} for child in inner):
        return f"<p>{inline(inner, context)}</p>"
    return "\n".join(block(child, context) for child in inner)


def heading(node: Node, context: BodyContext) -> str:
    """A heading with the anchor Ghost gave it."""
    level = str(node.get("tag") or "h2").lower()
    level = level if level in {"h1", "h2", "h3", "h4", "h5", "h6"} else "h2"
    anchor = context.anchors.of(plain(node))
    attribute = f' id="{escape(anchor)}"' if anchor else ""
    found = inline(children(node), context)
    return f"<{level}{attribute}>{found}</{level}>" if found.strip() else ""


def plain(node: Node) -> str:
    """All the words inside a node."""
    if isinstance(node.get("text"), str):
        return node["text"]
    return "".join(plain(child) for child in children(node))


def list_html(node: Node, context: BodyContext) -> str:
    """A list. Lexical puts a list inside another as an item of its own after the one it belongs to."""
    ordered = node.get("tag") == "ol" or node.get("listType") == "number"
    start = node.get("start")
    attribute = f' start="{start}"' if ordered and isinstance(start, int) and start != 1 else ""
    name = "ol" if ordered else "ul"
    items: list[str] = []
    for item in children(node):
        inner = children(item) if item.get("type") == "listitem" else [item]
        lists = [child for child in inner if child.get("type") == "list"]
        found = inline([child for child in inner if child.get("type") != "list"], context)
        below = "".join(list_html(child, context) for child in lists)
        if not found.strip() and below and items:
            items[-1] += below
        else:
            items.append(found + below)
    return f"<{name}{attribute}>" + "".join(f"<li>{item}</li>" for item in items) + f"</{name}>"


def inline(nodes: list[Node], context: BodyContext) -> str:
    """Text, links and line breaks. A card in the middle of a line is kept as it is."""
    writer = InlineWriter()
    for node in nodes:
        kind = node.get("type")
        if kind in TEXTS or (kind is None and "text" in node):
            words = node.get("text")
            writer.text(words if isinstance(words, str) else "", formats(node))
        elif kind == "linebreak":
            writer.line_break()
        elif kind == "tab":
            writer.text("\t")
        elif kind in LINKS:
            writer.markup(link(node, context), inside=False)
        elif kind in UNSEEN:
            continue
        elif "children" in node:
            writer.markup(inline(children(node), context), inside=False)
        else:
            writer.markup(card_html(str(kind), node, context), inside=False)
    return writer.html()


def formats(node: Node) -> list[str]:
    """The elements around a text, the outermost first."""
    bits = node.get("format")
    bits = bits if isinstance(bits, int) else 0
    return [name for bit, name in FORMATS if bits & bit]


def link(node: Node, context: BodyContext) -> str:
    """A link; without an address it is its text."""
    text = inline(children(node), context)
    address = context.attribute(node.get("url"))
    title = node.get("title")
    attribute = f' title="{escape(title)}"' if isinstance(title, str) and title else ""
    return f'<a href="{address}"{attribute}>{text}</a>' if address else text
