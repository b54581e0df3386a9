"""Writing an imported page: rows, byline, terms, revision and references, each once.

``Page.save`` and ``publish`` are made for an editor's click: they index, list, log and warm pictures again for every
step, and tell everybody that something new was published. An import does each of these once, for many pages together
(``indexing.py``), keeps the dates the post had, and tells nobody.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, ReferenceIndex, Revision

from core.article.anchors import fill_anchors
from core.article.reading_time import measure

from .states import PageState

_NEVER = {"id", "page_ptr", "path", "depth", "numchild", "translation_key", "locale", "content_type", "owner"}


@dataclass
class Content:
    """What a page gets: fields by name, blocks, and the objects of its child relations by name."""

    fields: dict[str, Any]
    blocks: list[dict[str, Any]]
    children: dict[str, list[Any]] = field(default_factory=dict)
    published: datetime | None = None
    updated: datetime | None = None


def write(page: Any, content: Content, state: PageState, user: Any = None) -> int:
    """Write everything about one page. Inside a transaction. Returns the id of the revision."""
    _protect(page, state)
    _fill(page, content, state)
    _replace_children(page, content.children)
    revision = _revise(page, state.go_live_at, user)
    page.latest_revision = revision
    page.latest_revision_created_at = revision.created_at
    page.live_revision = revision if state.live else None
    values = {
        one.attname: getattr(page, one.attname)
        for one in page._meta.concrete_fields
        if one.name not in _NEVER
    }
    type(page).objects.filter(pk=page.pk).update(**values)
    ReferenceIndex.create_or_update_for_object(page)
    return revision.pk


def record(page: Any, content: Content, state: PageState, user: Any = None) -> Revision:
    """The content as a revision that nothing shows. ``page`` is changed in memory only."""
    _fill(page, content, state)
    for name, objects in content.children.items():
        setattr(page, name, objects)
    return _revise(page, None, user)


def _fill(page: Any, content: Content, state: PageState) -> None:
    for name, value in content.fields.items():
        setattr(page, name, value)
    page.body = json.dumps(content.blocks)
    _settle(page)
    _show(page, content, state)


def _settle(page: Any) -> None:
    """What a save by an editor would derive from the content."""
    fill_anchors(page.body)
    page.draft_title = page.title
    if hasattr(page, "reading_minutes"):
        measured = measure(page.body)
        page.reading_minutes = measured.minutes(
            page.locale.language_code, more_images=1 if page.cover_id else 0
        )
        page.word_count = measured.words
        page.minor_change = False


def _show(page: Any, content: Content, state: PageState) -> None:
    page.live, page.expired = state.live, state.expired
    page.go_live_at, page.expire_at = state.go_live_at, state.expire_at
    page.has_unpublished_changes = not state.live
    if state.live:
        page.first_published_at = content.published
        page.last_published_at = content.updated or content.published


def _protect(page: Any, state: PageState) -> None:
    """Ask for a password or a login before anything can be seen. What is protected already stays as it is."""
    if not state.restriction or PageViewRestriction.objects.filter(page_id=page.pk).exists():
        return
    PageViewRestriction.objects.create(
        page_id=page.pk, restriction_type=state.restriction, password=state.password
    )


def _replace_children(page: Any, children: dict[str, list[Any]]) -> None:
    for name, objects in children.items():
        relation = page._meta.get_field(name)
        parent = relation.field
        relation.related_model.objects.filter(**{parent.name: page.pk}).delete()
        for order, one in enumerate(objects):
            setattr(one, parent.attname, page.pk)
            if hasattr(one, "sort_order"):
                one.sort_order = order
        relation.related_model.objects.bulk_create(objects)
        setattr(page, name, objects)


def _revise(page: Any, go_live: datetime | None, user: Any) -> Revision:
    return Revision.objects.create(
        content_type=ContentType.objects.get_for_model(type(page), for_concrete_model=False),
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=str(page.pk),
        created_at=timezone.now(),
        user=user,
        object_str=str(page),
        content=page.serializable_data(),
        approved_go_live_at=go_live,
    )
