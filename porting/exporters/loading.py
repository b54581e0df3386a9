"""Pages in batches, each with the content that counts and everything around it, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Model, Prefetch, QuerySet
from wagtail.models import Revision

from porting.exporters.states import in_moderation

BATCH = 100
#: Lists that belong to a page: its name there, the model of its entries, what each points at, and their order.
AROUND = {
    "blogpage": [
        ("post_authors", "blog.PostAuthor", "author", "sort_order"),
        ("post_categories", "blog.PostCategory", "category", "sort_order"),
        ("tagged_posts", "blog.TaggedPost", "tag", "pk"),
    ],
    "standardpage": [("page_authors", "home.PageAuthor", "author", "sort_order")],
}


@dataclass
class Loaded:
    """A page as it is exported.

    ``page`` has the content readers see, or, when nobody may see it yet, that of its newest draft. ``draft`` is the
    same page with changes of a live page that are not published yet.
    """

    page: Any
    draft: Any = None
    go_live: datetime | None = None
    pending: bool = False

    @property
    def scheduled(self) -> bool:
        """Whether a day is set on which the page, or its draft, is published."""
        return self.go_live is not None


def batches(model: type[Model], keys: Sequence[int]) -> Iterator[list[Loaded]]:
    """Pages of one class by id, in the order of ``keys``, a hundred at a time."""
    for start in range(0, len(keys), BATCH):
        wanted = keys[start : start + BATCH]
        pages = {page.pk: page for page in _related(model).filter(pk__in=wanted)}
        yield _with_revisions([pages[key] for key in wanted if key in pages])


def _related(model: Any) -> QuerySet:
    rows = model.objects.select_related("locale", "social_image")
    if model._meta.model_name == "blogpage":
        rows = rows.select_related("cover", "series").prefetch_related("related_links")
    for name, entry, inner, order in AROUND[model._meta.model_name]:
        related = apps.get_model(entry)._default_manager.select_related(inner).order_by(order, "pk")
        rows = rows.prefetch_related(Prefetch(name, related))
    return rows


def _with_revisions(pages: list[Any]) -> list[Loaded]:
    """Each page with the revision that counts: the scheduled one, else the newest, where readers see none."""
    scheduled = {
        int(row.object_id): row
        for row in Revision.page_revisions.filter(
            object_id__in=[str(page.pk) for page in pages], approved_go_live_at__isnull=False
        ).order_by("created_at")
    }
    changed = [page for page in pages if page.latest_revision_id and _has_draft(page)]
    newest = Revision.objects.in_bulk([page.latest_revision_id for page in changed])
    pending = in_moderation(page.pk for page in pages if not page.live)
    return [
        _loaded(page, scheduled.get(page.pk), newest.get(page.latest_revision_id), page.pk in pending)
        for page in pages
    ]


def _has_draft(page: Any) -> bool:
    return not page.live or page.has_unpublished_changes


def _loaded(page: Any, scheduled: Revision | None, newest: Revision | None, pending: bool) -> Loaded:
    go_live = scheduled.approved_go_live_at if scheduled else None
    revision = scheduled or newest
    other = page.with_content_json(revision.content) if revision else None
    if page.live:
        return Loaded(page, draft=other, go_live=go_live)
    if other is not None:
        other.expired = page.expired
    return Loaded(other or page, go_live=go_live, pending=pending)
