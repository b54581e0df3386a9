"""The log forgets: days older than the site's setting are deleted."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from search.log.brief import briefly
from search.models.log import LOG_DAYS, LoggedSearch, OpenedResult, SearchSettings
from search.statements import rows, table

#: Rows deleted beside a search, which somebody waits for; the rest follows with the next ones.
A_FEW = 300

_done: dict[str, date] = {}


def kept_days(site: Site) -> int:
    """How many days of searches this site keeps; 0: none, and none are counted."""
    found = rows(f"SELECT log_days FROM {table(SearchSettings)} WHERE site_id = %s", [site.pk])  # noqa: S608 - a name of ours
    return found[0][0] if found else LOG_DAYS


def forget(most: int | None = None) -> int:
    """Delete what is older than each site keeps; at most so many rows for each. Return how many went."""
    return sum(_forget(site, most) for site in Site.objects.all())


def forget_now_and_then() -> None:
    """Once a day in each process, a few rows at a time, so that the log forgets without anybody's doing."""
    today = timezone.localdate()
    if _done.get("day") == today:
        return
    if briefly(lambda: forget(A_FEW) < A_FEW):
        _done["day"] = today


@transaction.atomic
def _forget(site: Site, most: int | None) -> int:
    days = kept_days(site)
    old = LoggedSearch.objects.filter(site=site)
    if days:
        old = old.filter(day__lte=timezone.localdate() - timedelta(days=days))
    keys = old.order_by("day").values_list("pk", flat=True)[:most]
    batch = list(keys)
    for start in range(0, len(batch), 500):
        part = batch[start : start + 500]
        OpenedResult.objects.filter(search__in=part).delete()
        LoggedSearch.objects.filter(pk__in=part).delete()
    return len(batch)
