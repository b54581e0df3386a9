"""Notes that several posts share: found by their title, or made when the source brings their text."""

from __future__ import annotations

from typing import Any

import nh3

from core.models import SharedCallout

_TAGS = {"p", "br", "a", "b", "i", "strong", "em", "ul", "ol", "li", "code"}
_TITLE = 120


class SharedNotes:
    """Ids of shared notes. ``brought`` has kind and HTML by title; with ``pretend`` none is made."""

    def __init__(self, brought: dict[str, tuple[str, str]], pretend: bool = False) -> None:
        self._brought, self._pretend = brought, pretend
        self._ids: dict[str, int | None] = {}

    def find(self, title: str) -> int | None:
        """The id of the note with this title, or None when there is none and none was brought."""
        if title not in self._ids:
            there = SharedCallout.objects.filter(title=title, live=True).order_by("pk").first()
            self._ids[title] = there.pk if there is not None else self._made(title)
        return self._ids[title]

    def _made(self, title: str) -> int | None:
        if title not in self._brought:
            return None
        if self._pretend:
            return 1
        kind, html = self._brought[title]
        known = kind if kind in SharedCallout.Kind.values else SharedCallout.Kind.INFO
        body = nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, link_rel=None)
        return SharedCallout.objects.create(title=title[:_TITLE], kind=known, body=body).pk


def brought_by(source: Any) -> dict[str, tuple[str, str]]:
    """What a source says about shared notes; most formats know none."""
    return getattr(source, "callouts", {})
