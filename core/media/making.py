"""Making the sizes of a picture, ahead or for the first who asks."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model
from wagtail.images.models import Filter
from wagtail.images.utils import generate_signature

from core.media.afterwards import afterwards
from core.media.damage import DAMAGE
from core.media.encode import can_stand_in, stand_in
from core.media.serve import no_picture

logger = logging.getLogger(__name__)

#: Seconds a file that could not be read is left alone: reading it again for every visitor helps nobody.
BROKEN_FOR = 300
#: What is said where no file can be written. The picture itself is well, and a stand-in of it can be shown.
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EACCES, errno.EPERM})
#: Seconds for which nothing is made afterwards then, and the cache key that says so.
NO_ROOM_FOR = 30
NO_ROOM_NOTE = "no-room-for-pictures"


def broken_note(image: Any) -> str:
    """The cache key that says that the picture's file could not be read."""
    return f"broken-picture-{image.pk}-{image.file_hash}"


def signature_of(image: Any, spec: str) -> str:
    """What somebody shows who was told of this size; another picture put in its place has another one."""
    return str(generate_signature(image.pk, f"{spec}/{image.file_hash}"))


def make(image: Any, wanted: Iterable[str]) -> dict[str, Any]:
    """The renditions of these filter specs, made where missing; empty when the file is gone or broken.

    That is logged and remembered for a while, because no page must fail over a picture. Empty as well where the size
    cannot be kept, on a full disk.
    """
    if cache.get(broken_note(image)):
        return {}
    try:
        return image.get_renditions(*wanted)
    except DAMAGE as error:
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            _note_no_room(error)
        else:
            _note_broken(image, error)
        return {}


def _note_no_room(error: OSError) -> None:
    logger.error("Sizes of pictures cannot be kept: %s", error)
    cache.set(NO_ROOM_NOTE, True, NO_ROOM_FOR)


def _note_broken(image: Any, error: Exception) -> None:
    logger.warning("Picture %s (%s) cannot be shown: %s", image.pk, image.file.name, error)
    cache.set(broken_note(image), True, BROKEN_FOR)


@require_safe
def make_picture(
    request: HttpRequest, image_id: int, signature: str, size: str, name: str
) -> HttpResponseBase:
    """Lead to one size of a picture. A short 404 for anything no page named.

    A size that is not there yet, and takes long to make, is made after the answer, which is a stand-in: twenty pictures
    of a page asked for together would keep every thread of the server from its pages for many seconds.
    """
    spec = size.replace(".", "|")
    image = get_image_model().objects.filter(pk=image_id).first()
    if image is None or not constant_time_compare(signature, signature_of(image, spec)):
        return no_picture()
    if settings.PICTURES_STAND_IN and can_stand_in(spec) and not _is_there(image, spec):
        return _for_now(image, spec)
    try:
        rendition = make(image, [spec]).get(spec)
    except IntegrityError:
        return no_picture()  # deleted while its size was being made
    if rendition is None:
        return no_picture()
    # Its focal point can change; pages name the file itself as soon as it is there.
    return _for_everybody(redirect(rendition.url), "no-cache")


def _is_there(image: Any, spec: str) -> bool:
    return bool(image.find_existing_renditions(Filter(spec=spec)))


def _for_now(image: Any, spec: str) -> HttpResponseBase:
    if cache.get(broken_note(image)):
        return no_picture()
    try:
        content, content_type = stand_in(image, spec)
    except DAMAGE as error:
        _note_broken(image, error)
        return no_picture()
    if not cache.get(NO_ROOM_NOTE):
        afterwards.add((image.pk, spec), partial(_make_unless_gone, image.pk, spec))
    return _for_everybody(HttpResponse(content, content_type=content_type), "no-store")


def _make_unless_gone(image_id: int, spec: str) -> None:
    image = get_image_model().objects.filter(pk=image_id).first()
    if image is None:
        return
    with suppress(IntegrityError):  # deleted while its size was being made
        make(image, [spec])


def _for_everybody(response: HttpResponseBase, keeping: str) -> HttpResponseBase:
    response["Cache-Control"] = keeping
    # Feed readers on the web and previews of shared links show our pictures on their own pages.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
