"""Code, to the byte."""

from __future__ import annotations

import re
from html import escape

from django.utils.translation import gettext as _

from porting.convert.flow import Flow
from porting.convert.tags import BREAKING, UNREAD
from porting.convert.tree import Element

_NAME = re.compile(r"[\w+#.-]{1,40}")
_CLASS = re.compile(r"(?:^|\s)(?:language|lang|highlight-source|brush|source)[-:]\s*([\w+#.-]+)")
_TITLE_LENGTH = 250
_LINES_LENGTH = 120


def listing(flow: Flow, element: Element) -> None:
    """A pre: what is written in it is code; pictures and players in it follow."""
    text = source_of(element)
    others = element.find_all("img", "iframe", "video", "audio")
    if not text.strip():
        flow.walk(others)
        return
    value = _value(flow, element, text)
    note_links(flow, element)
    if flow.allows("code"):
        flow.add("code", value)
    else:
        flow.end_line()
        lines = "<br/>".join(_inline(line) for line in value["code"].split("\n"))
        flow.rich(f"<p><code>{lines}</code></p>")
        flow.job.problem("code", _("Code became a paragraph: no block can stand here."), once="inline")
    flow.walk(others)


def source_of(element: Element) -> str:
    """The code with the line ends it is shown with: some programs put each line into an element."""
    pieces: list[str] = []
    _collect(element, pieces)
    return "".join(pieces)


def _collect(element: Element, pieces: list[str]) -> None:
    for child in element.children:
        if isinstance(child, str):
            pieces.append(child)
        elif child.tag == "br":
            pieces.append("\n")
        elif child.tag in BREAKING:
            _end_line(pieces)
            _collect(child, pieces)
            _end_line(pieces)
        elif child.tag not in UNREAD:
            _collect(child, pieces)


def _end_line(pieces: list[str]) -> None:
    before = next((piece for piece in reversed(pieces) if piece), "\n")
    if not before.endswith("\n"):
        pieces.append("\n")


def _value(flow: Flow, element: Element, text: str) -> dict:
    title = element.get("data-title").strip()
    if len(title) > _TITLE_LENGTH:
        flow.words(title)
        title = ""
    lines = element.get("data-lines")[:_LINES_LENGTH].strip()
    if element.get("data-first") not in ("", "1"):
        told = _("The lines of code were counted from %(first)s; here from 1.")
        flow.job.problem("code", told % {"first": element.get("data-first")[:20]})
    # A source ends its last line; the block does not show that as another, empty one.
    return {
        "language": language_of(element),
        "title": title,
        "code": text.removesuffix("\n"),
        "highlight_lines": lines,
        "line_numbers": "data-numbers" in element.attributes,
    }


def language_of(element: Element) -> str:
    """The language by the name the source gave it, "text" when it gave none."""
    for candidate in (element, *element.find_all("code")):
        for name in ("data-language", "data-lang", "lang"):
            if _NAME.fullmatch(candidate.get(name)):
                return candidate.get(name)
        found = _CLASS.search(candidate.get("class"))
        if found and _NAME.fullmatch(found[1]):
            return found[1]
    return "text"


def note_links(flow: Flow, element: Element) -> None:
    """Links in code keep their words; where they led is told."""
    for inner in element.find_all("a"):
        href = inner.get("href")
        if href and not href.startswith("#"):
            flow.job.problem("links", _("A link in code became plain text: %(href)s") % {"href": href[:300]})


def _inline(line: str) -> str:
    indent = len(line) - len(line.lstrip(" "))
    return "\xa0" * indent + escape(line[indent:], quote=False)
