"""Values as Ghost's tables have them, taken without trust: any of them may be missing or of another type."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

Row = dict[str, Any]
#: Milliseconds beyond which a number cannot be a date of a post (the year 9999).
LAST_MOMENT = 253_402_300_799_000


class BadDateError(ValueError):
    """A date that no calendar has."""


def text(row: Row, *names: str) -> str:
    """The first of the columns that holds text or a number, stripped of what is around it."""
    for name in names:
        value = row.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
    return ""


def body(row: Row, name: str) -> str:
    """A column with a whole text; lexical and mobiledoc are given as they are when they were nested JSON."""
    value = row.get(name)
    return value if isinstance(value, str) else ""


def flag(row: Row, name: str) -> bool:
    """A column that is true: ``true``, ``1``, ``"1"`` or ``"true"``."""
    return str(row.get(name)).lower() in {"1", "true", "1.0"}


def denied(row: Row, name: str) -> bool:
    """A column that is false in so many words: ``false``, ``0`` or ``"0"``; not one that is missing."""
    return str(row.get(name)).lower() in {"0", "false", "0.0"}


def number(row: Row, name: str) -> int:
    """A column with a number, 0 when it is none."""
    try:
        return int(row.get(name) or 0)
    except (TypeError, ValueError):
        return 0


def moment(row: Row, *names: str) -> datetime | None:
    """The first date of the columns, in UTC: milliseconds, ISO, or SQL. BadDateError when it is none."""
    for name in names:
        value = row.get(name)
        if value in (None, "", 0, "0000-00-00 00:00:00"):
            continue
        return _date(value)
    return None


def _date(value: object) -> datetime:
    if isinstance(value, str) and value.strip().lstrip("-").isdigit():
        value = int(value)
    try:
        if isinstance(value, int | float):
            if abs(value) > LAST_MOMENT:
                raise ValueError(value)
            return datetime.fromtimestamp(value / 1000, tz=UTC)
        found = datetime.fromisoformat(str(value).strip())
    except (ValueError, OverflowError, OSError) as error:
        raise BadDateError(str(value)) from error
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def table(data: Row, name: str) -> list[Row]:
    """The rows of a table; anything in it that is no row is passed over."""
    rows = data.get(name)
    if isinstance(rows, dict):
        rows = list(rows.values())
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def links(data: Row, name: str, key: Callable[[Row], str]) -> dict[str, list[str]]:
    """For each post the keys of what a table links it to, in the order of ``sort_order``."""
    found: dict[str, list[str]] = {}
    for row in sorted(table(data, name), key=lambda row: number(row, "sort_order")):
        linked = key(row)
        here = found.setdefault(text(row, "post_id"), [])
        if linked and linked not in here:
            here.append(linked)
    return found
