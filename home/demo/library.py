"""Puts the demo's pictures and documents into the site's media library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from django.core.files.base import ContentFile
from wagtail.images.rect import Rect
from wagtail.signals import page_published

from core.media import warming
from core.media.pictures import warm
from core.models import SiteDocument, SiteImage

from . import content
from .pictures import draw


def load_images() -> dict[str, int]:
    """Draw and store every picture that is not there yet. Returns their keys by name."""
    wanted = {**content.read("pictures"), **_portraits()}
    stored = dict(SiteImage.objects.filter(title__in=_titles(wanted)).values_list("title", "pk"))
    missing = {name: picture for name, picture in wanted.items() if picture["title"] not in stored}
    # Pillow lets go of the interpreter while it works, so two pictures are drawn at a time.
    with ThreadPoolExecutor(max_workers=2) as pool:
        drawn = pool.map(lambda entry: _draw(*entry), missing.items())
        for (name, picture), data in zip(missing.items(), drawn, strict=True):
            stored[picture["title"]] = _store(name, picture, data)
    return {name: stored[picture["title"]] for name, picture in wanted.items()}


def load_documents() -> dict[str, int]:
    """Write and store every document that is not there yet. Returns their keys by name."""
    keys = {}
    for document in content.read("documents"):
        found = SiteDocument.objects.filter(title=document["title"]).first()
        if found is None:
            found = SiteDocument(title=document["title"])
            data = document["text"].encode()
            found.file.save(document["filename"], ContentFile(data), save=False)
            found.file_size = len(data)
            found.save()
        keys[document["key"]] = found.pk
    return keys


@contextmanager
def no_sizes_yet() -> Iterator[None]:
    """Publish pages without making every size of their pictures at once: that takes a minute for all of them."""
    page_published.disconnect(dispatch_uid="warm_pictures")
    try:
        yield
    finally:
        warming.connect()


def prepare_images(images: Mapping[str, int]) -> None:
    """Make the sizes that lists show, so that the first reader does not wait for all of them."""
    people = {person["slug"] for person in content.read("people")}
    covers = {post.slug for post in content.posts()} & images.keys()
    for names, preset in ((covers, "card"), (covers, "social"), (people, "avatar"), ({"site-logo"}, "logo")):
        warm(SiteImage.objects.filter(pk__in=[images[name] for name in sorted(names)]), [preset])


def _titles(wanted: dict[str, Any]) -> list[str]:
    return [picture["title"] for picture in wanted.values()]


def _portraits() -> dict[str, Any]:
    """The contributors' portraits, in the same notation as every other picture."""
    portraits = {}
    for person in content.read("people"):
        options = dict(person["portrait"])
        portraits[person["slug"]] = {
            "style": options.pop("style"),
            "title": f"Portrait of {person['name']}",
            "description": options.pop("alt"),
            "size": [800, 800],
            "options": options,
            "focal": [0.5, 0.46, 0.44, 0.56],
        }
    return portraits


def _draw(name: str, picture: dict[str, Any]) -> bytes:
    return draw(
        name, picture["style"], tuple(picture.get("size", (1600, 1000))), **picture.get("options", {})
    )


def _store(name: str, picture: dict[str, Any], data: bytes) -> int:
    image = SiteImage(title=picture["title"], description=picture["description"])
    image.file.save(f"{name}.jpg", ContentFile(data), save=False)
    image.file_size = len(data)
    if "focal" in picture:
        x, y, width, height = picture["focal"]
        centre = (round(x * image.width), round(y * image.height))
        image.set_focal_point(
            Rect.from_point(*centre, round(width * image.width), round(height * image.height))
        )
    image.save()
    return image.pk
