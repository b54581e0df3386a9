"""Rich text cut at its headings, each with the very anchor the rendered page gives it."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from core.article.kept_html import clean_html
from core.article.rendering import Rendering
from core.article.rich_text import ArticleRichText
from core.blocks.html import SourceBlock

_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>|\[\^[^\]]*\]")


class Piece(NamedTuple):
    """What stands below a heading. The first piece has no heading."""

    heading: str
    anchor: str
    html: str


def pieces(block: object, html: str, rendering: Rendering) -> Iterator[Piece]:
    """The text at its headings. ``rendering`` is told of every id the text has, as when it is shown. No query."""
    kept = isinstance(block, SourceBlock)
    if not _HEADING.search(html) and not (kept and " id=" in html):
        yield Piece("", "", html)
        return
    known = len(rendering.headings)
    (block.to_python(html) if isinstance(block, SourceBlock) else ArticleRichText(html)).shown_in(rendering)
    headings = rendering.headings[known:]
    text = clean_html(html) if kept else html
    found = [match for match in _HEADING.finditer(text) if unescape(_TAG.sub("", match[2])).split()]
    if not found or len(found) != len(headings):
        # No heading, only ids; or rendering saw other headings than are written here, such as one of only a picture.
        yield Piece("", "", text)
        return
    yield Piece("", "", text[: found[0].start()] if found else text)
    ends = [match.start() for match in found[1:]] + [len(text)]
    for match, heading, end in zip(found, headings, ends, strict=True):
        yield Piece(heading.text, heading.anchor, text[match.end() : end])
