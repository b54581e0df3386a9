"""Markdown as Ghost reads it, as dialect HTML.

Ghost breaks a line where the writer did, links bare addresses, and takes a heading without a space after its
number signs; highlights (``==words==``) are its own as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from porting.readers.markdown.text.engine import Flavour, markdown_to_html

from .rendered import fragment

if TYPE_CHECKING:
    from .context import BodyContext

FLAVOUR = Flavour(autolinks=True)
FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
LAZY_HEADING = re.compile(r"^( {0,3}#{1,6})([^#\s])")
HIGHLIGHT = re.compile(r"==(?=\S)([^=`\n]+?)(?<=\S)==")
INLINE_CODE = re.compile(r"(`+[^`\n]+`+)")


def markdown_html(source: str, context: BodyContext) -> str:
    """A text in Markdown."""
    html = markdown_to_html(prepared(source), FLAVOUR)
    return fragment(html, context, anchors=True)


def prepared(source: str) -> str:
    """The text with Ghost's own rules written the common way; code stays untouched."""
    lines, fence = [], ""
    for line in source.splitlines():
        found = FENCE.match(line)
        if fence:
            fence = "" if found and found[1].startswith(fence) else fence
            lines.append(line)
        elif found:
            fence = found[1]
            lines.append(line)
        elif line.startswith(("    ", "\t")) or not line.strip():
            lines.append(line)
        else:
            lines.append(own_rules(line) + "  ")
    return "\n".join(lines)


def own_rules(line: str) -> str:
    """One line outside code."""
    line = LAZY_HEADING.sub(r"\1 \2", line.rstrip())
    if "==" not in line:
        return line
    parts = INLINE_CODE.split(line)
    return "".join(
        part if at % 2 else HIGHLIGHT.sub(r"<mark>\1</mark>", part) for at, part in enumerate(parts)
    )
