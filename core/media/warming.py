"""Sizes made ahead: when a page is published, or for all pages at once, so that no reader waits for them."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from django.dispatch import Signal
from django_tasks import task
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published

from core.media.making import make
from core.media.pictures import warm
from core.media.presets import specs
from core.tasks import has_worker

logger = logging.getLogger(__name__)

#: A picture that a page has for itself, such as a cover, is shown above it, on cards and where it is shared.
OWN = ("card", "cover", "wide", "social")

#: Seconds an editor waits for pictures where no worker makes them. The rest are made for whoever first asks for one.
PATIENCE = 2.0

#: Sent by a page's class with the ``page`` whose pictures were made, so that its app can add some of its own.
page_warmed = Signal()


def connect() -> None:
    """Listen for pages being published. Called once, when the app is ready."""
    page_published.connect(_published, dispatch_uid="warm_pictures")


def _published(instance: Page, **kwargs: Any) -> None:
    patience = None if has_worker() else PATIENCE
    # After the transaction: encoding takes seconds, and nobody else could write meanwhile.
    transaction.on_commit(lambda: warm_page.enqueue(instance.pk, patience))


@task()
def warm_page(page_id: int, patience: float | None = None) -> int:
    """Make what the page's pictures need; returns how many renditions there are now. A page gone is nothing.

    Begins with what is seen first. No size is begun after ``patience`` seconds.
    """
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        return 0
    page = page.specific
    end = None if patience is None else time.monotonic() + patience
    made = sum(_made(page, end))
    page_warmed.send_robust(type(page), page=page)
    return made


def warm_everything(tell: Callable[[int, int], None]) -> int:
    """Make what every live page's pictures need, newest pages first; returns how many pages there are.

    ``tell`` hears how many pages are done, and of how many. Can be stopped at any moment and begun again. A page that
    fails is logged and passed over.
    """
    newest = Page.objects.live().order_by(F("first_published_at").desc(nulls_last=True), "-pk")
    keys = list(newest.values_list("pk", flat=True))
    for number, key in enumerate(keys, 1):
        try:
            warm_page.func(key)
        except Exception:
            logger.exception("The pictures of page %s could not be made", key)
        tell(number, len(keys))
    return len(keys)


def _made(page: Page, end: float | None) -> Iterator[int]:
    places = _places(page)
    images = get_image_model().objects.prefetch_related("renditions").in_bulk(places)
    for key, presets in places.items():
        if key in images and end is None:
            yield warm([images[key]], sorted(presets))
        elif key in images:
            yield from _one_by_one(images[key], sorted(presets), end)


def _one_by_one(image: Any, presets: list[str], end: float) -> Iterator[int]:
    """Slower than all sizes of a picture together, but a large one can be left off in between."""
    for spec in [spec for name in presets for spec in specs(image, name).all]:
        if time.monotonic() >= end:
            return
        yield len(make(image, [spec]))


def _places(page: Page) -> dict[int, set[str]]:
    """Presets by image id, for every picture the page points at, in the order they are seen."""
    kind = ContentType.objects.get_for_model(get_image_model(), for_concrete_model=False)
    rows = ReferenceIndex.get_references_for_object(page).filter(to_content_type=kind)
    order = {raw.get("id"): number for number, raw in enumerate(_blocks(page, "body"), 1)}
    found = sorted(
        rows.values_list("content_path", "to_object_id"), key=lambda row: order.get(_block(row[0]), 0)
    )
    places: dict[int, set[str]] = {}
    for path, key in found:
        places.setdefault(int(key), set()).update(presets_for(page, path))
    return places


def _blocks(page: Page, field: str) -> Any:
    return getattr(getattr(page, field, None), "raw_data", ())


def _block(path: str) -> str:
    """The id of the block in a path such as ``body.<id>.image``; "" for a field of the page's own."""
    return path.partition(".")[2].partition(".")[0]


def presets_for(page: Page, path: str) -> tuple[str, ...]:
    """The presets of one place, from its path: ``cover``, or ``body.<id of the block>.image``."""
    field, _, rest = path.partition(".")
    if not rest:
        return OWN
    block = next((raw for raw in _blocks(page, field) if raw.get("id") == _block(path)), {})
    if block.get("type") == "gallery":
        return ("gallery", "zoom")
    value = block.get("value")
    width = value.get("width") if isinstance(value, dict) else None
    return (width if width in {"wide", "full"} else "text",)
