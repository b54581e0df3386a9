"""``Limits`` as conditions on the id of a page."""

from typing import Any

from django.db import connection
from django.utils import timezone

from search.engines.base import Limits

# Most documents are within most limits. To ask which are outside, by an index for each reason, and to leave
# those out is much quicker than to look at every document that is found.
OUTSIDE = "SELECT page_id FROM search_document WHERE {condition}"
FACET = "{page} IN (SELECT document_id FROM search_facet WHERE kind = %s AND key = %s)"
BETWEEN = "{page} IN (SELECT page_id FROM search_document WHERE date {sign} %s)"


def conditions(limits: Limits, page: str) -> tuple[str, list[Any]]:
    """SQL to stand after WHERE, and its parameters; ``page`` is the SQL of a page's id."""
    reasons, values = _outside(limits)
    outside = " UNION ALL ".join(OUTSIDE.format(condition=reason) for reason in reasons)
    sql = [f"{page} NOT IN ({outside})"]
    for kind, key in limits.facets:
        sql.append(FACET.format(page=page))
        values += [kind, key]
    for sign, moment in ((">=", limits.after), ("<", limits.before)):
        if moment is not None:
            sql.append(BETWEEN.format(page=page, sign=sign))
            values.append(_moment(moment))
    return " AND ".join(sql), values


def _outside(limits: Limits) -> tuple[list[str], list[Any]]:
    """Why a document may be outside of limits that hold for a whole search."""
    # Most documents have no access at all: said so, the index finds the others.
    private = "access > '' AND " if "" in limits.access else ""
    places = ", ".join(["%s"] * len(limits.access)) or "NULL"
    reasons = [f"{private}access NOT IN ({places})" if limits.access else "TRUE", "expires_at <= %s"]
    values: list[Any] = [*limits.access, _moment(timezone.now())]
    if limits.root_path:
        # Paths are made of digits and capital letters, which all sort before `[`.
        reasons += ["path < %s", "path >= %s"]
        values += [limits.root_path, f"{limits.root_path}["]
    return reasons, values


def _moment(value: Any) -> Any:
    """A time as Django writes it into SQLite."""
    return connection.ops.adapt_datetimefield_value(value)
