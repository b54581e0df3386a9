"""Picture files as phones and cameras write them: with places, names and small copies beside the pixels."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pillow_heif
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

pillow_heif.register_heif_opener()

#: Words that may be found in no stored file.
SECRETS = (b"SecretCam", b"Jane Secret", b"secret remark", b"Exif\x00\x00", b"photoshop:City")
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><photoshop:City>Jane Secret</photoshop:City></x:xmpmeta>'
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def notes(orientation: int = 1) -> Image.Exif:
    """EXIF with a place, a camera and a photographer."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SecretCam"
    exif[0x013B] = "Jane Secret"
    exif.get_ifd(0x8825).update({1: "N", 2: (50.0, 10.0, 0.0), 3: "E", 4: (14.0, 25.0, 0.0)})
    return exif


def quarters(width: int = 96, height: int = 64) -> Image.Image:
    """Red, green, blue and white quarters: any turn or mirroring shows."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste("red", (0, 0, width // 2, height // 2))
    picture.paste("lime", (width // 2, 0, width, height // 2))
    picture.paste("blue", (0, height // 2, width // 2, height))
    return picture


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def held(orientation: int, kind: str = "JPEG", **options: Any) -> bytes:
    """The quarters, as a camera held that way stores them: upright only when the note is followed."""
    picture = quarters()
    if orientation in _TURNS:
        picture = picture.transpose(_TURNS[orientation])
    # As bytes: HEIC then says in its own way, too, how to turn it.
    return encoded(picture, kind, exif=notes(orientation).tobytes(), **options)


def encoded(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def jpeg() -> bytes:
    return held(1, quality=90, xmp=XMP, comment=b"secret remark", icc_profile=PROFILE) + b"secret remark"


def png() -> bytes:
    texts = PngInfo()
    texts.add_text("Author", "Jane Secret")
    texts.add_itxt("Comment", "secret remark")
    return held(1, "PNG", pnginfo=texts, icc_profile=PROFILE)


def webp() -> bytes:
    return held(1, "WEBP", xmp=XMP, icc_profile=PROFILE)


def avif() -> bytes:
    return held(1, "AVIF", xmp=XMP, icc_profile=PROFILE)


def heic() -> bytes:
    return held(1, "HEIF", xmp=XMP)


def gif() -> bytes:
    return animation("GIF", comment=b"secret remark")


def animation(kind: str, **options: Any) -> bytes:
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "lime", "blue")]
    return encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=90, loop=0, **options)


def bomb(side: int = 20_000) -> bytes:
    """A PNG of ``side`` x ``side`` white pixels in a few dozen kilobytes, made without holding them."""
    packer = zlib.compressobj(9)
    row = b"\x00" + b"\xff" * (side // 8)
    pixels = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in parts)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
