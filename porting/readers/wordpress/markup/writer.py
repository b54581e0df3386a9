"""Write a piece of HTML anew, element by element: what a handler knows becomes dialect, boxes without meaning go."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from porting.readers.wordpress.autop import SLOT
from porting.readers.wordpress.context import Body

Handler = Callable[[LexborNode, "Writer"], str | None]

VOID = frozenset(("br", "hr", "img", "input", "source", "track", "col", "wbr", "area", "param", "embed"))
#: Boxes whose only meaning was how they looked; their content stays.
BOXES = frozenset(
    (
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "center",
        "aside",
        "hgroup",
        "nav",
        "legend",
        "body",
    )
)
UNWRAPPED = frozenset(
    ("span", "font", "tt", "big", "nobr", "picture", "label", "address", "noscript", "bdi", "fieldset")
)
DROPPED = frozenset(("style", "meta", "link", "template", "base", "title", "head"))
INLINE = frozenset(
    ("strong", "b", "em", "i", "u", "s", "del", "ins", "small", "mark", "cite", "abbr", "q", "strike")
)
BLOCK = BOXES | frozenset((
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "li", "table", "figure", "blockquote", "pre", "hr",
    "details", "video", "audio", "iframe", "form", "object", SLOT, "address",
))  # fmt: skip
_BLOCK_START = re.compile(rf"<(?:{'|'.join(sorted(BLOCK - {'li', 'body'}, key=len, reverse=True))})\b")
#: Attributes that only say how something looked or what a script was to do with it.
_LOOKS = frozenset((
    "class", "style", "align", "width", "height", "border", "color", "face", "bgcolor", "valign", "dir", "data-id",
    "cellpadding", "cellspacing", "sizes", "srcset", "loading", "decoding", "fetchpriority", "target", "rel",
))  # fmt: skip
_OWN_LINE = re.compile(r"(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table)\s*(?:;|$)", re.IGNORECASE)
_KEEP_DATA = frozenset(("data-footnote", "data-role"))


class Writer:
    """Writes HTML for one body."""

    def __init__(self, body: Body, handlers: Mapping[str, list[Handler]]) -> None:
        self.body = body
        self._handlers = handlers

    def fragment(self, markup: str) -> str:
        """The dialect for a piece of HTML that stands on its own."""
        root = parse(markup)
        return self.flow(root) if root is not None else ""

    def line(self, markup: str) -> str:
        """The dialect for a piece of a line, such as a caption."""
        root = parse(markup)
        return self.children(root).strip() if root is not None else ""

    def children(self, node: LexborNode) -> str:
        """Everything inside a node, written."""
        return "".join(self.node(child) for child in node.iter(include_text=True))

    def node(self, node: LexborNode) -> str:
        """One node, written."""
        tag = node.tag or ""
        if tag == "-text":
            return escape(node.text_content or "", quote=False)
        if tag.startswith(("-", "_", "!")) or tag in DROPPED:
            return ""
        if tag == SLOT or "data-block" in node.attributes:  # done, or a block of our own export
            return node.html or ""
        for handler in self._handlers.get(tag, ()):
            written = handler(node, self)
            if written is not None:
                return written
        return self._plain(node, tag)

    def flow(self, node: LexborNode) -> str:
        """A box's content as blocks: text that stands loose in it becomes paragraphs."""
        done, loose = self._parted(node)
        _end_paragraph(loose, done)
        return "".join(done)

    def _parted(self, node: LexborNode) -> tuple[list[str], list[str]]:
        """The blocks in an element, with paragraphs for what stands between them, and the line left at its end."""
        done: list[str] = []
        loose: list[str] = []
        for child in node.iter(include_text=True):
            written = self.node(child)
            if is_block(written):
                _end_paragraph(loose, done)
                done.append(written)
            else:
                loose.append(written)
        return done, loose

    def _plain(self, node: LexborNode, tag: str) -> str:
        if tag in BOXES:
            return self.flow(node)
        if tag in UNWRAPPED and "data-role" not in node.attributes:
            return _on_own_line(node, self.children(node))
        if tag == "p":
            return self.paragraph(node)
        if tag in VOID:
            return f"<{tag}{attributes(node)}>"
        inside = self.children(node)
        if tag in INLINE and (not inside.strip() or holds_block(inside)):
            return inside
        return f"<{tag}{attributes(node)}>{inside}</{tag}>"

    def paragraph(self, node: LexborNode) -> str:
        """A paragraph; blocks that stand in it part it."""
        done, loose = self._parted(node)
        if not done:
            inside = "".join(loose).strip()
            anchor = node.attributes.get("id")
            return (
                f"<p{f' id={chr(34)}{escape(anchor)}{chr(34)}' if anchor else ''}>{inside}</p>"
                if inside
                else ""
            )
        _end_paragraph(loose, done)
        return "".join(done)


def _on_own_line(node: LexborNode, written: str) -> str:
    """What a style put on a line of its own stays there: "Two days" and "three" shall not become "daysthree"."""
    if not _stands_alone(node) or not written.strip() or is_block(written):
        return written
    before = node.prev is not None and not _stands_alone(node.prev)
    return f"{'<br>' if before else ''}{written}{'<br>' if node.next is not None else ''}"


def _stands_alone(node: LexborNode) -> bool:
    return node.tag == "span" and bool(_OWN_LINE.search(node.attributes.get("style") or ""))


def parse(markup: str) -> LexborNode | None:
    """The body element of a piece of HTML, read as a browser reads it."""
    return LexborHTMLParser(f"<!DOCTYPE html><body>{markup}").body


def is_block(written: str) -> bool:
    """Whether what was written stands on its own rather than in a line."""
    return bool(_BLOCK_START.match(written.lstrip()))


def holds_block(written: str) -> bool:
    """Whether a block stands somewhere inside."""
    return bool(_BLOCK_START.search(written))


def classes(node: LexborNode) -> set[str]:
    """The classes of an element."""
    return set((node.attributes.get("class") or "").split())


def attributes(node: LexborNode) -> str:
    """The attributes that mean something, as they are written in a tag."""
    kept = []
    for name, value in node.attributes.items():
        if name in _LOOKS or name.startswith("on") or (name.startswith("data-") and name not in _KEEP_DATA):
            continue
        kept.append(f' {name}="{escape(value or "")}"')
    return "".join(kept)


def _end_paragraph(loose: list[str], done: list[str]) -> None:
    text = "".join(loose).strip()
    loose.clear()
    if text and text not in {"<br>", "<br><br>"}:
        done.append(f"<p>{text}</p>")
