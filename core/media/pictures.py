"""Pictures for readers: the sizes of a place, looked up together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core.media.making import make
from core.media.offered import offered
from core.media.presets import PRESETS, specs


def sizes_of(image: Any, preset: str) -> dict[str, Any]:
    """What ``image`` is offered in for ``preset``, by filter spec: ``url``, ``width`` and ``height``.

    No query when the image came with its renditions prefetched. Nothing is made here. When the file is missing or could
    not be read a moment ago, only what is there, or nothing at all: a page must not fail over a picture.
    """
    return offered(image, specs(image, preset).all)


def warm(images: Iterable[Any], presets: Iterable[str]) -> int:
    """Make what readers will ask for before the first of them does; returns how many renditions there are."""
    names = tuple(presets)
    return sum(len(make(image, specs(image, name).all)) for image in images for name in names)


def picture(
    image: Any, preset: str, alt: str = "", *, eager: bool = False, css_class: str = ""
) -> SafeString:
    """A ``<picture>`` for ``image``, or nothing when there is none or its file cannot be read."""
    renditions = sizes_of(image, preset) if image else {}
    if not renditions:
        return SafeString("")
    offer, sizes = specs(image, preset), PRESETS[preset].sizes
    sets = {name: _srcset(renditions, wanted) for name, wanted in offer.sources.items()}
    rows = [(f"image/{name}", srcset, sizes) for name, srcset in sets.items() if srcset]
    sources = format_html_join("", '<source type="{}" srcset="{}" sizes="{}">', rows)
    fallback = renditions.get(offer.fallback) or list(renditions.values())[-1]
    image_tag = _img(fallback, alt, css_class, _loading(preset, eager))
    return format_html("<picture>{}{}</picture>", sources, image_tag)


def picture_url(image: Any, preset: str) -> str:
    """The address of the largest rendition for ``preset``, e.g. for a lightbox; "" when there is none."""
    renditions = sizes_of(image, preset) if image else {}
    return max(renditions.values(), key=lambda rendition: rendition.width).url if renditions else ""


def _srcset(renditions: dict[str, Any], wanted: list[str]) -> str:
    by_width = {renditions[spec].width: renditions[spec].url for spec in wanted if spec in renditions}
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
