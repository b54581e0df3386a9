"""Making one size of a picture: the file is read once, cropped and shrunk in one step, and written without notes.

Wagtail reads the whole original again for every size and format, in three threads at a time. A phone's picture
has a dozen; read once, they take a fraction of the time and of the memory.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Any

import willow
from django.conf import settings
from PIL import Image, ImageCms, ImageOps
from wagtail.images.models import Filter
from willow.image import AvifImageFile, JPEGImageFile, PNGImageFile, WebPImageFile

from core.media.presets import MODERN, ORIGINAL

_WRITERS = {"avif": AvifImageFile, "jpeg": JPEGImageFile, "png": PNGImageFile, "webp": WebPImageFile}
#: How much larger than the size asked for a JPEG is read, so that shrinking it stays clean.
_MARGIN = 1.35
#: Of a stand-in, which is seen once.
_NO_MARGIN = 1.0
#: Pixels up to which a picture is small.
_SMALL = 700 * 525


@dataclass(frozen=True)
class Decoded:
    """A picture in memory, upright. ``size`` is the size of the file; ``pixels`` may hold fewer.

    ``shrunk`` keeps each size already made, because every size is written in several formats.
    """

    pixels: Image.Image
    size: tuple[int, int]
    profile: bytes | None
    shrunk: dict[str, Image.Image] = field(default_factory=dict)


def is_ours(spec: str) -> bool:
    """Whether a filter spec is one of those our presets write."""
    operation, _, name = spec.partition("|format-")
    return spec == ORIGINAL or (operation.startswith(("width-", "fill-")) and name in _WRITERS)


class PictureFilter(Filter):
    """A Wagtail filter that works on a picture already in memory."""

    def __init__(self, spec: str, decoded: Decoded | None = None) -> None:
        super().__init__(spec=spec)
        self.decoded = decoded

    def run(self, image: Any, output: IO[bytes], source: Any = None) -> Any:
        """Write the picture to ``output``; return it the way Wagtail expects. OSError for a broken file."""
        if self.spec == ORIGINAL:
            return self._copy(image, output, source)
        decoded = self.decoded
        if decoded is None:
            with opened(image, source) as file:
                decoded = decode(file, image, [self])
        size, _, name = self.spec.partition("|format-")
        if size not in decoded.shrunk:
            decoded.shrunk[size] = self.shrink(decoded, image, Image.Resampling.LANCZOS)
        write(decoded.shrunk[size].copy(), output, name, decoded.profile)
        return _WRITERS[name](output)

    def reduction(self, image: Any, size: tuple[int, int]) -> float:
        """How many pixels of the result stand for one of the file, along one side."""
        transform = self.get_transform(image, size)
        return transform.size[0] / max(transform.get_rect().width, 1)

    def shrink(self, decoded: Decoded, image: Any, resample: Image.Resampling) -> Image.Image:
        """The part of the picture this filter shows, in the size it shows it in."""
        transform = self.get_transform(image, decoded.size)
        rect = transform.get_rect().round()
        across = decoded.pixels.width / decoded.size[0]
        down = decoded.pixels.height / decoded.size[1]
        box = (
            max(rect.left, 0) * across,
            max(rect.top, 0) * down,
            min(rect.right * across, decoded.pixels.width),
            min(rect.bottom * down, decoded.pixels.height),
        )
        size = (max(round(transform.size[0]), 1), max(round(transform.size[1]), 1))
        return decoded.pixels.resize(size, resample, box=box, reducing_gap=3.0)

    def _copy(self, image: Any, output: IO[bytes], source: Any) -> Any:
        with opened(image, source) as file:
            data = file.read()
        output.write(data)
        return type(willow.Image.open(io.BytesIO(data)))(output)


@contextmanager
def opened(image: Any, source: Any = None) -> Any:
    """The bytes of a stored picture, from ``source`` where they were read before."""
    if source is not None:
        source.seek(0)
        yield source
        return
    with image.open_file() as file:
        yield file


def decode(file: IO[bytes], image: Any, filters: Iterable[PictureFilter], margin: float = _MARGIN) -> Decoded:
    """Read a picture upright, a JPEG only as finely as ``filters`` need it, and ``margin`` times that."""
    picture = Image.open(file)
    upright = picture.getexif().get(0x0112, 1) < 5
    size = picture.size if upright else picture.size[::-1]
    finest = max((wanted.reduction(image, size) for wanted in filters), default=1.0) * margin
    if finest < 1:
        enough = (max(int(picture.width * finest), 1), max(int(picture.height * finest), 1))
        picture.draft(picture.mode, enough)
    picture.load()
    picture = ImageOps.exif_transpose(picture)
    pixels, profile = _plain(picture)
    return Decoded(pixels, size, profile)


def _plain(picture: Image.Image) -> tuple[Image.Image, bytes | None]:
    """Full colour, or grey, that can be resized and written in any format; its profile if it still counts."""
    profile = picture.info.get("icc_profile")
    if picture.mode in {"RGB", "RGBA"}:
        return picture, profile
    see_through = picture.has_transparency_data
    if picture.mode in {"P", "PA"}:
        return picture.convert("RGBA" if see_through else "RGB"), profile
    if profile and picture.mode in {"CMYK", "L"}:
        return in_srgb(picture, profile), None
    if picture.mode.startswith("I"):
        # 16 bits a pixel; converting would cut off what is brighter than 255.
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    return picture.convert("RGBA" if see_through else "RGB"), None


def in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """The picture in the colours of the web, as near as its profile allows."""
    try:
        return ImageCms.profileToProfile(
            picture, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture.convert("RGB")


def write(picture: Image.Image, output: IO[bytes], name: str, profile: bytes | None) -> None:
    """Encode as ``name``: avif, webp, jpeg or png. Nothing but pixels and colour profile is written."""
    if name == "jpeg" and picture.mode == "RGBA":
        page = Image.new("RGB", picture.size, "white")
        page.paste(picture, mask=picture.getchannel("A"))
        picture = page
    picture.info = {}
    options: dict[str, Any] = {
        "avif": {**_care_for_avif(picture), "max_threads": 1},
        "webp": {"quality": settings.WAGTAILIMAGES_WEBP_QUALITY},
        "jpeg": {"quality": settings.WAGTAILIMAGES_JPEG_QUALITY, "progressive": True, "optimize": True},
        "png": {},
    }[name]
    if profile:
        options["icc_profile"] = profile
    picture.save(output, name.upper(), **options)


def can_stand_in(spec: str) -> bool:
    """Whether writing this size takes so long that a stand-in is worth it: JPEG does not, and few ask for PNG."""
    return is_ours(spec) and spec.rpartition("|format-")[2] in MODERN


def stand_in(image: Any, spec: str) -> tuple[bytes, str]:
    """The same part of a picture in the same size, as quickly as it can be written: its bytes and their type.

    A JPEG, or WebP where one can see through it, which whoever takes AVIF takes as well. It weighs two to three times
    as much. OSError and others of DAMAGE for a broken file.
    """
    wanted = PictureFilter(spec)
    with opened(image) as file:
        decoded = decode(file, image, [wanted], _NO_MARGIN)
    picture = wanted.shrink(decoded, image, Image.Resampling.BILINEAR)
    picture.info = {"icc_profile": decoded.profile} if decoded.profile else {}
    output = io.BytesIO()
    if picture.mode == "RGBA":
        picture.save(output, "WEBP", quality=settings.WAGTAILIMAGES_WEBP_QUALITY, method=0, **picture.info)
        return output.getvalue(), "image/webp"
    picture.save(output, "JPEG", quality=settings.WAGTAILIMAGES_JPEG_QUALITY, **picture.info)
    return output.getvalue(), "image/jpeg"


def _care_for_avif(picture: Image.Image) -> dict[str, int]:
    """Quality and speed of the encoder: more care for the sizes phones get, where a file's weight is waited for.

    Twelve covers of 672 by 448 pixels: speed 6 with 5 points of quality less looks as good as speed 8 (within 1 dB,
    mostly better) in files a quarter smaller, for three times the work, 0.1 s. Large sizes would take seconds.
    """
    quality = settings.WAGTAILIMAGES_AVIF_QUALITY
    if picture.width * picture.height <= _SMALL:
        return {"quality": quality - 5, "speed": 6}
    return {"quality": quality, "speed": 8}
