"""Counting searches and opened results: one row for a query and a day, whose numbers grow."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page, Site

from core.visibility import public_pages
from search.log.brief import briefly
from search.log.readers import is_counted, is_first_look
from search.log.retention import forget_now_and_then, kept_days
from search.models import LoggedSearch, OpenedResult
from search.query import Query
from search.statements import change, stored, table
from search.wording import kept_form

#: Different queries counted on one day of one site; whatever somebody sends, the table stays small.
MOST_QUERIES = 5000
#: Places beyond this are not believed.
MOST_PLACES = 1000


def record(query: Query, *, total: int, request: HttpRequest, corrected_to: str = "", page: int = 1) -> bool:
    """Count one search; tell whether it was counted.

    ``total`` is how many pages it found, after the correction if ``corrected_to`` (the corrected query's
    text) is given. Call it for the results page only, on every request: whatever is no first look by a reader
    who may be counted (further pages, narrowed or sorted results, robots, prefetches, Do Not Track, people
    who work in the admin) is sorted out here. Never raises and never waits for long.
    """
    kept = kept_form(query.text)
    if not kept or page > 1 or not (is_first_look(request) and is_counted(request)):
        return False
    site = Site.find_for_request(request)
    if site is None or not kept_days(site):
        return False
    more = {"searches": 1, "fruitless": int(total == 0)}
    now = {"results": total, "corrected_to": kept_form(corrected_to) if corrected_to else ""}
    counted = briefly(lambda: _count(site, kept, more, now))
    forget_now_and_then()
    return counted


def record_click(
    query_text: str, *, page_id: int | None, position: int, request: HttpRequest, suggested: bool = False
) -> bool:
    """Count that a search led to a result; tell whether it was counted. Never raises, never waits for long.

    ``position`` is its place as the reader saw it, from 1; ``page_id`` None for a promoted address elsewhere.
    A result of a query nobody searched for is not counted, unless it was ``suggested`` while the query was
    typed: then choosing it was the search. Of pages not everybody may open, only that one was opened is kept.
    """
    kept = kept_form(query_text)
    if not (kept and 0 < position <= MOST_PLACES and is_counted(request)):
        return False
    site = Site.find_for_request(request)
    if site is None or not kept_days(site):
        return False
    page = _public_page(page_id, site)
    return briefly(lambda: _count_click(site, kept, page, position, suggested))


def _public_page(page_id: int | None, site: Site) -> Page | None:
    if page_id is None:
        return None
    below = Page.objects.filter(pk=page_id, path__startswith=site.root_page.path)
    return public_pages(below).only("pk").first()


def _count(site: Site, query: str, more: dict[str, int], now: dict[str, Any] | None = None) -> bool:
    """Add to the row of this query and day, which is made if there is room for one more."""
    today = timezone.localdate()
    if _add(site, query, today, more, now):
        return True
    if LoggedSearch.objects.filter(site=site, day=today).count() >= MOST_QUERIES:
        return False
    new = LoggedSearch(site=site, day=today, query=query, language=_language())
    # Somebody else may make the same row at this moment; then theirs is added to.
    LoggedSearch.objects.bulk_create([new], ignore_conflicts=True)
    return _add(site, query, today, more, now)


def _add(site: Site, query: str, day: date, more: dict[str, int], now: dict[str, Any] | None = None) -> bool:
    """Add these numbers to the row, and put these values into it; False when there is no row.

    By hand: every search does this, and Django takes ten times as long to write it as the database to do it.
    """
    now = now or {}
    changes = ", ".join([*(f"{name} = {name} + %s" for name in more), *(f"{name} = %s" for name in now)])
    statement = (
        f"UPDATE {table(LoggedSearch)} SET {changes}"  # noqa: S608 - names of ours
        " WHERE site_id = %s AND day = %s AND query = %s AND language = %s"
    )
    key = (site.pk, stored(day), query, _language())
    return change(statement, [*more.values(), *now.values(), *key]) > 0


def _count_click(site: Site, query: str, page: Page | None, position: int, suggested: bool) -> bool:
    """Add to the row of the day; a page of results that was open at midnight belongs to the day before."""
    more = {"opened": 1, "places": position}
    today = timezone.localdate()
    day = today
    if suggested:
        if not _count(site, query, {**more, "searches": 1}):
            return False
    elif not _add(site, query, today, more):
        day = today - timedelta(days=1)
        if not _add(site, query, day, more):
            return False
    if page is not None:
        _count_page(_rows(site, query, day).get(), page, position)
    return True


def _count_page(search: LoggedSearch, page: Page, position: int) -> None:
    row = OpenedResult.objects.filter(search=search, page=page)
    changes = {"times": F("times") + 1, "places": F("places") + position}
    if not row.update(**changes):
        OpenedResult.objects.bulk_create([OpenedResult(search=search, page=page)], ignore_conflicts=True)
        row.update(**changes)


def _rows(site: Site, query: str, day: date) -> Any:
    return LoggedSearch.objects.filter(site=site, day=day, query=query, language=_language())


def _language() -> str:
    return get_language() or ""
