"""Pictures for readers: the renditions of a place, looked up together and made at most once."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.core.cache import cache
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.images.models import Filter

from core.media.damage import DAMAGE
from core.media.presets import PRESETS, specs

logger = logging.getLogger(__name__)

#: Seconds a file that could not be read is left alone: reading it again for every visitor helps nobody.
BROKEN_FOR = 300


def ensure_renditions(image: Any, preset: str) -> dict[str, Any]:
    """The renditions of ``image`` for ``preset`` by filter spec, made where missing.

    No query when the image came with its renditions prefetched. Empty when the file is missing or cannot be
    read; that is logged, because a page must not fail over a picture.
    """
    note = f"broken-picture-{image.pk}-{image.file_hash}"
    wanted = specs(image, preset).all
    try:
        found = _prefetched(image, wanted)
        if found is None:
            if cache.get(note):
                return {}
            found = image.get_renditions(*wanted)
    except DAMAGE as error:
        logger.warning("Picture %s (%s) cannot be shown: %s", image.pk, image.file.name, error)
        cache.set(note, True, BROKEN_FOR)
        return {}
    return found


def warm(images: Iterable[Any], presets: Iterable[str]) -> int:
    """Make what readers will ask for before the first of them does; returns how many renditions there are."""
    names = tuple(presets)
    return sum(len(ensure_renditions(image, name)) for image in images for name in names)


def picture(
    image: Any, preset: str, alt: str = "", *, eager: bool = False, css_class: str = ""
) -> SafeString:
    """A ``<picture>`` for ``image``, or nothing when there is none or its file cannot be read."""
    renditions = ensure_renditions(image, preset) if image else {}
    if not renditions:
        return SafeString("")
    offer, sizes = specs(image, preset), PRESETS[preset].sizes
    rows = [(f"image/{name}", _srcset(renditions, wanted), sizes) for name, wanted in offer.sources.items()]
    sources = format_html_join("", '<source type="{}" srcset="{}" sizes="{}">', rows)
    return format_html(
        "<picture>{}{}</picture>",
        sources,
        _img(renditions[offer.fallback], alt, css_class, _loading(preset, eager)),
    )


def picture_url(image: Any, preset: str) -> str:
    """The address of the largest rendition for ``preset``, e.g. for a lightbox; "" when there is none."""
    renditions = ensure_renditions(image, preset) if image else {}
    return max(renditions.values(), key=lambda rendition: rendition.width).url if renditions else ""


def _prefetched(image: Any, wanted: list[str]) -> dict[str, Any] | None:
    """The renditions already in memory, if all are there."""
    known = image._get_prefetched_renditions()
    if known is None:
        return None
    found = image.find_existing_renditions(*(_filter(spec) for spec in wanted))
    by_spec = {found_filter.spec: rendition for found_filter, rendition in found.items()}
    return by_spec if len(by_spec) == len(wanted) else None


def _srcset(renditions: dict[str, Any], wanted: list[str]) -> str:
    by_width = {renditions[spec].width: renditions[spec].url for spec in wanted}
    return ", ".join(f"{url} {width}w" for width, url in sorted(by_width.items()))


def _loading(preset: str, eager: bool) -> dict[str, str]:
    """When a browser fetches a picture: the first of a page before all else, small company after all else."""
    if eager:
        return {"loading": "eager", "fetchpriority": "high"}
    return {"loading": "lazy", "fetchpriority": "low"} if PRESETS[preset].beside else {"loading": "lazy"}


def _img(rendition: Any, alt: str, css_class: str, loading: dict[str, str]) -> SafeString:
    attributes: dict[str, Any] = {"src": rendition.url, "width": rendition.width, "height": rendition.height}
    attributes["alt"] = alt
    attributes |= loading
    attributes["decoding"] = "async"
    if css_class:
        attributes["class"] = css_class
    return format_html("<img{}>", format_html_join("", ' {}="{}"', attributes.items()))


@lru_cache(maxsize=256)
def _filter(spec: str) -> Filter:
    # Kept, because reading a spec asks every installed app for its operations.
    return Filter(spec=spec)
