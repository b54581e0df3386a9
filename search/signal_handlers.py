"""Keeps the search index in step with whatever changes what a page says, where it stands, or who may read it.

Every such change marks the pages it touches, and they are indexed once, after the transaction. Wagtail's own
index, by which editors search, follows a page the moment its row is saved; its tags, categories and authors are
written after that, and when one of them, or a series, gets another name, no page is saved at all. So it is told
of these here as well.
"""

from functools import partial
from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.models import Page, PageViewRestriction, get_page_models
from wagtail.signals import page_published, page_unpublished, post_page_move

from blog.models import Author, Category, PostCategory, Series, Tag, TaggedPost
from blog.models.authors import BylineEntry
from core.models import SharedCallout
from core.signals import pages_written
from search.index import affected
from search.index.marking import reindex_later

#: What the index has of a subject: its name, and of a category also what it is part of.
_TOLD = {Tag: ("name",), Category: ("name", "parent_id"), Author: ("name",), Series: ("title",)}
#: A page that saves nothing but these has changed nothing readers see: a draft, or who may edit it.
_UNSEEN = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
    }
)


def connect() -> None:
    """Attach the handlers; called once when the app is ready."""
    _connect_pages()
    for signal in (post_save, post_delete):
        signal.connect(_tagged, sender=TaggedPost, dispatch_uid="search_tagged")
        for model in (PostCategory, *BylineEntry.__subclasses__()):
            signal.connect(_credited, sender=model, dispatch_uid=f"search_{model.__name__}")
        signal.connect(_restricted, sender=PageViewRestriction, dispatch_uid="search_restricted")
    # Not after it went: whoever keeps the references has taken them out by then.
    for signal in (post_save, pre_delete):
        signal.connect(_shared_changed, sender=SharedCallout, dispatch_uid="search_shared")
    for model in _TOLD:
        pre_save.connect(_before_change, sender=model, dispatch_uid=f"search_before_{model.__name__}")
        post_save.connect(_after_change, sender=model, dispatch_uid=f"search_after_{model.__name__}")
        pre_delete.connect(_subject_goes, sender=model, dispatch_uid=f"search_{model.__name__}_goes")


def _connect_pages() -> None:
    for model in (Page, *get_page_models()):
        post_save.connect(_saved, sender=model, dispatch_uid=f"search_{model._meta.label}_saved")
    post_delete.connect(_gone, sender=Page, dispatch_uid="search_deleted")
    post_page_move.connect(_moved, dispatch_uid="search_moved")
    pages_written.connect(_written, dispatch_uid="search_written")
    for signal in (page_published, page_unpublished):
        signal.connect(_published, dispatch_uid="search_published")


def _saved(instance: Page, update_fields: frozenset[str] | None = None, **kwargs: Any) -> None:
    if update_fields is None or not _UNSEEN.issuperset(update_fields):
        reindex_later([instance.pk])


def _published(instance: Page, **kwargs: Any) -> None:
    reindex_later([instance.pk], names_changed=True)


def _gone(instance: Page, **kwargs: Any) -> None:
    reindex_later([instance.pk])


def _moved(instance: Page, **kwargs: Any) -> None:
    reindex_later(affected.below(instance.pk), find=affected.moved, same_words=True)


def _written(page_ids: list[int], **kwargs: Any) -> None:
    reindex_later(page_ids)


def _tagged(instance: TaggedPost, **kwargs: Any) -> None:
    reindex_later([instance.content_object_id], names_changed=True)


def _credited(instance: Any, **kwargs: Any) -> None:
    reindex_later([instance.page_id], names_changed=True)


def _restricted(instance: PageViewRestriction, **kwargs: Any) -> None:
    # Looked for once it holds: a page published meanwhile knew nothing of it.
    found = partial(affected.under, instance.pk, instance.page_id)
    reindex_later(find=found, same_words=True)


def _shared_changed(instance: SharedCallout, **kwargs: Any) -> None:
    reindex_later(affected.showing(instance))


def _before_change(sender: Any, instance: Any, **kwargs: Any) -> None:
    before = sender._base_manager.filter(pk=instance.pk).values_list(*_TOLD[sender]).first()
    now = tuple(getattr(instance, name) for name in _TOLD[sender])
    instance._is_changed = before is not None and before != now


def _after_change(instance: Any, **kwargs: Any) -> None:
    if getattr(instance, "_is_changed", False):
        instance._is_changed = False
        _mark(instance)


def _subject_goes(instance: Any, **kwargs: Any) -> None:
    # While it still is there: afterwards nothing says whose it was, or what was part of it.
    _mark(instance)


def _mark(subject: Any) -> None:
    known = partial(affected.found_by, subject.slug_kind, subject.pk)
    reindex_later(affected.posts_of(subject), find=known, names_changed=True)
