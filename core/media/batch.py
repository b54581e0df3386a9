"""Renditions of many pictures in one query."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.apps import apps


def attach_renditions(images: Iterable[Any]) -> None:
    """Give every picture its existing renditions, as if each had been prefetched with them.

    The same picture may come as several objects; each of them gets the same renditions.
    """
    with_renditions((), images)


def attach(image: Any, renditions: list[Any]) -> None:
    """Give one picture its renditions the way Django's prefetching does."""
    known = image.renditions.all()
    known._result_cache = list(renditions)
    known._prefetch_done = True
    image.__dict__.setdefault("_prefetched_objects_cache", {})["renditions"] = known


def with_renditions(image_ids: Iterable[int], held: Iterable[Any] = ()) -> dict[int, Any]:
    """Pictures by id, with their renditions; ``held`` are picture objects that get theirs as well.

    One query, and a second one for pictures that have no rendition yet.
    """
    wanted, held = set(image_ids), list(held)
    ids = wanted | {image.pk for image in held}
    images, renditions = {}, defaultdict(list)
    if ids:
        rows = apps.get_model("core", "Rendition").objects.filter(image_id__in=ids).select_related("image")
        for rendition in rows:
            images[rendition.image_id] = rendition.image
            renditions[rendition.image_id].append(rendition)
    if missing := wanted - images.keys():
        images.update(apps.get_model("core", "SiteImage").objects.in_bulk(missing))
    for image in [*images.values(), *held]:
        attach(image, renditions[image.pk])
    return {key: image for key, image in images.items() if key in wanted}
