"""Dates as people write them in front matter. They come as text, so that a wrong one costs only itself."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T\s_]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AaPp][Mm])?\s*([A-Za-z][\w/+-]*|[+-]\d{1,2}:?\d{0,2})?)?"
)
MONTHS = 12
WORDS = (
    "%B %d, %Y",
    "%b %d, %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%d %B, %Y",
    "%a %b %d %H:%M:%S %Y",
    "%a %b %d %Y",
    "%B %d, %Y %H:%M",
    "%b %d, %Y %H:%M",
    "%Y%m%d",
    "%d.%m.%Y",
)
SHORT = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?![\d-])(.*)", re.DOTALL)
# Names that RFC 5322 knows, and the ones European blogs use.
ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6}
ZONES |= {"PST": -8, "PDT": -7, "WET": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "JST": 9}


def zone(name: object) -> tzinfo:
    """The time zone a site's configuration names, or UTC."""
    try:
        return ZoneInfo(str(name)) if name else UTC
    except (KeyError, ValueError, OSError):
        return UTC


def read_date(value: object, site_zone: tzinfo = UTC) -> datetime | None:
    """A moment with a time zone, or None when there is none or it is impossible.

    A time without a zone is in the site's. A day without a time is midnight UTC, so that it stays that day.
    """
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=site_zone)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(value)
    if not isinstance(value, str) or not value.strip():
        return None
    return _from_text(value.strip().strip("\"'"), site_zone)


def year_first(value: object, *, day_first: bool) -> object:
    """``11-9-2017`` as ``2017-9-11`` where days come first, else as ``2017-11-9``; where it can only be one, that."""
    found = SHORT.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        return value
    one, two = int(found.group(1)), int(found.group(2))
    day, month = (one, two) if (day_first and two <= MONTHS) or one > MONTHS else (two, one)
    return f"{found.group(3)}-{month}-{day}{found.group(4)}"


def _from_number(value: float) -> datetime | None:
    """``20200131``, or seconds or milliseconds since 1970."""
    if isinstance(value, int) and 19000101 <= value <= 21001231:
        return _from_text(str(value), UTC)
    try:
        return datetime.fromtimestamp(value / 1000 if value > 1e11 else value, UTC) if value > 1e8 else None
    except (OverflowError, ValueError, OSError):
        return None


def _from_text(text: str, site_zone: tzinfo) -> datetime | None:
    found = ISO.match(text)
    if found:
        return _from_iso(found, site_zone)
    try:
        moment = parsedate_to_datetime(text)
        return moment if moment.tzinfo else moment.replace(tzinfo=site_zone)
    except (TypeError, ValueError, IndexError):
        pass
    plain = re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", text)
    for form in WORDS:
        try:
            moment = datetime.strptime(plain, form)  # noqa: DTZ007 - its zone follows
        except ValueError:
            continue
        return moment.replace(tzinfo=site_zone if "%H" in form else UTC)
    return None


def _from_iso(found: re.Match[str], site_zone: tzinfo) -> datetime | None:
    year, month, day = (int(part) for part in found.groups()[:3])
    try:
        if not found.group(4):
            return datetime(year, month, day, tzinfo=UTC)
        hour, minute, second = int(found.group(4)), int(found.group(5)), int(found.group(6) or 0)
        half = (found.group(7) or "").lower()
        if half:
            hour = hour % 12 + (12 if half == "pm" else 0)
        moment = datetime(year, month, day, tzinfo=_offset(found.group(8), site_zone))
        return (
            moment + timedelta(hours=hour, minutes=minute, seconds=min(second, 59))
            if hour <= 24 and minute < 60
            else None
        )
    except ValueError:
        return None


def _offset(text: str | None, site_zone: tzinfo) -> tzinfo:
    if not text:
        return site_zone
    if text.upper() in ZONES:
        return timezone(timedelta(hours=ZONES[text.upper()]))
    number = re.fullmatch(r"([+-])(\d{1,2}):?(\d{2})?", text)
    if number:
        minutes = int(number.group(2)) * 60 + int(number.group(3) or 0)
        return timezone(timedelta(minutes=minutes if number.group(1) == "+" else -minutes))
    return zone(text) if "/" in text else site_zone


def day_in_name(name: str) -> tuple[str, str]:
    """``2020-01-31-title`` (also ``2020-1-31_title``) as its day and the rest; no day gives two halves: "" and all."""
    found = re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:T[\d-]+Z?)?(?:[-_. ](.*)|$)", name)
    if not found:
        return "", name
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}", found[4] or ""
