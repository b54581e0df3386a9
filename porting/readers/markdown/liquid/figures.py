"""``{% figure caption:"…" %}`` around pictures or code, of the plug-in ``jekyll-figure`` and its like."""

from __future__ import annotations

import re

from porting.readers.markdown.text.engine import render_inline
from porting.readers.markdown.text.masks import block

CAPTION = re.compile(r"(?:^|\s)caption\s*[:=]\s*(?:\"((?:\\.|[^\"\\])*+)\"|'((?:\\.|[^'\\])*+)')", re.DOTALL)


def figure_block(indent: str, rest: str, inner: str) -> str:
    """A figure with its caption, from the rest of the tag and what is inside; without one, what is inside."""
    said = CAPTION.search(rest)
    words = next((group for group in said.groups() if group), "") if said else ""
    if not words:
        return f"\n\n{inner.strip()}\n\n" if not indent else inner
    caption = render_inline(re.sub(r"\\(.)", r"\1", " ".join(words.split())))
    return block("<figure>", inner, f"<figcaption>{caption}</figcaption></figure>", indent)
