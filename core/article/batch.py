"""Rendering the bodies of several pages together, for feeds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from core.article.references import Wanted, load, wanted_by
from core.article.render import render_body
from core.article.rendering import Rendering
from core.article.walk import stored


def render_articles(
    pages: Iterable[Any],
    *,
    request: HttpRequest | None = None,
    without: frozenset[str] = frozenset(),
    images: Iterable[Any] = (),
) -> list[str]:
    """The HTML of each page's ``body``, in as many queries as one body costs.

    ``without`` names blocks to leave out at the top of the bodies; ``images`` are loaded pictures that get
    their renditions on the way.
    """
    everything = Wanted(held_images=list(images))
    bodies = []
    for page in pages:
        raw = [child for child in stored(page.body) if child["type"] not in without]
        wanted = wanted_by(page.body.stream_block, raw)
        everything.include(wanted)
        bodies.append((page, raw, wanted))
    references = load(everything, request)
    html: list[str] = []
    for page, raw, wanted in bodies:
        rendering = Rendering(references, wanted, request=request, heading_links=False)
        html.append(render_body(page.body.stream_block, raw, rendering, page=page, request=request))
    return html
