"""Pages the import had only reserved, and into which somebody wrote before their post came.

Nothing of theirs is written over. What the old blog had goes below it in the page's history, and is what readers see
unless they published theirs.
"""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from wagtail.models import PageLogEntry, Revision

from .states import PageState
from .writing import Content, record, write

_EMPTY = (None, "", "[]")
#: Fields of text or choice that an empty page has nothing in.
_FIELDS = (
    "body",
    "summary",
    "seo_title",
    "search_description",
    "cover",
    "social_image",
    "series",
    "canonical_url",
)


def edit_of(page: Any, title: str) -> Revision | None:
    """The newest of what editors wrote into a page reserved under ``title``; None when they wrote nothing.

    A page that was only opened and saved, or published with others, holds nothing of theirs.
    """
    newest = page.latest_revision
    return newest if newest is not None and _says_something(newest.content, title) else None


def _says_something(content: dict[str, Any], title: str) -> bool:
    if content.get("title") != title:
        return True
    if any(content.get(name) not in _EMPTY for name in _FIELDS):
        return True
    return any(isinstance(value, list) and value for value in content.values())  # authors, tags, comments


def write_below(page: Any, theirs: Revision, content: Content, state: PageState, user: Any = None) -> int:
    """Write a post's content below what an editor wrote; inside a transaction. Returns the id of its revision."""
    earliest = page.revisions.order_by("created_at").values_list("created_at", flat=True)[0]
    if page.live:
        revision = record(page, content, state, user)
    else:
        title, changed = page.draft_title, page.latest_revision_created_at
        revision = Revision.objects.get(pk=write(page, content, state, user))
        type(page).objects.filter(pk=page.pk).update(
            latest_revision=theirs,
            latest_revision_created_at=changed,
            draft_title=title,
            has_unpublished_changes=True,
        )
    revision.created_at = earliest - timedelta(milliseconds=1)
    Revision.objects.filter(pk=revision.pk).update(created_at=revision.created_at)
    _log(page, revision, user)
    return revision.pk


def _log(page: Any, revision: Revision, user: Any) -> None:
    """Editors look for earlier texts in the page's history, which knows those revisions only that are logged."""
    PageLogEntry.objects.create(
        page_id=page.pk,
        content_type_id=page.content_type_id,
        label=str(page),
        action="wagtail.edit",
        timestamp=revision.created_at,
        user=user,
        uuid=uuid.uuid4(),
        revision=revision,
        content_changed=True,
    )
