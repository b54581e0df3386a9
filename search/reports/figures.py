"""The numbers of the reports: what was searched for in a period, and what came of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, QuerySet, Sum
from django.utils import timezone
from wagtail.models import Page, Site

from core.visibility import public_pages
from search.models import LoggedSearch, OpenedResult

#: More parameters than this no database takes; an export may have more rows.
BATCH = 500


@dataclass(frozen=True)
class Period:
    """The last so many days, today included, of one site or of all."""

    days: int
    site: Site | None = None

    @property
    def first_day(self) -> date:
        """The day it begins."""
        return timezone.localdate() - timedelta(days=self.days - 1)

    def rows(self) -> QuerySet:
        """What was logged in it."""
        rows = LoggedSearch.objects.filter(day__gte=self.first_day)
        return rows.filter(site=self.site) if self.site else rows


@dataclass(frozen=True)
class Totals:
    """Of a period: how many searches, and of how many of them nothing came, or something was opened."""

    searches: int
    fruitless: int
    opened: int
    places: int

    @property
    def fruitless_share(self) -> int:
        """Percent of the searches that found nothing."""
        return percent(self.fruitless, self.searches)

    @property
    def opened_share(self) -> int:
        """Percent of the searches that led to a result."""
        return percent(self.opened, self.searches)

    @property
    def place(self) -> float | None:
        """Where the opened results stood, on average; None when none was opened."""
        return average(self.places, self.opened)


def percent(part: int, whole: int) -> int:
    """A share in whole percent, at most 100; 0 of nothing."""
    return min(100, round(100 * part / whole)) if whole else 0


def average(total: int, count: int) -> float | None:
    """With one decimal; None of nothing."""
    return round(total / count, 1) if count else None


def totals(period: Period) -> Totals:
    """The numbers above all queries."""
    names = ("searches", "fruitless", "opened", "places")
    sums = period.rows().aggregate(**{name: Sum(name) for name in names})
    return Totals(**{name: sums[name] or 0 for name in names})


def by_query(period: Period) -> QuerySet:
    """A dictionary for each query: ``query``, ``times``, ``nothing`` (times), ``clicks``, ``place_sum``."""
    return (
        period.rows()
        .values("query")
        .annotate(
            times=Sum("searches"), nothing=Sum("fruitless"), clicks=Sum("opened"), place_sum=Sum("places")
        )
    )


def found_nothing(period: Period) -> QuerySet:
    """Those queries that found nothing at least once."""
    return by_query(period).filter(nothing__gt=0)


def never_opened(period: Period) -> QuerySet:
    """Those that found something, of which nobody opened any."""
    return by_query(period).filter(clicks=0, times__gt=F("nothing"))


def complete(found: QuerySet, period: Period) -> None:
    """Add to the rows what is not a sum: the last count, the last correction, and the page opened most."""
    rows = list(found)  # they stay in the queryset, as they are now
    for start in range(0, len(rows), BATCH):
        part = rows[start : start + BATCH]
        queries = [row["query"] for row in part]
        last, favourites = _last(queries, period), _favourites(queries, period)
        for row in part:
            row["results"], row["corrected_to"] = last[row["query"]]
            row["page"] = favourites.get(row["query"])
            row["opened_share"] = percent(row["clicks"], row["times"])
            row["place"] = average(row["place_sum"], row["clicks"])


def _last(queries: Collection[str], period: Period) -> dict[str, tuple[int | None, str]]:
    """For each query what its latest day says: results, and what it was corrected to."""
    rows = period.rows().filter(query__in=queries).order_by("day", "pk")
    values = rows.values_list("query", "results", "corrected_to")
    return {query: (results, corrected_to) for query, results, corrected_to in values}


def _favourites(queries: Collection[str], period: Period) -> dict[str, Page]:
    """For each query the page that was opened most, if everybody may still open it."""
    opened = OpenedResult.objects.filter(search__in=period.rows().filter(query__in=queries))
    counted = (
        opened.values_list("search__query", "page_id").annotate(all=Sum("times")).order_by("all", "page_id")
    )
    favourites = {query: page_id for query, page_id, _times in counted}
    pages = public_pages(Page.objects.filter(pk__in=set(favourites.values()))).in_bulk()
    return {query: pages[page_id] for query, page_id in favourites.items() if page_id in pages}
