"""Keeps the search index in step where Wagtail alone does not.

Wagtail indexes a page the moment its row is saved. Its tags, categories and authors are written after that,
and when one of them, or a series, gets another name, no page is saved at all. Here every such change marks
the posts it touches, and they are indexed once, after the transaction.
"""

import threading
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.signals import page_published, page_unpublished

from blog.models import Author, BlogPage, Category, PostAuthor, PostCategory, Series, Tag, TaggedPost
from search.tasks import reindex_posts

#: How posts are found through what is renamed, and the field that holds the name.
_RENAMED = {
    Tag: ("tagged_posts__tag", "name"),
    Category: ("post_categories__category", "name"),
    Author: ("post_authors__author", "name"),
    Series: ("series", "title"),
}
_state = threading.local()


def connect() -> None:
    """Attach the handlers; called once when the app is ready."""
    for signal in (post_save, post_delete):
        signal.connect(_tagged, sender=TaggedPost, dispatch_uid="search_tagged")
        signal.connect(_credited, sender=PostAuthor, dispatch_uid="search_credited")
        signal.connect(_credited, sender=PostCategory, dispatch_uid="search_categorised")
    for signal in (page_published, page_unpublished):
        signal.connect(_published, sender=BlogPage, dispatch_uid="search_published")
    for model in _RENAMED:
        pre_save.connect(_before_rename, sender=model, dispatch_uid=f"search_before_{model.__name__}")
        post_save.connect(_after_rename, sender=model, dispatch_uid=f"search_after_{model.__name__}")
    pre_delete.connect(_series_deleted, sender=Series, dispatch_uid="search_series_deleted")


def reindex_later(post_ids: Iterable[int]) -> None:
    """Index these posts when the transaction is through, each once however often it is named."""
    _marked().update(post_ids)
    # Asked for every time: a callback is lost with the savepoint it was made in. The first to run does it all.
    transaction.on_commit(_reindex_marked)


def _marked() -> set[int]:
    if not hasattr(_state, "marked"):
        _state.marked = set()
    return _state.marked


def _reindex_marked() -> None:
    post_ids = sorted(_marked())
    _marked().clear()
    if post_ids:
        reindex_posts.enqueue(post_ids)


def _tagged(instance: TaggedPost, **kwargs: Any) -> None:
    reindex_later([instance.content_object_id])


def _credited(instance: PostAuthor | PostCategory, **kwargs: Any) -> None:
    reindex_later([instance.page_id])


def _published(instance: BlogPage, **kwargs: Any) -> None:
    reindex_later([instance.pk])


def _before_rename(sender: Any, instance: Any, **kwargs: Any) -> None:
    _path, name = _RENAMED[sender]
    before = sender._base_manager.filter(pk=instance.pk).values_list(name, flat=True).first()
    instance._is_renamed = before is not None and before != getattr(instance, name)


def _after_rename(sender: Any, instance: Any, **kwargs: Any) -> None:
    if getattr(instance, "_is_renamed", False):
        instance._is_renamed = False
        reindex_later(_posts_of(sender, instance))


def _series_deleted(instance: Series, **kwargs: Any) -> None:
    reindex_later(_posts_of(Series, instance))


def _posts_of(model: Any, instance: Any) -> list[int]:
    path, _name = _RENAMED[model]
    return list(BlogPage.objects.filter(**{path: instance.pk}).values_list("pk", flat=True).distinct())
