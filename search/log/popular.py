"""Which pages readers open from results: what most were looking for may be what the next one is looking for."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from django.utils import timezone
from wagtail.models import Site

from search.models import OpenedResult

#: Days that are looked back on, today included.
DAYS = 30
#: Of a busy site the results opened last say enough, and somebody waits for the answer.
LOOKED_AT = 5000


def most_opened(site: Site, most: int) -> list[int]:
    """Ids of at most so many pages that were opened from results of this site lately, those opened most first.

    Each was open to everybody when it was opened; whether it still is, the caller asks. One query.
    """
    first_day = timezone.localdate() - timedelta(days=DAYS - 1)
    last = OpenedResult.objects.order_by("-pk").values_list(
        "page_id", "times", "search__site_id", "search__day"
    )
    times: Counter[int] = Counter()
    # Counted here: asked to add up the last rows only, SQLite would look for them again and again.
    for page_id, opened, site_id, day in last[:LOOKED_AT]:
        if site_id == site.pk and day >= first_day:
            times[page_id] += opened
    return sorted(times, key=lambda page_id: (-times[page_id], -page_id))[:most]
