"""What the renderer asks about the objects that blocks name by their id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


def _named(kind: str) -> Callable[[int], str]:
    return lambda number: f"{kind}:{number}"


@dataclass
class RenderContext:
    """Addresses for ids. An empty answer means that the object is gone: its words stay, its link goes.

    ``page``, ``document`` and ``image`` give addresses, ``callout`` the title of a shared note.
    ``keys`` are those of the footnotes a text may refer to.
    """

    page: Callable[[int], str] = _named("page")
    document: Callable[[int], str] = _named("document")
    image: Callable[[int], str] = _named("image")
    callout: Callable[[int], str] = _named("callout")
    keys: frozenset[str] = field(default=frozenset())
