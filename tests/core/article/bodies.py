"""Bodies to render."""

from __future__ import annotations

from typing import Any

from wagtail.blocks import StreamValue

from core.blocks import ArticleBody

BODY = ArticleBody()


def body_of(*children: tuple[str, Any]) -> StreamValue:
    """A body in the form the database gives it back, from pairs of block name and stored value."""
    return BODY.to_python(
        [{"type": kind, "value": value, "id": str(number)} for number, (kind, value) in enumerate(children)]
    )
