"""Tables: a table block when every cell is a line of text, kept as HTML when there is more to them."""

from __future__ import annotations

from html import unescape

from django.utils.translation import gettext as _

from core.article.footnotes import REFERENCE
from porting.convert.flow import Flow, line_of, plain_of, rich_of
from porting.convert.kept import keep
from porting.convert.tags import INLINE
from porting.convert.tree import Element

_IN_CELLS = INLINE | {"p", "div"}
_CAPTION_LENGTH = 500


def table(flow: Flow, element: Element, caption: Element | None = None) -> None:
    """A table, with the caption of the figure around it if it has none."""
    flow.end_line()
    captions = [child for child in element.elements if child.tag == "caption"]
    if len(captions) > 1:
        # Only the first is one; the others are shown as text.
        flow.walk(captions[1:])
        element = Element(
            "table", element.attributes, *(c for c in element.children if c not in captions[1:])
        )
    caption = captions[0] if captions else caption
    if _is_highlighter(element):
        flow.walk(element.find_all("pre")[-1:])
        return
    rows = _rows(element)
    if not rows or all(row.is_blank() for row in rows):
        flow.walk([caption] if caption else [])
        flow.end_line()
        return
    reason = _why_not(flow, rows)
    words, rest = _caption(flow, caption)
    if reason or not flow.allows("table"):
        _keep(flow, element, caption, reason or "table")
        return
    if rest:
        flow.rich(f"<p>{rest}</p>")
    flow.add("table", _value(flow, rows, words))


def _is_highlighter(element: Element) -> bool:
    """Whether this is how a program sets line numbers beside code."""
    return (
        len(element.find_all("tr")) <= 1
        and element.find("pre") is not None
        and "line" in " ".join(cell.get("class") for cell in element.find_all("td", "pre"))
    )


def _rows(element: Element) -> list[Element]:
    """The rows in the order browsers show them: head, body, foot; not those of tables inside."""
    parts: dict[str, list[Element]] = {"thead": [], "tbody": [], "tfoot": []}
    for child in element.elements:
        if child.tag == "tr":
            parts["tbody"].append(child)
        elif child.tag in parts:
            parts[child.tag].extend(row for row in child.elements if row.tag == "tr")
    return [*parts["thead"], *parts["tbody"], *parts["tfoot"]]


def _cells(row: Element) -> list[Element]:
    return [child for child in row.elements if child.tag in {"td", "th"}]


def _has_head(rows: list[Element]) -> bool:
    cells = _cells(rows[0])
    return bool(cells) and all(cell.tag == "th" and cell.get("scope") != "row" for cell in cells)


def _why_not(flow: Flow, rows: list[Element]) -> str:
    """Why this cannot be a table block; empty when it can."""
    width = max(len(_cells(row)) for row in rows)
    head = _has_head(rows)
    for position, row in enumerate(rows):
        cells = _cells(row)
        for column, cell in enumerate(cells):
            span = cell.get("colspan") not in {"", "0", "1"} or cell.get("rowspan") not in {"", "0", "1"}
            if span:
                return "table with cells over several rows or columns"
            inner = [node for node in cell.walk() if isinstance(node, Element)]
            if any(node.tag not in _IN_CELLS or node.block for node in inner):
                return "table with more than text in its cells"
            heading = head and position == 0
            if heading and any(
                (node.tag == "a" and node.get("href")) or node.get("data-footnote") for node in inner
            ):
                return "table with links or footnotes in its headings"
            if cell.tag == "th" and not heading and column:
                return "table with headings inside"
        if head and position == 0 and len(cells) < width:
            return "table with fewer headings than columns"
    return ""


def _caption(flow: Flow, caption: Element | None) -> tuple[str, str]:
    """The caption as the block stores it, or as the rich text that stands before it."""
    html = line_of(flow, caption.children)[0] if caption is not None else ""
    words = " ".join(plain_of(html).split())
    return (words, "") if "<a " not in html and len(words) <= _CAPTION_LENGTH else ("", html)


def _keep(flow: Flow, element: Element, caption: Element | None, reason: str) -> None:
    own = caption is not None and caption in element.children
    if not flow.allows("html"):
        _spelled_out(flow, element)
    elif caption is not None and not own:
        keep(flow, Element("figure", {}, element, caption), reason)
        return
    else:
        keep(flow, element, reason)
    if caption is not None and not own:
        flow.walk(caption.children)
        flow.end_line()


def _spelled_out(flow: Flow, element: Element) -> None:
    """The rows as lines of text, where rich text alone may be."""
    flow.job.problem("tables", _("A table became lines of text: none can stand there."), once="spelled out")
    for row in _rows(element):
        flow.end_line()
        for position, cell in enumerate(_cells(row)):
            if position:
                flow.line.text(" · ")
            flow.walk(cell.children)
        flow.end_line()


def _value(flow: Flow, rows: list[Element], caption: str) -> dict:
    head = _cells(rows[0]) if _has_head(rows) else []
    body = rows[1:] if head else rows
    width = max(len(_cells(row)) for row in rows)
    grid = [[_cell(flow, cell) for cell in _cells(row)] for row in body]
    for values in grid:
        values.extend([""] * (width - len(values)))
    said = [cell.get("data-type") for cell in head or _cells(rows[0])]
    said.extend([""] * (width - len(said)))
    kinds = [_kind(said[column], [row[column] for row in grid]) for column in range(width)]
    headings = [_heading(flow, cell) for cell in head] or [""] * width
    first = all(cells[0].tag == "th" for row in body if (cells := _cells(row)))
    return {
        "caption": caption,
        "first_column_is_header": bool(body) and first,
        "table": {
            "columns": [{"type": kind, "heading": text} for kind, text in zip(kinds, headings, strict=True)],
            "rows": [
                {"values": [_as(kind, html) for kind, html in zip(kinds, values, strict=True)]}
                for values in grid
            ],
            "caption": "",
        },
    }


def _cell(flow: Flow, cell: Element) -> str:
    html = rich_of(flow.job, cell.children)
    if cell.tag == "th" and html.startswith("<b>") and html.endswith("</b>") and html.count("<b>") == 1:
        return html[3:-4]
    return html


def _heading(flow: Flow, cell: Element) -> str:
    html, _none = line_of(flow, cell.children)
    text = " ".join(plain_of(html).split())
    if "<" in html.replace("<b>", "").replace("</b>", ""):
        flow.job.problem("formatting", _("Formatting in the headings of columns is not kept."), once="column")
    return text


def _kind(said: str, cells: list[str]) -> str:
    """What a column holds: what the source says it does, if it does, or as little as its cells need."""
    marked = any("<" in cell or REFERENCE.search(cell) for cell in cells)
    if said == "number" and all(not cell or _number(cell) is not None for cell in cells):
        return "number"
    return "rich_text" if marked or said == "rich_text" else "text"


def _as(kind: str, html: str) -> str | float | None:
    if kind == "rich_text":
        return html
    return _number(html) if kind == "number" else unescape(html)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
