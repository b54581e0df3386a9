"""``Limits`` as conditions on ``search_document AS document``."""

from typing import Any

from django.db import connection
from django.utils import timezone

from search.engines.base import Limits

FACET = (
    "EXISTS (SELECT 1 FROM search_facet AS facet WHERE facet.document_id = document.page_id"
    " AND facet.kind = %s AND facet.key = %s)"
)


def conditions(limits: Limits) -> tuple[str, list[Any]]:
    """SQL to stand after WHERE, and its parameters."""
    sql = [f"document.access IN ({', '.join(['%s'] * len(limits.access)) or 'NULL'})"]
    values: list[Any] = list(limits.access)
    sql.append("(document.expires_at IS NULL OR document.expires_at > %s)")
    values.append(_moment(timezone.now()))
    if limits.root_path:
        sql.append(f"substr(document.path, 1, {len(limits.root_path)}) = %s")
        values.append(limits.root_path)
    for kind, key in limits.facets:
        sql.append(FACET)
        values += [kind, key]
    for sign, moment in ((">=", limits.after), ("<", limits.before)):
        if moment is not None:
            sql.append(f"document.date {sign} %s")
            values.append(_moment(moment))
    return " AND ".join(sql), values


def _moment(value: Any) -> Any:
    """A time as Django writes it into SQLite."""
    return connection.ops.adapt_datetimefield_value(value)
