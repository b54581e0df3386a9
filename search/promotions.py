"""Results editors put first for certain searches."""

from dataclasses import dataclass

from django.http import HttpRequest

from search.viewer import Viewer


@dataclass(frozen=True)
class Promoted:
    """One promoted result. ``page_id`` is None for an address elsewhere."""

    title: str
    url: str
    description: str
    page_id: int | None = None


def promoted(query_text: str, viewer: Viewer, request: HttpRequest) -> list[Promoted]:
    """What editors want to be first for this search, in their order; no page this viewer may not open."""
    return []
