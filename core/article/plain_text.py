"""The readable words of a body, for excerpts, counts and search. No query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.rich_text import get_text_for_indexing

from core.article.footnotes import REFERENCE
from core.article.walk import Leaf, leaves, stored

#: Fields that hold addresses, names for the machine or settings: not words a reader reads.
_UNREAD = frozenset(
    {
        "anchor",
        "key",
        "group",
        "url",
        "link",
        "start",
        "reason",
        "source_url",
        "language",
        "highlight_lines",
        "alt_text",
        "kind",
        "width",
    }
)


#: Ends of elements whose words are not those of the next one.
_APART = re.compile(r"(</(?:td|th|tr|dt|dd|div|pre|summary|figcaption|caption|section)>|<br>)", re.IGNORECASE)


def plain_text(stream: StreamValue, *, code: bool = True) -> str:
    """The words of a body in reading order, paragraphs divided by line breaks.

    ``code=False`` leaves out code listings, which make poor excerpts and are not read like prose. Shared
    callouts are not part of it: they belong to another object.
    """
    leaf_texts = _texts(leaves(stream.stream_block, stored(stream)), code=code)
    return "\n".join(leaf_texts)


def excerpt(stream: StreamValue, length: int = 200) -> str:
    """The first words of the prose, at most ``length`` characters, cut between words."""
    text = " ".join(plain_text(stream, code=False).split())
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.-") + "…"


def is_code(leaf: Leaf) -> bool:
    """Whether a leaf is the listing of a code block."""
    return leaf.path[-2:] == ("code", "code")


def text_of(leaf: Leaf) -> str:
    """The words of one leaf; empty for everything that is not text to read."""
    block, value = leaf.block, leaf.value
    if leaf.path and leaf.path[-1] in _UNREAD and leaf.path[-2:] != ("code", "code"):
        return ""
    if isinstance(block, blocks.RichTextBlock):
        return rich_text_words(value)
    if isinstance(block, blocks.CharBlock | blocks.TextBlock) and isinstance(value, str):
        return value.strip()
    if isinstance(block, blocks.IntegerBlock | blocks.FloatBlock | blocks.DecimalBlock):
        return str(value)
    return ""


def rich_text_words(html: str) -> str:
    """The words of stored rich text, without tags and footnote references."""
    return REFERENCE.sub("", get_text_for_indexing(_APART.sub(r"\1 ", html))).strip()


def _texts(found: Iterable[Leaf], *, code: bool) -> Iterator[str]:
    for leaf in found:
        if is_code(leaf) and not code:
            continue
        text = text_of(leaf)
        if text:
            yield text
