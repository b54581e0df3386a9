"""Keeps lists in step with everything that can change who sees a post."""

from functools import partial

from django.db.models import Q
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from blog import listing_store
from core.whole_changes import now_and_committed


def connect() -> None:
    """Attach the handlers; called once when the app is ready."""
    from blog.models import Author, BlogPage, Category, Series, Tag

    page_published.connect(_post_changed, sender=BlogPage, dispatch_uid="blog_published")
    page_unpublished.connect(_post_gone, sender=BlogPage, dispatch_uid="blog_unpublished")
    post_page_move.connect(_subtree_changed, dispatch_uid="blog_moved")
    post_save.connect(_restriction_changed, sender=PageViewRestriction, dispatch_uid="blog_restricted")
    post_delete.connect(_restriction_changed, sender=PageViewRestriction, dispatch_uid="blog_opened")
    pre_delete.connect(_post_gone, sender=BlogPage, dispatch_uid="blog_deleted")
    pre_delete.connect(_category_goes, sender=Category, dispatch_uid="blog_category_goes")
    for model in (Category, Tag, Author, Series):
        post_delete.connect(_subject_deleted, sender=model, dispatch_uid=f"blog_{model.__name__}_deleted")


def _post_changed(sender, instance, revision=None, **kwargs) -> None:
    listing_store.sync(instance)
    if revision is not None and revision.content.get("minor_change"):
        # The tick was for this one publication; the next edit starts without it.
        revision.content["minor_change"] = False
        revision.save(update_fields=["content"])


def _post_gone(sender, instance, **kwargs) -> None:
    # A page about to be deleted is first unpublished in memory only: its row still says that it is live.
    listing_store.remove([instance.pk])


def _subtree_changed(sender, instance, **kwargs) -> None:
    sync_below(Page.objects.get(pk=instance.pk))


def _restriction_changed(sender, instance, **kwargs) -> None:
    now_and_committed(partial(_sync_restricted, instance.page_id))


def _sync_restricted(page_id: int) -> None:
    # An alias asks for what the page it mirrors asks for.
    sync_below(*Page.objects.filter(Q(pk=page_id) | Q(alias_of=page_id)))


def _subject_deleted(sender, instance, **kwargs) -> None:
    listing_store.forget(sender.slug_kind, instance.pk)
    # A deleted category's posts may have stood in larger ones because of it.
    listing_store.sync_many(getattr(instance, "_listed_posts", ()))


def _category_goes(sender, instance, **kwargs) -> None:
    # What was part of it belongs to the larger one now.
    sender._base_manager.filter(parent=instance.pk).update(parent=instance.parent_id)
    instance._listed_posts = listing_store.post_ids("category", instance.pk)


def sync_below(*pages: Page) -> None:
    """Bring the lists up to date with every post at or below these pages."""
    from blog.models import BlogPage

    below = (BlogPage.objects.descendant_of(page, inclusive=True) for page in pages)
    listing_store.sync_many(pk for posts in below for pk in posts.values_list("pk", flat=True))
