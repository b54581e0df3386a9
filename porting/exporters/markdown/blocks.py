"""Blocks of the dialect that Markdown has words for. Each writer returns None for what it cannot say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from porting.convert.tags import BREAKING, HEADINGS
from porting.convert.tree import Element, Node
from porting.exporters.markdown.escaping import line_start
from porting.exporters.markdown.inline import Style, line

Write = Callable[[Element, Style], "str | None"]

_ANCHOR = re.compile(r"[^\s{}#.\"<>]+")
_LANGUAGE = re.compile(r"[\w+#.-]{1,40}")
_TITLE = re.compile(r"[^\"`{}<>\n\\]*")
_NOTE_TITLE = re.compile(r"[^\[\]{}<>*_`~\\\n\"]+")
_LINES = re.compile(r"\d+(-\d+)?(,\d+(-\d+)?)*")


def is_inline(node: Node) -> bool:
    """Whether a node belongs in a line of text."""
    return isinstance(node, str) or node.tag == "br" or (node.tag not in BREAKING and node.tag != "pre")


def paragraph(element: Element, style: Style) -> str | None:
    """Running text. Each line of it is kept from looking like anything else."""
    if element.attributes or not all(map(is_inline, element.walk())):
        return None
    return running(element.children, style)


def running(nodes: Iterable[Node], style: Style) -> str:
    """Text without a paragraph around it, as lines."""
    lines = line(nodes, style).strip(" ").split("\n")
    return "\n".join(line_start(one.strip(" ")) for one in lines)


def heading(element: Element, style: Style) -> str | None:
    """A heading with its anchor."""
    anchor = element.get("id")
    if set(element.attributes) - {"id"} or (anchor and not _ANCHOR.fullmatch(anchor)):
        return None
    text = line(element.children, style).strip(" ")
    if not text or "\n" in text:
        return None
    return f"{'#' * HEADINGS[element.tag]} {text}" + (f" {{#{anchor}}}" if anchor else "")


def code(element: Element, style: Style) -> str | None:
    """Code between fences, with what Docusaurus writes behind the first one."""
    text = element.text
    language, title = element.get("data-language"), element.get("data-title")
    known = set(element.attributes) <= {"data-language", "data-title", "data-lines", "data-numbers"}
    fits = _TITLE.fullmatch(title) and (not language or _LANGUAGE.fullmatch(language))
    lines = element.get("data-lines")
    if not known or not fits or (lines and not _LINES.fullmatch(lines)):
        return None
    if "{{<" in text or "{{%" in text:  # Hugo would run it, even here
        return None
    info = [language or ("text" if title or lines else "")]
    info += [f'title="{title}"'] if title else []
    # Hugo's words for marked lines come first: it reads the first braces, Docusaurus those with numbers alone.
    info += [f"{{hl_lines=[{_quoted(lines)}]}} {{{lines}}}"] if lines else []
    info += ["showLineNumbers"] if "data-numbers" in element.attributes else []
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{' '.join(info).strip()}\n{text}\n{fence}"


def _quoted(lines: str) -> str:
    return ",".join(f'"{part}"' for part in lines.split(","))


def quotation(element: Element, style: Style) -> str | None:
    """A quotation of which nobody says where it is from."""
    if element.attributes or element.find("footer"):
        return None
    inside = blocks(element.children, style)
    return None if inside is None else _prefixed(inside, "> ", "> ")


def points(element: Element, style: Style) -> str | None:
    """A list, with the lists in it."""
    start = element.get("start") or "1"
    if set(element.attributes) - {"start"} or not start.isdigit() or len(start) > 9:
        return None
    if any(child.tag != "li" or child.attributes for child in element.elements):
        return None
    loose = any(child.find("p", "pre", "blockquote", "table", "figure") for child in element.elements)
    written = []
    for number, item in enumerate(element.elements, int(start)):
        mark = f"{number}. " if element.tag == "ol" else "- "
        inside = _point(item, style)
        if inside is None:
            return None
        written.append(_prefixed(inside, mark, " " * len(mark)) if inside else mark.rstrip())
    return ("\n\n" if loose else "\n").join(written)


def _point(item: Element, style: Style) -> str | None:
    """What is in a point: its text, then any blocks."""
    at = next((n for n, child in enumerate(item.children) if not is_inline(child)), len(item.children))
    text = running(item.children[:at], style)
    rest = blocks(item.children[at:], style)
    if rest is None:
        return None
    tight = at < len(item.children) and getattr(item.children[at], "tag", "") in ("ul", "ol")
    return ("\n" if tight else "\n\n").join(part for part in (text, rest) if part)


def blocks(nodes: Iterable[Node], style: Style) -> str | None:
    """Blocks below one another, as Markdown alone."""
    written = []
    for node in nodes:
        if isinstance(node, str):
            if node.strip():
                return None
            continue
        writer = WRITERS.get(node.tag)
        text = writer(node, style) if writer and not node.block else None
        if text is None:
            return None
        written.append(text)
    return "\n\n".join(written)


def table(element: Element, style: Style) -> str | None:
    """A table whose cells are single lines and whose head is its first row and nothing else."""
    rows = [[cell for cell in row.elements if cell.tag in ("td", "th")] for row in element.find_all("tr")]
    plain = all(tag in ("table", "thead", "tbody", "tr", "td", "th") for tag in _frame(element))
    if element.attributes or not plain or len(rows) < 2 or len({len(row) for row in rows}) != 1:
        return None
    heads = [[cell.tag == "th" for cell in row] for row in rows]
    cells = [cell for row in rows for cell in row]
    if not all(heads[0]) or any(any(row) for row in heads[1:]) or element.find("thead") is None:
        return None
    if any(cell.attributes or not all(map(is_inline, cell.walk())) for cell in cells):
        return None
    narrow = Style(tags=style.tags, notes=style.notes, in_table=True)
    lines = ["| " + " | ".join(line(cell.children, narrow).strip() for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def _frame(element: Element) -> list[str]:
    """The tags of a table around its cells."""
    found = [element.tag]
    for child in element.elements:
        found += [child.tag] if child.tag in ("td", "th") else _frame(child)
    return found


def picture(element: Element, style: Style) -> str | None:
    """A picture of its own that has no caption, width or link."""
    content = [child for child in element.children if not isinstance(child, str) or child.strip()]
    if element.attributes or len(content) != 1 or getattr(content[0], "tag", "") != "img":
        return None
    written = line(element.children, style)
    return written if written.startswith("![") else None


def admonition(element: Element, style: Style) -> str | None:
    """A note between colons. Notes within notes take more of them outside."""
    title, kind = element.get("data-title"), element.get("data-kind") or "note"
    if title and not _NOTE_TITLE.fullmatch(title):
        return None
    inside = blocks(element.children, style)
    if inside is None or ":::" in inside:
        return None
    return f":::{kind}{f'[{title}]' if title else ''}\n\n{inside}\n\n:::"


def _divider(element: Element, style: Style) -> str | None:
    return None if element.attributes else "---"


def _prefixed(text: str, first: str, others: str) -> str:
    lines = text.split("\n")
    rest = [f"{others}{one}".rstrip() if not one else others + one for one in lines[1:]]
    return "\n".join([first + lines[0], *rest])


WRITERS: dict[str, Write] = {
    "p": paragraph,
    **dict.fromkeys(HEADINGS, heading),
    "pre": code,
    "blockquote": quotation,
    "ul": points,
    "ol": points,
    "table": table,
    "figure": picture,
    "hr": _divider,
}
