"""What happens to a picture before it is stored: checked, turned upright, and freed of private notes."""

from __future__ import annotations

import io
import warnings
from pathlib import PurePosixPath
from typing import Any

import pillow_heif
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, JpegImagePlugin, UnidentifiedImageError

from core.media import strip
from core.media.damage import DAMAGE

pillow_heif.register_heif_opener()

#: What a file may be, by its content, and the endings that go with it.
ENDINGS = {
    "AVIF": {".avif"},
    "GIF": {".gif"},
    "HEIF": {".heic", ".heif"},
    "JPEG": {".jpg", ".jpeg"},
    "PNG": {".png"},
    "WEBP": {".webp"},
}
#: Phones write a second picture beside the first; to Pillow that is another format.
_SAME = {"MPO": "JPEG"}
_STRIP = {"JPEG": strip.jpeg, "PNG": strip.png, "WEBP": strip.webp, "GIF": strip.gif}
_AVIF_NOTES = (b"Exif", b"application/rdf+xml", b"uuid")
_ORIENTATION = 0x0112


class CleanPicture(ContentFile):
    """A picture that has been through ``clean_picture`` and may be stored."""

    animated = False


def clean_picture(file: Any) -> CleanPicture:
    """Check an uploaded picture and take out what is private.

    JPEG, PNG, GIF and WebP keep their pixels bit for bit unless they must be turned upright; HEIC becomes
    JPEG. ValidationError, in words for an editor, for anything that cannot or must not be stored.
    """
    if isinstance(file, CleanPicture):
        return file
    name = PurePosixPath(file.name).name
    file.seek(0)
    data = file.read()
    kind = check_picture(data, name)
    try:
        with Image.open(io.BytesIO(data)) as picture:
            animated = kind != "HEIF" and getattr(picture, "is_animated", False) and picture.format != "MPO"
            content = _cleaned(picture, data, kind, animated)
    except DAMAGE as error:
        raise _broken() from error
    if kind == "HEIF":
        name = f"{PurePosixPath(name).stem}.jpg"
    clean = CleanPicture(content, name=name)
    clean.animated = bool(animated)
    return clean


def check_picture(data: bytes, name: str) -> str:
    """The format of a picture, from its first bytes: nothing is decoded. ValidationError when refused."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=list(ENDINGS)) as picture:
                kind = _SAME.get(picture.format or "", picture.format or "")
                pixels = picture.width * picture.height
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except UnidentifiedImageError as error:
        raise ValidationError(
            _("This file holds no picture that can be shown. Use %(kinds)s."),
            code="invalid_image",
            params={"kinds": ", ".join(ENDINGS)},
        ) from error
    except DAMAGE as error:
        raise _broken() from error
    ending = PurePosixPath(name).suffix.lower()
    if ending not in ENDINGS[kind]:
        raise ValidationError(
            _("The name of this file ends in “%(ending)s”, but it holds a %(kind)s picture."),
            code="wrong_ending",
            params={"ending": ending, "kind": kind},
        )
    if pixels > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise _too_many_pixels()
    return kind


def picture_size(file: Any) -> tuple[int, int]:
    """Width and height from a file's first bytes; (0, 0) for what ``clean_picture`` would refuse."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            # Not closed: the file belongs to the caller.
            return Image.open(file, formats=list(ENDINGS)).size
    except DAMAGE:
        return 0, 0


def _cleaned(picture: Image.Image, data: bytes, kind: str, animated: bool) -> bytes:
    turned = _orientation(picture) in range(2, 9) and not animated
    if kind == "HEIF":
        return _as_jpeg(picture)
    if kind == "AVIF":
        noted = any(mark in data for mark in _AVIF_NOTES)
        return _again(picture, kind, animated) if noted else _whole(picture, data)
    if turned:
        return _again(picture, kind, animated)
    content = _STRIP[kind](data)
    return _whole(picture, content)


def _orientation(picture: Image.Image) -> int:
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except DAMAGE:
        return 1  # Notes nobody can read; they are about to be thrown away.


def _whole(picture: Image.Image, content: bytes) -> bytes:
    """``content``, after its pixels have been read once: a file that is cut off is found now, not in a page."""
    # A JPEG can be read at an eighth of its size, which needs all of the file but little memory.
    picture.draft(picture.mode, (max(picture.width // 8, 1), max(picture.height // 8, 1)))
    picture.load()
    return content


def _again(picture: Image.Image, kind: str, animated: bool) -> bytes:
    """The picture written anew, upright, as near to the original as its format allows."""
    options: dict[str, Any] = {
        "JPEG": {"progressive": "progressive" in picture.info, "optimize": True},
        "PNG": {},
        "WEBP": {"lossless": True},
        "AVIF": {"quality": 90, "speed": 8, "save_all": animated},
    }[kind]
    if kind == "JPEG" and isinstance(picture, JpegImagePlugin.JpegImageFile):
        # The tables it was written with: turning it then loses next to nothing.
        options |= {"qtables": picture.quantization, "subsampling": JpegImagePlugin.get_sampling(picture)}
        if options["subsampling"] == -1:
            options["subsampling"] = 0
    if profile := picture.info.get("icc_profile"):
        options["icc_profile"] = profile
    upright = picture if animated else ImageOps.exif_transpose(picture)
    if not animated:
        upright.info = {key: upright.info[key] for key in ("transparency",) if key in upright.info}
    else:
        options["exif"] = options["xmp"] = b""
    out = io.BytesIO()
    upright.save(out, kind, **options)
    return out.getvalue()


def _as_jpeg(picture: Image.Image) -> bytes:
    upright = ImageOps.exif_transpose(picture)
    profile = picture.info.get("icc_profile")
    upright = upright.convert("RGB")
    upright.info = {}
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=92, optimize=True, **({"icc_profile": profile} if profile else {}))
    return out.getvalue()


def _too_many_pixels() -> ValidationError:
    return ValidationError(
        _("This picture has too many pixels. The most that can be stored is %(millions)d million."),
        code="file_too_many_pixels",
        params={"millions": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000},
    )


def _broken() -> ValidationError:
    return ValidationError(
        _("This picture is damaged or cut off. Please export or download it again and upload the new file."),
        code="invalid_image",
    )
