"""The state of one article while it is being rendered, found by whatever is rendered in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import count
from typing import Any, NamedTuple

from django.http import HttpRequest

from core.article.anchors import Anchors, anchor_from
from core.article.footnotes import Footnotes
from core.article.outline import Heading
from core.article.references import References, Wanted


class HeadingLevel(NamedTuple):
    """The size a heading is shown in, and the number of its element: its place in the outline."""

    size: int
    rank: int


class Rendering:
    """What the blocks of one article share: loaded objects, ids in use, headings and footnotes met so far."""

    def __init__(
        self,
        references: References,
        wanted: Wanted,
        *,
        request: HttpRequest | None = None,
        heading_links: bool = True,
        extras: dict[str, Any] | None = None,
    ) -> None:
        self.references = references
        #: What blocks of other packages have loaded for the whole article, by their own keys.
        self.extras = extras or {}
        self.request = request
        self.heading_links = heading_links
        self.anchors = Anchors(reserved=wanted.anchors)
        self.footnotes = Footnotes(wanted.footnotes, self.anchors)
        self.headings: list[Heading] = []
        #: Only headings at the top of the article belong in its table of contents.
        self.in_outline = False
        #: Whether the next picture is the first a reader sees, before scrolling.
        self.awaits_picture = False
        self._numbers = count(1)
        self._ranks: list[int] = []
        self._sizes = {chosen: min(size, 6) for size, chosen in enumerate(sorted(wanted.levels), start=2)}

    def heading_level(self, chosen: int) -> HeadingLevel:
        """The level of the next heading.

        Sizes nobody chose in this article are closed up, and the order of all others is kept: a small heading
        stays smaller than the next. Where an author left one out on the way down, the outline still has no
        gap: a heading's element is one below that of the nearest earlier heading that is larger.
        """
        while self._ranks and self._ranks[-1] >= chosen:
            self._ranks.pop()
        self._ranks.append(chosen)
        return HeadingLevel(self._sizes.get(chosen, max(2, chosen)), min(6, len(self._ranks) + 1))

    def add_heading(self, level: int, text: str, anchor: str = "") -> str:
        """Note a heading and return the id it gets; ``anchor`` is one it has been given for good."""
        anchor = self.anchors.claim(anchor) if anchor else self.anchors.take(anchor_from(text))
        if self.in_outline and text:
            self.headings.append(Heading(level, text, anchor))
        return anchor

    def take_first_picture(self) -> bool:
        """Whether the picture now rendered is the first of the page and near its top; true once."""
        is_first, self.awaits_picture = self.awaits_picture, False
        return is_first

    def unique_id(self, prefix: str) -> str:
        """An id for a part of a block, such as a tab panel; the same on every rendering of the same body."""
        return self.anchors.take(f"{prefix}-{next(self._numbers)}")


_current: ContextVar[Rendering | None] = ContextVar("article_rendering", default=None)


def current_rendering() -> Rendering | None:
    """The article being rendered right now, if any."""
    return _current.get()


@contextmanager
def rendering_in(rendering: Rendering) -> Iterator[Rendering]:
    """Make ``rendering`` the current one inside the ``with`` block."""
    token = _current.set(rendering)
    try:
        yield rendering
    finally:
        _current.reset(token)
