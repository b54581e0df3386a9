"""Results editors put first for certain searches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from search.models import Promotion
from search.remembered import Remembered
from search.viewer import Viewer
from search.wording import search_key

#: More than this would be an advertisement and no help.
MOST = 5


@dataclass(frozen=True)
class Promoted:
    """One promoted result. ``page_id`` is None for an address elsewhere."""

    title: str
    url: str
    description: str
    page_id: int | None = None


def promoted(query_text: str, viewer: Viewer, request: HttpRequest) -> list[Promoted]:
    """What editors want to be first for this search, in their order; no page this viewer may not open.

    Costs one small query when nothing is promoted for the search. Pages below another root than the viewer's,
    and those kept out of lists, are left out as everywhere in the search.
    """
    chosen = _chosen(search_key(query_text), timezone.localdate())
    ids = [promotion.page_id for promotion in chosen if promotion.page_id]
    pages = _readable(ids, viewer, request) if ids else {}
    found = []
    for promotion in chosen:
        page = pages.get(promotion.page_id or 0)
        if page is not None:
            found.append(_page_result(promotion, page, request))
        elif promotion.url:
            found.append(Promoted(promotion.title, promotion.url, promotion.description))
    return found[:MOST]


class _Table:
    """All promotions in their order, found by the search or by its beginning."""

    def __init__(self) -> None:
        self.exact: dict[str, list[tuple[int, Promotion]]] = {}
        self.beginnings: list[tuple[str, int, Promotion]] = []
        for place, promotion in enumerate(Promotion.objects.order_by("sort_order", "pk")):
            for key in {search_key(search) for search in promotion.listed}:
                self.exact.setdefault(key, []).append((place, promotion))
                if promotion.begins:
                    self.beginnings.append((key, place, promotion))


_remembered = Remembered(Promotion, _Table)


def _chosen(key: str, today: date) -> list[Promotion]:
    """The promotions for a search that count today."""
    if not key:
        return []
    table = _remembered()
    by_place = dict(table.exact.get(key, []))
    by_place |= {place: promotion for begins, place, promotion in table.beginnings if key.startswith(begins)}
    return [by_place[place] for place in sorted(by_place) if _is_on(by_place[place], today)]


def _is_on(promotion: Promotion, today: date) -> bool:
    return (promotion.first_day or today) <= today <= (promotion.last_day or today)


def _readable(page_ids: list[int], viewer: Viewer, request: HttpRequest) -> dict[int, Any]:
    """Those of the pages that this viewer may open and that are listed, by their ids."""
    pages = Page.objects.live().filter(pk__in=page_ids, path__startswith=viewer.root.path).specific()
    return {page.pk: page for page in pages if _is_listed(page) and _may_open(page, viewer, request)}


def _is_listed(page: Any) -> bool:
    over = page.expire_at is not None and page.expire_at <= timezone.now()
    return not over and not getattr(page, "unlisted", False)


def _may_open(page: Any, viewer: Viewer, request: HttpRequest) -> bool:
    """What Wagtail asks when it serves the page; and of passwords, those that count in the search."""
    return all(
        restriction.accept_request(request)
        and (restriction.restriction_type != PageViewRestriction.PASSWORD or restriction.pk in viewer.passed)
        for restriction in page.get_view_restrictions()
    )


def _page_result(promotion: Promotion, page: Any, request: HttpRequest) -> Promoted:
    title = promotion.title or page.title
    return Promoted(title, page.get_url(request) or "", _description(promotion, page), page.pk)


def _description(promotion: Promotion, page: Any) -> str:
    """The editors' words, else what the page says about itself."""
    return promotion.description or page.search_description or getattr(page, "summary", "") or ""
