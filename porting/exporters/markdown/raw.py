"""What Markdown has no words for, as HTML that CommonMark, MDX and Hugo pass through unread."""

from __future__ import annotations

from porting.convert.tags import BREAKING, VOID
from porting.convert.tree import Element, Node
from porting.exporters.markdown.escaping import html_attribute, html_text

#: Attributes that stand for themselves; with an empty value JSX would take them for "no".
_BARE = frozenset(
    {"open", "controls", "autoplay", "loop", "muted", "reversed", "checked", "disabled"} | {"allowfullscreen"}
)
_STARTS = frozenset("-+=>0123456789ie")
#: JSX wants an object where HTML has text; the reader of our own exports puts the name back.
RENAMED = {"style": "data-style"}


def block_html(element: Element) -> str:
    """An element on lines of its own, without an empty line in it."""
    if element.tag in VOID:
        return opening(element)
    if element.tag == "pre":
        return f"{opening(element)}{_in_pre(element)}</pre>"
    if not _holds_blocks(element):
        return f"{opening(element)}{inline_html(element)}</{element.tag}>"
    lines = [opening(element)]
    run: list[Node] = []
    for child in element.children:
        if isinstance(child, Element) and _is_block(child):
            lines += _line(run)
            lines.append(block_html(child))
            run = []
        else:
            run.append(child)
    return "\n".join([*lines, *_line(run), f"</{element.tag}>"])


def inline_html(element: Element) -> str:
    """What is in an element, on one line."""
    return "".join(_inline(child) for child in element.children)


def opening(element: Element) -> str:
    """The opening tag; closed at once when the element is empty by nature."""
    attributes = "".join(_attribute(name, value) for name, value in element.attributes.items())
    return f"<{element.tag}{attributes}{' /' if element.tag in VOID else ''}>"


def _attribute(name: str, value: str) -> str:
    name = RENAMED.get(name, name)
    return f" {name}" if name in _BARE and not value else f' {name}="{html_attribute(value)}"'


def _inline(node: Node) -> str:
    if isinstance(node, str):
        return html_text(node)
    if node.tag in VOID:
        return opening(node)
    inside = _in_pre(node) if node.tag == "pre" else inline_html(node)
    return f"{opening(node)}{inside}</{node.tag}>"


def _in_pre(element: Element) -> str:
    """Code on one line: the line ends are written as numbers, so that no empty line ends the HTML."""
    parts = []
    for child in element.children:
        if isinstance(child, str):
            parts.append(html_text(child, keep_lines=True))
        else:
            parts.append(
                f"{opening(child)}{_in_pre(child)}" + ("" if child.tag in VOID else f"</{child.tag}>")
            )
    return "".join(parts)


def _line(run: list[Node]) -> list[str]:
    text = "".join(map(_inline, run)).strip(" ")
    if text[:1] in _STARTS:  # MDX reads lines between tags as Markdown
        text = f"&#{ord(text[0])};{text[1:]}"
    return [text] if text else []


def _is_block(element: Element) -> bool:
    return element.tag in BREAKING and element.tag != "br"


def _holds_blocks(element: Element) -> bool:
    return any(_is_block(child) for child in element.elements)
