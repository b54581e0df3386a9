"""Moments of an export: in GMT where it says so, and never an error for a day that does not exist."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from porting.readers.wordpress.records import RawItem

_STAMP = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_LARGEST_OFFSET = timedelta(hours=14)


@dataclass(frozen=True)
class Reading:
    """A moment, or what stood there instead of one."""

    moment: datetime | None = None
    wrong: str = ""


def read_stamp(text: str) -> Reading:
    """Read ``2024-02-29 10:00:00`` as GMT. Zeros mean that there is no date; impossible ones are given back."""
    match = _STAMP.match(text)
    if not match:
        return Reading(wrong=text.strip())
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    if not (year and month and day):
        return Reading(wrong="" if not (year or month or day) else text.strip())
    try:
        return Reading(moment=datetime(year, month, day, hour, minute, second, tzinfo=UTC))
    except ValueError:
        return Reading(wrong=text.strip())


def read_feed_date(text: str) -> Reading:
    """Read a feed's date (RFC 2822). WordPress writes the year -0001 for drafts, which is no date."""
    if not text.strip() or "-0001" in text:
        return Reading()
    try:
        moment = parsedate_to_datetime(text.strip())
    except (ValueError, TypeError, IndexError):
        return Reading(wrong=text.strip())
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return Reading(
        moment=moment if moment.timestamp() > 0 else None
    )  # an empty date written as a moment is 1970


def usual_offset(items: Iterable[RawItem]) -> timedelta:
    """How far the blog's own clock is from GMT in most items, for those that only know the former."""
    found: Counter[timedelta] = Counter()
    for item in items:
        here, gmt = read_stamp(item["post_date"]).moment, read_stamp(item["post_date_gmt"]).moment
        if here and gmt and abs(here - gmt) <= _LARGEST_OFFSET:
            found[here - gmt] += 1
    return found.most_common(1)[0][0] if found else timedelta()


def first_date(item: RawItem, offset: timedelta) -> Reading:
    """When the item was published: GMT first, then the feed's date, then the blog's own clock."""
    wrong = ""
    for reading in (read_stamp(item["post_date_gmt"]), read_feed_date(item["pubDate"])):
        if reading.moment:
            return Reading(reading.moment, wrong)
        wrong = wrong or reading.wrong
    here = read_stamp(item["post_date"])
    return Reading(here.moment - offset if here.moment else None, wrong or here.wrong)


def changed_date(item: RawItem, offset: timedelta) -> Reading:
    """When the item was last changed; older exports do not say."""
    gmt = read_stamp(item["post_modified_gmt"])
    if gmt.moment or not item["post_modified"]:
        return gmt
    here = read_stamp(item["post_modified"])
    return Reading(here.moment - offset if here.moment else None, gmt.wrong or here.wrong)


def comment_date(gmt: str, here: str, offset: timedelta) -> datetime | None:
    """When a comment was written."""
    moment = read_stamp(gmt).moment
    if moment is None:
        local = read_stamp(here).moment
        moment = local - offset if local else None
    return moment
