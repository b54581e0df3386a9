"""What follows from many new pages at once: the lists they stand in, and the search index."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import transaction
from wagtail.search.backends import get_search_backends

from blog import listing_store
from blog.models import BlogPage
from core.signals import pages_written
from porting.models import ImportedItem


def finish(items: Iterable[ImportedItem]) -> None:
    """Bring lists and search up to date with these pages, and note that they are complete."""
    items = list(items)
    ids = [item.page_id for item in items]
    with transaction.atomic():
        listing_store.sync_many(BlogPage.objects.filter(pk__in=ids).values_list("pk", flat=True))
        _index(BlogPage, _with_names(BlogPage.objects.filter(pk__in=ids)))
        plain = apps.get_model("home", "StandardPage")
        _index(plain, plain.objects.filter(pk__in=ids))
        pages_written.send(BlogPage, page_ids=ids)
        for item in items:
            item.state = ImportedItem.State.DONE
        ImportedItem.objects.filter(pk__in=[item.pk for item in items]).update(state=ImportedItem.State.DONE)


def mend(blog_key: str, size: int = 200) -> int:
    """Finish what a killed import wrote but did not finish; returns how many pages."""
    items = list(ImportedItem.objects.filter(blog_key=blog_key, state=ImportedItem.State.WRITTEN))
    for start in range(0, len(items), size):
        finish(items[start : start + size])
    return len(items)


def _with_names(posts: Any) -> Any:
    return posts.select_related("series").prefetch_related("tagged_posts__tag", "post_authors__author")


def _index(model: Any, pages: Any) -> None:
    objects = list(pages)
    if objects:
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(model, objects)
