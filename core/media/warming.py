"""Sizes made when a page is published, so that its first reader does not wait for them."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.dispatch import Signal
from django_tasks import task
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published

from core.media.pictures import warm

#: A picture that a page has for itself, such as a cover, is shown above it, on cards and where it is shared.
OWN = ("card", "cover", "wide", "social")

#: Sent by a page's class with the ``page`` whose pictures were made, so that its app can add some of its own.
page_warmed = Signal()


def connect() -> None:
    """Listen for pages being published. Called once, when the app is ready."""
    page_published.connect(_published, dispatch_uid="warm_pictures")


def _published(instance: Page, **kwargs: Any) -> None:
    # After the transaction: encoding takes seconds, and nobody else could write meanwhile.
    transaction.on_commit(lambda: warm_page.enqueue(instance.pk))


@task()
def warm_page(page_id: int) -> int:
    """Make what the page's pictures need; returns how many renditions there are now. A page gone is nothing."""
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        return 0
    page = page.specific
    places = _places(page)
    images = get_image_model().objects.prefetch_related("renditions").in_bulk(places)
    made = sum(warm([image], sorted(places[key])) for key, image in images.items())
    page_warmed.send_robust(type(page), page=page)
    return made


def _places(page: Page) -> dict[int, set[str]]:
    """Presets by image id, for every picture the page points at."""
    kind = ContentType.objects.get_for_model(get_image_model(), for_concrete_model=False)
    rows = ReferenceIndex.get_references_for_object(page).filter(to_content_type=kind)
    places: dict[int, set[str]] = {}
    for key, path in rows.values_list("to_object_id", "content_path"):
        places.setdefault(int(key), set()).update(presets_for(page, path))
    return places


def presets_for(page: Page, path: str) -> tuple[str, ...]:
    """The presets of one place, from its path: ``cover``, or ``body.<id of the block>.image``."""
    field, _, rest = path.partition(".")
    if not rest:
        return OWN
    blocks = getattr(getattr(page, field, None), "raw_data", ())
    block = next((raw for raw in blocks if raw.get("id") == rest.partition(".")[0]), {})
    if block.get("type") == "gallery":
        return ("gallery", "zoom")
    value = block.get("value")
    width = value.get("width") if isinstance(value, dict) else None
    return (width if width in {"wide", "full"} else "text",)
