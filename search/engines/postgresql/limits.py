"""``Limits`` as conditions on ``search_document AS document``."""

from typing import Any

from django.utils import timezone

from search.engines.base import Limits

FACET = (
    "EXISTS (SELECT FROM search_facet AS facet WHERE facet.document_id = document.page_id"
    " AND facet.kind = %s AND facet.key = %s)"
)


def conditions(limits: Limits) -> tuple[str, list[Any]]:
    """SQL to stand after WHERE, and its parameters."""
    sql = ["document.access = ANY(%s)", "(document.expires_at IS NULL OR document.expires_at > %s)"]
    values: list[Any] = [list(limits.access), timezone.now()]
    if limits.root_path:
        sql.append("starts_with(document.path, %s)")
        values.append(limits.root_path)
    for kind, key in limits.facets:
        sql.append(FACET)
        values += [kind, key]
    for sign, moment in ((">=", limits.after), ("<", limits.before)):
        if moment is not None:
            sql.append(f"document.date {sign} %s")
            values.append(moment)
    return " AND ".join(sql), values
