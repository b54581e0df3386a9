"""Making the sizes of a picture, ahead or for the first who asks."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from django.core.cache import cache
from django.db import IntegrityError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model
from wagtail.images.utils import generate_signature

from core.media.damage import DAMAGE
from core.media.serve import no_picture

logger = logging.getLogger(__name__)

#: Seconds a file that could not be read is left alone: reading it again for every visitor helps nobody.
BROKEN_FOR = 300


def broken_note(image: Any) -> str:
    """The cache key that says that the picture's file could not be read."""
    return f"broken-picture-{image.pk}-{image.file_hash}"


def signature_of(image: Any, spec: str) -> str:
    """What somebody shows who was told of this size; another picture put in its place has another one."""
    return str(generate_signature(image.pk, f"{spec}/{image.file_hash}"))


def make(image: Any, wanted: Iterable[str]) -> dict[str, Any]:
    """The renditions of these filter specs, made where missing; empty when the file is gone or broken.

    That is logged and remembered for a while, because no page must fail over a picture.
    """
    note = broken_note(image)
    if cache.get(note):
        return {}
    try:
        return image.get_renditions(*wanted)
    except DAMAGE as error:
        logger.warning("Picture %s (%s) cannot be shown: %s", image.pk, image.file.name, error)
        cache.set(note, True, BROKEN_FOR)
        return {}


@require_safe
def make_picture(
    request: HttpRequest, image_id: int, signature: str, size: str, name: str
) -> HttpResponseBase:
    """Make one size of a picture, if it is not there yet, and lead to it. A short 404 for anything no page named."""
    spec = size.replace(".", "|")
    image = get_image_model().objects.filter(pk=image_id).first()
    if image is None or not constant_time_compare(signature, signature_of(image, spec)):
        return no_picture()
    try:
        rendition = make(image, [spec]).get(spec)
    except IntegrityError:
        return no_picture()  # deleted while its size was being made
    if rendition is None:
        return no_picture()
    response = redirect(rendition.url)
    # Its focal point can change; pages name the file itself as soon as it is there.
    response["Cache-Control"] = "no-cache"
    # Feed readers on the web and previews of shared links show our pictures on their own pages.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
