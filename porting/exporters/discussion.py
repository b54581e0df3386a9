"""Comments below the pages of a batch, in one query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import F

from porting.document import CommentState, SourceComment


def comments_by_page(page_ids: Iterable[int]) -> dict[int, list[SourceComment]]:
    """Comments in every state, oldest first, by the id of their page."""
    found: dict[int, list[SourceComment]] = defaultdict(list)
    rows = apps.get_model("blog", "Comment").objects.filter(page_id__in=list(page_ids))
    for row in rows.order_by(F("created").asc(nulls_first=True), "pk"):
        found[row.page_id].append(_comment(row))
    return found


def _comment(row: Any) -> SourceComment:
    return SourceComment(
        source_id=str(row.pk),
        author_name=row.author_name,
        html=row.text,
        date=row.created,
        parent_id=str(row.parent_id or ""),
        author_url=row.author_url,
        state=CommentState(row.state),
        kind=row.kind,
    )
