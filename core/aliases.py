"""Keeps aliases flat: an alias mirrors a page of its own, never another alias.

Wagtail lets an alias be made of an alias. Whoever asks under which restrictions a page is would then have to follow
each of them to its end, and nearly every query asks that (``core/visibility.py``). An alias that mirrors the original
itself gets the same contents, is unpublished with it, and stays closed when one between them goes.
"""

from typing import Any

from django.db.models.signals import pre_save
from wagtail.models import Page, get_page_models

_FIELDS = frozenset({"alias_of", "alias_of_id"})


def connect() -> None:
    """Listen for aliases being saved. Called once, when the app is ready."""
    for model in (Page, *get_page_models()):
        pre_save.connect(_before_save, sender=model, dispatch_uid=f"flat_aliases_{model._meta.label}")


def original_of(page_id: int, alias_of: int) -> int:
    """The page at the end of a chain of aliases that begins with ``page_id`` and goes on with ``alias_of``.

    One query for each page on the way. A chain that closes to a ring has no end: then ``alias_of`` itself.
    """
    seen, last = {page_id}, alias_of
    while last not in seen:
        seen.add(last)
        following = Page.objects.filter(pk=last).values_list("alias_of", flat=True).first()
        if following is None:
            return last
        last = following
    return alias_of


def _before_save(instance: Page, update_fields: frozenset[str] | None = None, **kwargs: Any) -> None:
    if not instance.alias_of_id or (update_fields is not None and _FIELDS.isdisjoint(update_fields)):
        return
    instance.alias_of_id = original_of(instance.pk, instance.alias_of_id)
    if instance.pk:
        # Whoever becomes an alias takes those that mirror it along; fixtures come in any order.
        Page.objects.filter(alias_of=instance.pk).exclude(pk=instance.alias_of_id).update(
            alias_of=instance.alias_of_id
        )
