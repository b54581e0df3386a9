"""Rendering the body of a page, once."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue

from core.article.outline import OutlineItem, nest
from core.article.references import load, wanted_by
from core.article.rendering import Rendering, rendering_in
from core.article.walk import stored

_BLOCKS_IN_OUTLINE = frozenset({"heading", "paragraph"})
#: Notes are numbered by their references, so they are rendered when all references have been met.
_LAST = "footnotes"


class Article(NamedTuple):
    """A rendered body and its table of contents."""

    html: SafeString
    outline: tuple[OutlineItem, ...]


def render_article(
    stream: StreamValue,
    *,
    request: HttpRequest | None = None,
    page: Any = None,
    heading_links: bool = True,
) -> Article:
    """Render a body with a number of queries that does not depend on its length.

    ``page`` and ``request`` are handed to the block templates. ``heading_links=False`` leaves out the small
    # beside each heading, for feeds and other places away from the page.
    """
    raw = stored(stream)
    wanted = wanted_by(stream.stream_block, raw)
    rendering = Rendering(load(wanted, request), wanted, request=request, heading_links=heading_links)
    with rendering_in(rendering):
        # Read anew from the stored form, so that choosers take their objects from what was just loaded.
        body = stream.stream_block.to_python(raw)
        html = _render_children(body, rendering, {"page": page, "request": request})
    return Article(html, nest(rendering.headings))


def _render_children(body: StreamValue, rendering: Rendering, context: dict[str, Any]) -> SafeString:
    children = list(body)
    parts: dict[int, str] = {}
    for position, child in sorted(enumerate(children), key=lambda pair: pair[1].block_type == _LAST):
        rendering.in_outline = child.block_type in _BLOCKS_IN_OUTLINE
        parts[position] = format_html('<div class="{}">{}</div>', _classes(child), child.render(context))
    return mark_safe("\n".join(parts[position] for position in range(len(children))))  # noqa: S308 - joined templates


def _classes(child: StreamValue.StreamChild) -> str:
    """Names for the stylesheets: the kind of block, and what it says about its place on the sheet."""
    place = getattr(child.block, "layout_class", lambda value: "")(child.value)
    return f"block block-{child.block_type.replace('_', '-')} {place}".strip()
