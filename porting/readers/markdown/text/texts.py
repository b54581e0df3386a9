"""One line of Markdown, such as a title, as plain text."""

from __future__ import annotations

import re
from html import unescape

from porting.readers.markdown.text.engine import render_inline


def plain(markdown: str) -> str:
    """One line of Markdown as plain text."""
    if not re.search(r"[*_`\[<&\\~{]", markdown):
        return markdown.strip()
    line = re.sub(r"[ \t]*\{[#.:][^}]*\}[ \t]*$", "", markdown)
    return unescape(re.sub(r"<[^>]*>", "", render_inline(line))).strip()
