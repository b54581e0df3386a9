"""A body from the dialect to Markdown, checked by reading it back.

What Markdown can say is Markdown; everything else is HTML of the dialect, in a form that MDX takes as well. A block
whose Markdown would be read as something else than it was is HTML too, so that nothing is ever lost.
"""

from __future__ import annotations

from collections.abc import Mapping

from porting.convert.tree import Element, Node, outer_html, parse
from porting.exporters.markdown.blocks import WRITERS, Write, admonition, is_inline, running
from porting.exporters.markdown.inline import KEY, Style
from porting.exporters.markdown.raw import block_html
from porting.exporters.markdown.sameness import same
from porting.readers.colophon.body import to_dialect

_LISTS = frozenset({"ul", "ol"})


def to_markdown(html: str, callouts: Mapping[str, str] | None = None) -> str:
    """The body as Markdown, ending in a line break. ``callouts`` has the HTML of shared notes by their title."""
    root = parse(html)
    notes = _noted(root)
    written = _document(root, callouts or {}, notes=notes)
    if notes and not same(to_dialect(written), html):
        written = _document(root, callouts or {}, notes=False)
    return written


def _noted(root: Element) -> bool:
    """Whether the footnotes can be Markdown's: one set of them, each a single line with a plain name."""
    sets = [node for node in root.walk() if isinstance(node, Element) and node.block == "footnotes"]
    if len(sets) != 1 or sets[0] not in root.children:
        return False
    return all(KEY.fullmatch(note.get("data-key")) and _lone(note) is not None for note in sets[0].elements)


def _document(root: Element, callouts: Mapping[str, str], *, notes: bool) -> str:
    parts: list[str] = []
    before = ""
    for node in _with_paragraphs(root):
        if notes and node.block == "footnotes":
            text = _footnotes(node)
        elif node.tag in _LISTS and before == node.tag:
            text = block_html(node)  # Markdown would make one list of two
        else:
            text = _block(node, callouts, notes=notes)
        parts.append(text)
        before = node.tag
    return "\n\n".join(part for part in parts if part) + "\n"


def _with_paragraphs(root: Element) -> list[Element]:
    """The blocks of a body. Text that stands between them becomes a paragraph."""
    blocks: list[Element] = []
    run: list[Node] = []
    for node in [*root.children, Element("end")]:
        if is_inline(node) and getattr(node, "tag", "") != "end" and not getattr(node, "block", ""):
            run.append(node)
            continue
        if any(not isinstance(one, str) or one.strip() for one in run):
            blocks.append(Element("p", {}, *run))
        run = []
        if isinstance(node, Element) and node.tag != "end":
            blocks.append(node)
    return blocks


def _block(node: Element, callouts: Mapping[str, str], *, notes: bool) -> str:
    """The first way to write a block that is read as the same again."""
    writer = _writer(node)
    html = outer_html(node)
    for tags in (False, True) if writer else ():
        checked = writer(node, Style(tags=tags, notes=False))
        if checked is not None and same(to_dialect(checked), html):
            return writer(node, Style(tags=tags, notes=notes)) or checked
    return block_html(_visible(node, callouts))


def _writer(node: Element) -> Write | None:
    if node.block:
        return admonition if node.block == "admonition" and node.tag == "aside" else None
    return WRITERS.get(node.tag)


def _footnotes(node: Element) -> str:
    notes = [(note.get("data-key"), _lone(note) or []) for note in node.elements]
    return "\n\n".join(f"[^{key}]: {running(content, Style())}" for key, content in notes)


def _lone(note: Element) -> list[Node] | None:
    """The line a note consists of; None when it is more."""
    content = [child for child in note.children if not isinstance(child, str) or child.strip()]
    if len(content) == 1 and isinstance(content[0], Element) and content[0].tag == "p":
        content = content[0].children
    inline = all(map(is_inline, content)) and not any(getattr(one, "tag", "") == "br" for one in content)
    return content if inline and content else None


def _visible(node: Element, callouts: Mapping[str, str]) -> Element:
    """A block of ours with something other systems can show: an embed's address, a shared note's text."""
    if node.block == "embed" and node.get("data-url"):
        address = node.get("data-url")
        return Element("figure", node.attributes, Element("a", {"href": address}, address), *node.children)
    if node.block == "callout" and not node.children:
        text = callouts.get(node.get("data-title"), "")
        return Element(node.tag, node.attributes, *parse(text).children)
    if node.block == "posts":
        shown = [child for child in node.elements if child.tag != "a"]
        links = [Element("a", one.attributes, one.get("href")) for one in node.elements if one.tag == "a"]
        return Element(node.tag, node.attributes, *shown, *links)
    copy = Element(node.tag, node.attributes)
    copy.children = [
        child if isinstance(child, str) else _visible(child, callouts) for child in node.children
    ]
    return copy
