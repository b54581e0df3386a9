"""Rendering the body of a page, once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import BaseStreamBlock, StreamValue

from core.article.outline import OutlineItem, nest
from core.article.references import load, wanted_by
from core.article.rendering import Rendering, rendering_in
from core.article.walk import stored

_BLOCKS_IN_OUTLINE = frozenset({"heading", "paragraph", "html"})
#: Notes are numbered by their references, so they are rendered when all references have been met.
_LAST = "footnotes"
#: Blocks a reader may see before scrolling: a picture further down is fetched when it nears.
_NEAR_THE_TOP = 3


class Article(NamedTuple):
    """A rendered body and its table of contents."""

    html: SafeString
    outline: tuple[OutlineItem, ...]


@dataclass
class Surroundings:
    """What the page around an article needs as well, so that both are looked up together.

    ``raw`` is the body in its stored form; ``pages`` are ids of pages, found in ``found_pages`` afterwards when
    the public may see them; ``images`` are loaded pictures that still need their renditions; ``extras`` is for
    blocks of other packages; ``picture_above`` says that the page begins with a picture of its own.
    """

    raw: list[dict]
    pages: set[int] = field(default_factory=set)
    images: list[Any] = field(default_factory=list)
    extras: dict[str, Any] = field(default_factory=dict)
    picture_above: bool = False
    found_pages: dict[int, Any] = field(default_factory=dict)


def render_article(
    stream: StreamValue,
    *,
    request: HttpRequest | None = None,
    page: Any = None,
    heading_links: bool = True,
    around: Surroundings | None = None,
) -> Article:
    """Render a body with a number of queries that does not depend on its length.

    ``page`` and ``request`` are handed to the block templates. ``heading_links=False`` leaves out the small
    # beside each heading, for feeds and other places away from the page. ``around`` is what the page wants
    looked up together with the article.
    """
    around = around or Surroundings(stored(stream))
    raw = around.raw
    wanted = wanted_by(stream.stream_block, raw)
    wanted.pages |= around.pages
    wanted.held_images += around.images
    references = load(wanted, request)
    around.found_pages = {key: page for key, page in references.pages.items() if key in around.pages}
    rendering = Rendering(
        references, wanted, request=request, heading_links=heading_links, extras=around.extras
    )
    rendering.awaits_picture = not around.picture_above
    html = render_body(stream.stream_block, raw, rendering, page=page, request=request)
    return Article(html, nest(rendering.headings))


def render_body(
    block: BaseStreamBlock,
    raw: list[dict],
    rendering: Rendering,
    *,
    page: Any = None,
    request: HttpRequest | None = None,
) -> SafeString:
    """The HTML of a body in its stored form, with what ``rendering`` has loaded for it."""
    with rendering_in(rendering):
        # Read anew from the stored form, so that choosers take their objects from what was just loaded.
        return _render_children(block.to_python(raw), rendering, {"page": page, "request": request})


def _render_children(body: StreamValue, rendering: Rendering, context: dict[str, Any]) -> SafeString:
    children = list(body)
    parts: dict[int, str] = {}
    for position, child in sorted(enumerate(children), key=lambda pair: pair[1].block_type == _LAST):
        rendering.in_outline = child.block_type in _BLOCKS_IN_OUTLINE
        rendering.awaits_picture = rendering.awaits_picture and position < _NEAR_THE_TOP
        parts[position] = format_html('<div class="{}">{}</div>', _classes(child), child.render(context))
    return mark_safe("\n".join(parts[position] for position in range(len(children))))  # noqa: S308 - joined templates


def _classes(child: StreamValue.StreamChild) -> str:
    """Names for the stylesheets: the kind of block, and what it says about its place on the sheet."""
    place = getattr(child.block, "layout_class", lambda value: "")(child.value)
    return f"block block-{child.block_type.replace('_', '-')} {place}".strip()
