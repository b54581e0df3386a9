"""Pictures as machines want them: one widely understood format, absolute address, real size."""

from typing import Any

from django.http import HttpRequest

from core.media.offered import offered
from core.media.pictures import sizes_of
from core.media.presets import specs
from core.seo.metadata import MetaImage
from core.seo.urls import absolute_url

#: The one size of the preset "social", which publishing makes ahead of the first reader.
SOCIAL = "width-1200|format-jpeg"


def meta_image(image: Any, request: HttpRequest, alt: str = "") -> MetaImage | None:
    """A picture for shared links and structured data, or None when there is none."""
    size = offered(image, [SOCIAL]).get(SOCIAL) if image is not None else None
    if size is None:
        return None
    return MetaImage(absolute_url(request, size.url), size.width, size.height, alt)


def preset_image(image: Any, request: HttpRequest, preset: str, alt: str = "") -> MetaImage | None:
    """A picture in a size the page shows anyway, looked up together with the other sizes of that place."""
    found = sizes_of(image, preset).get(specs(image, preset).fallback) if image is not None else None
    if found is None:
        return None
    return MetaImage(absolute_url(request, found.url), found.width, found.height, alt)


def alt_of(image: Any, alt: str = "", decorative: bool = False) -> str:
    """The words for a picture: those of the place it stands in, else its own description."""
    if decorative or image is None:
        return ""
    return alt or getattr(image, "description", "") or ""
