"""Pictures as machines want them: one widely understood format, absolute address, real size."""

import logging
from typing import Any

from django.http import HttpRequest
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from core.media.pictures import ensure_renditions
from core.media.presets import specs
from core.seo.metadata import MetaImage
from core.seo.urls import absolute_url

logger = logging.getLogger(__name__)

#: The one size of the preset "social", which publishing makes ahead of the first reader.
SOCIAL = "width-1200|format-jpeg"


def rendition_of(image: Any, spec: str) -> Any | None:
    """One size of a picture, made now if it is new; None when its file is gone or broken."""
    if image is None:
        return None
    try:
        return image.get_rendition(spec)
    except (SourceImageIOError, InvalidFilterSpecError, OSError) as error:
        logger.warning("No picture %s of image %s: %s", spec, image.pk, error)
        return None


def meta_image(image: Any, request: HttpRequest, alt: str = "") -> MetaImage | None:
    """A picture for shared links and structured data, or None when there is none."""
    rendition = rendition_of(image, SOCIAL)
    if rendition is None:
        return None
    url = absolute_url(request, rendition.url)
    return MetaImage(url=url, width=rendition.width, height=rendition.height, alt=alt)


def preset_image(image: Any, request: HttpRequest, preset: str, alt: str = "") -> MetaImage | None:
    """A picture in a size the page shows anyway, looked up together with the other sizes of that place."""
    renditions = ensure_renditions(image, preset) if image is not None else {}
    if not renditions:
        return None
    found = renditions[specs(image, preset).fallback]
    return MetaImage(absolute_url(request, found.url), found.width, found.height, alt)


def alt_of(image: Any, alt: str = "", decorative: bool = False) -> str:
    """The words for a picture: those of the place it stands in, else its own description."""
    if decorative or image is None:
        return ""
    return alt or getattr(image, "description", "") or ""
