"""``Limits`` as conditions on ``search_document AS document``."""

from typing import Any

from django.utils import timezone

from search.engines.base import Limits

FACET = (
    "EXISTS (SELECT FROM search_facet AS facet WHERE facet.document_id = document.page_id"
    " AND facet.kind = %s AND facet.key = %s)"
)
# Most documents are within most limits, and those outside are found with indexes: the one migration 0003 makes
# of documents that are private or expire, and Django's own for the beginnings of paths (`~<~` compares as that does).
OUTSIDE = """
SELECT page_id FROM search_document WHERE (access <> '' OR expires_at IS NOT NULL)
    AND (access <> ALL(%s) OR expires_at <= %s)
"""
OUTSIDE_ROOT = """
UNION ALL SELECT page_id FROM search_document WHERE path ~<~ %s OR path ~>=~ %s
"""


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


def outside(limits: Limits) -> tuple[str, list[Any]] | None:
    """SQL for the ids of all documents that are not within the limits, if these are few and soon found."""
    if "" not in limits.access or limits.facets or limits.after or limits.before:
        return None
    sql, values = OUTSIDE, [list(limits.access), timezone.now()]
    if limits.root_path:
        sql += OUTSIDE_ROOT
        # Paths are made of digits and capital letters, which all sort before `[`.
        values += [limits.root_path, limits.root_path + "["]
    return sql, values


def documents_within(limits: Limits, document: str) -> tuple[str, str, list[Any]]:
    """A part of a WITH clause, a condition on the id ``document`` that refers to it, and the parameters of the part."""
    if without := outside(limits):
        sql, values = without
        condition = f"NOT EXISTS (SELECT FROM outside WHERE outside.page_id = {document})"
        return f"outside AS MATERIALIZED ({sql})", condition, values
    where, values = conditions(limits)
    narrowed = f"narrowed AS (SELECT page_id FROM search_document AS document WHERE {where})"  # noqa: S608 - put together above
    return narrowed, f"EXISTS (SELECT FROM narrowed WHERE narrowed.page_id = {document})", values


def among(document: str) -> str:
    """A condition that the id ``document`` is one of a list, its parameter, however long."""
    return f"EXISTS (SELECT FROM unnest(%s::int[]) AS listed (id) WHERE listed.id = {document})"
