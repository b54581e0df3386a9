"""One body from dialect HTML to blocks."""

from __future__ import annotations

from porting.convert.context import Conversion, ConvertContext


def to_blocks(html: str, context: ConvertContext | None = None) -> Conversion:
    """The blocks of a body in dialect HTML. Takes any input; never raises for content."""
    context = context or ConvertContext()
    found = Conversion()
    if html.strip():
        value = {"html": html, "reason": "", "reviewed": False}
        found.blocks.append({"type": "html", "value": value, "id": "1"})
    return found
