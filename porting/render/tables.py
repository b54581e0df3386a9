"""Tables as dialect."""

from __future__ import annotations

from html import escape
from typing import Any

from porting.render.context import RenderContext
from porting.render.markup import Render, element
from porting.render.rich_text import rich_text


def table(value: dict[str, Any], render: Render) -> str:
    """A table; a column that holds more than text says so in its first cell."""
    grid = value.get("table") or {}
    columns, rows = grid.get("columns") or [], grid.get("rows") or []
    kinds = [column.get("type") for column in columns]
    said = [kind if kind != "text" else None for kind in kinds]
    headings = [column.get("heading") or "" for column in columns]
    head = ""
    if any(headings):
        cells = (
            element("th", escape(heading, quote=False), data_type=kind)
            for heading, kind in zip(headings, said, strict=True)
        )
        head = element("thead", element("tr", "".join(cells)))
        said = [None] * len(columns)
    named = bool(value.get("first_column_is_header"))
    body = ""
    for row in rows:
        body += element("tr", _row(row.get("values") or [], kinds, said, named, render.context))
        said = [None] * len(columns)
    caption = value.get("caption")
    above = element("caption", escape(caption, quote=False)) if caption else ""
    return element("table", f"{above}{head}{element('tbody', body)}")


def _row(
    values: list[Any], kinds: list[str], said: list[str | None], named: bool, context: RenderContext
) -> str:
    cells = []
    for column, (value, kind) in enumerate(zip(values, kinds, strict=False)):
        inner = _cell(value, kind, context)
        if named and column == 0:
            cells.append(element("th", inner, scope="row", data_type=said[column]))
        else:
            cells.append(element("td", inner, data_type=said[column]))
    return "".join(cells)


def _cell(value: Any, kind: str, context: RenderContext) -> str:
    if kind == "rich_text":
        return rich_text(value or "", context)
    if kind == "number":
        return "" if value is None else _number(value)
    return escape(str(value or ""), quote=False)


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else str(value)
