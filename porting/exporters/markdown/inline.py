"""A line of text with its formatting, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from porting.convert.tags import VOID
from porting.convert.tree import Element, Node
from porting.exporters.markdown.escaping import collapsed, escaped
from porting.exporters.markdown.raw import inline_html, opening

_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "s": "~~", "del": "~~", "strike": "~~"}
KEY = re.compile(r"[^\s\[\]^\\`*_<>{}|]{1,80}")
_SHORTCODE = re.compile(r"\{\{[<%]")


@dataclass(frozen=True)
class Style:
    """How a line is written. ``tags`` uses HTML for bold and the like, where marks would not be understood;
    ``notes`` writes references to footnotes as ``[^1]``; ``in_table`` keeps everything on one line, without bars.
    """

    tags: bool = False
    notes: bool = True
    in_table: bool = False


def line(nodes: Iterable[Node], style: Style) -> str:
    """These nodes as one piece of Markdown; line breaks in it are written as such."""
    parts = list(nodes)
    out = ""
    for at, node in enumerate(parts):
        if isinstance(node, str):
            out += _text(node, style)
        else:
            following = parts[at + 1] if at + 1 < len(parts) else ""
            out += _element(node, style, out[-1:], following[:1] if isinstance(following, str) else "*")
    return out


def _text(text: str, style: Style) -> str:
    text = escaped(collapsed(text))
    return text.replace("|", "\\|") if style.in_table else text


def _element(element: Element, style: Style, before: str, after: str) -> str:
    writer = _WRITERS.get(element.tag)
    written = writer(element, style) if writer else None
    if written is None and element.tag in _MARKS and not element.attributes:
        written = _marked(element, style, before, after)
    return _tagged(element, style) if written is None else written


def _tagged(element: Element, style: Style) -> str:
    """An inline element as HTML, with Markdown in it."""
    if element.tag in VOID:
        return opening(element)
    return f"{opening(element)}{line(element.children, style)}</{element.tag}>"


def _marked(element: Element, style: Style, before: str, after: str) -> str | None:
    """Bold and the like by marks, where CommonMark sees them as such (its rules of flanking delimiters)."""
    inside = line(element.children, style)
    mark = _MARKS[element.tag]
    if style.tags or not inside.strip() or inside != inside.strip():
        return None
    if "*" in (inside[0], inside[-1], before, after):
        mark = mark.replace("*", "_")
    if _opens(before, inside[0], mark) and _opens(after, inside[-1], mark):
        return f"{mark}{inside}{mark}"
    return None


def _opens(outside: str, inside: str, mark: str) -> bool:
    """Whether a mark between these two characters belongs to the one inside."""
    free = not outside or outside.isspace() or not outside.isalnum()
    return free if "_" in mark or not inside.isalnum() else True


def _code(element: Element, style: Style) -> str | None:
    text = collapsed(element.text)
    if element.attributes or element.elements or not text.strip() or _SHORTCODE.search(text):
        return f"{opening(element)}{inline_html(element)}</code>"
    if style.in_table and "|" in text:
        return f"<code>{inline_html(element)}</code>"
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if "`" in (text[0], text[-1]) or (text[0] == text[-1] == " ") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _link(element: Element, style: Style) -> str | None:
    href = element.get("href")
    if not href or set(element.attributes) - {"href", "title"}:
        return None
    return f"[{line(element.children, style)}]({_destination(href)}{_title(element)})"


def _picture(element: Element, style: Style) -> str | None:
    if set(element.attributes) - {"src", "alt", "title"} or not element.get("src"):
        return None
    alt = escaped(collapsed(element.get("alt")))
    alt = alt.replace("|", "\\|") if style.in_table else alt
    return f"![{alt}]({_destination(element.get('src'))}{_title(element)})"


def _destination(address: str) -> str:
    """An address between brackets: nothing in it ends it early."""
    return quote(address, safe="/:?#@!$&'*+,;=%~-._|[]")


def _title(element: Element) -> str:
    title = collapsed(element.get("title"))
    if not title:
        return ""
    marked = escaped(title).replace('"', '\\"')
    return f' "{marked}"'


def _reference(element: Element, style: Style) -> str | None:
    key = element.get("data-footnote")
    if not key:
        return None
    if style.notes and KEY.fullmatch(key):
        return f"[^{key}]"
    shown = Element("sup", element.attributes, key)
    return f"{opening(shown)}{inline_html(shown)}</sup>"


def _break(element: Element, style: Style) -> str:
    return "<br />" if style.in_table else "\\\n"


_WRITERS = {"code": _code, "a": _link, "img": _picture, "sup": _reference, "br": _break}
