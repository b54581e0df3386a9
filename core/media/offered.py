"""The sizes of a picture as pages name them: those that are there, and for the others an address that makes them.

A dozen sizes of a large photograph take seconds, so a page never waits for them: whoever asks for one size waits for
that one. Publishing makes most of them ahead; a page that was just imported, or shows a size that is new, does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from django.core.cache import cache
from django.urls import reverse
from wagtail.images.models import Filter

from core.media.making import broken_note, make, signature_of
from core.media.presets import ORIGINAL

_SUFFIXES = {"jpeg": ".jpg"}
#: Makes an image's sizes by filter spec, as ``make`` does.
Maker = Callable[[Any, list[str]], dict[str, Any]]
_at_once: ContextVar[Maker | None] = ContextVar("make_pictures_at_once", default=None)


@dataclass(frozen=True)
class Offered:
    """A size that nobody asked for yet: where it will be, and its width and height in pixels."""

    url: str
    width: int
    height: int


@contextmanager
def made_at_once(by: Maker = make) -> Iterator[None]:
    """Have every size made as soon as it is named, ``by`` whom: for pages that are kept where nobody can make any."""
    token = _at_once.set(by)
    try:
        yield
    finally:
        _at_once.reset(token)


def offered(image: Any, wanted: Iterable[str]) -> dict[str, Any]:
    """Something with ``url``, ``width`` and ``height`` for each filter spec, in their order.

    Where the picture's file is gone or could not be read a moment ago, only for those that are there.
    No query when the image came with its renditions prefetched, else one.
    """
    filters = [filter_of(spec) for spec in wanted]
    found = {one.spec: rendition for one, rendition in image.find_existing_renditions(*filters).items()}
    _remember(image, found.values())
    missing = [one for one in filters if one.spec not in found]
    maker = _at_once.get()
    if missing and maker:
        found = maker(image, [one.spec for one in filters]) or found
    elif missing and _can_be_made(image):
        found |= {one.spec: _later(image, one) for one in missing}
    return {one.spec: found[one.spec] for one in filters if one.spec in found}


@lru_cache(maxsize=256)
def filter_of(spec: str) -> Filter:
    """Wagtail's filter; kept, because reading a spec asks every installed app for its operations."""
    return Filter(spec=spec)


def _remember(image: Any, found: Iterable[Any]) -> None:
    """Save the next page the query, as Wagtail does where it makes sizes.

    Not from pages that are kept elsewhere: they may be of a moment that is over, and others would be told old names.
    """
    if _at_once.get():
        return
    fresh = {one.get_cache_key(): one for one in found if not getattr(one, "_from_cache", False)}
    if fresh and image._get_prefetched_renditions() is None:
        image.get_rendition_model().cache_backend.set_many(fresh)


def _can_be_made(image: Any) -> bool:
    if not image.width or not image.height or cache.get(broken_note(image)):
        return False
    return bool(image.file.storage.exists(image.file.name))


def _later(image: Any, wanted: Filter) -> Offered:
    width, height = image.width, image.height
    if wanted.spec != ORIGINAL:
        width, height = (max(round(side), 1) for side in wanted.get_transform(image).size)
    return Offered(_address(image, wanted.spec), width, height)


def _address(image: Any, spec: str) -> str:
    """Signed, so that nobody can have sizes made that no page shows, or pictures of pages they may not see."""
    name = PurePosixPath(image.file.name)
    kind = spec.rpartition("|format-")[2]
    suffix = name.suffix if spec == ORIGINAL else _SUFFIXES.get(kind, f".{kind}")
    size = spec.replace("|", ".")
    return reverse("make_picture", args=[image.pk, signature_of(image, spec), size, name.stem + suffix])
