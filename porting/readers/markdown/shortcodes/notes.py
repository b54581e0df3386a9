"""Shortcodes that explain beside the text: notes in the margin and words with an explanation, as footnotes."""

from __future__ import annotations

import re

from porting.readers.markdown.shortcodes.use import Shortcode


def sidenote(code: Shortcode) -> str | None:
    """A note in the margin."""
    note = _footnote(code.inner)
    return note if note and not code.flow else None


def tooltip(code: Shortcode) -> str | None:
    """A word and what it means, which the mouse showed."""
    word = code.get("term", "text", "title", "label", "word", at=0).strip()
    said = code.inner or code.get("tip", "content", "definition", "description", at=1)
    if not word or code.flow and "\n" in said.strip():
        return None
    return word + (_footnote(said) or (f" ({said.strip()})" if said.strip() else ""))


def _footnote(text: str) -> str:
    """A footnote in its place; empty when the text cannot be one, because of paragraphs or odd brackets."""
    words = text.strip()
    depth = 0
    for sign in re.findall(r"[\[\]]", words):
        depth += 1 if sign == "[" else -1
        if depth < 0:
            return ""
    blocks = re.search(r"\n\s*\n|^\s*(?:[-*+>#]|\d+[.)])\s", words, re.MULTILINE)
    return "" if not words or depth or blocks else f"^[{' '.join(words.split())}]"
