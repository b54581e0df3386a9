"""A whole text of MDX as Markdown."""

from __future__ import annotations

from porting.readers.markdown.mdx.elements import jsx
from porting.readers.markdown.mdx.module import drop_comments, expressions, take_module
from porting.readers.markdown.text.masks import Masks
from porting.readers.markdown.text.notes import Notes


def mdx(text: str, masks: Masks, notes: Notes) -> str:
    """The text without imports and exports, its elements and what stands in braces as Markdown and dialect."""
    text, module = take_module(text, masks, notes)
    return expressions(jsx(drop_comments(text, masks), masks, module, notes), module, masks, notes)
