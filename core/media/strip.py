"""Taking notes out of a picture file without touching its pixels.

A camera writes where and when a picture was taken, with what, and a small copy of it, beside the pixels.
Each function here copies a file part by part and leaves those parts out. What is kept: pixels, colour
profile, transparency, timing of animations. ValueError when a file is not built as it should be.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

_MARKER = re.compile(rb"\xff(?=[^\x00\xd0-\xd7\xff])")
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs acTL fcTL fdAT".split()
)
_WEBP_KEPT = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_GIF_KEPT = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")


def jpeg(data: bytes) -> bytes:
    """A JPEG without EXIF, XMP, IPTC, comments, thumbnails, and whatever follows its end."""
    if data[:2] != b"\xff\xd8":
        raise ValueError("not a JPEG")
    return b"\xff\xd8" + b"".join(_jpeg_parts(data))


def _jpeg_parts(data: bytes) -> Iterator[bytes]:
    position = 2
    while found := _MARKER.search(data, position):
        start = found.start()
        kind = data[start + 1]
        if kind == 0xD9:
            yield b"\xff\xd9"
            return
        end = start + 2 + _number(data, start + 2, ">H")
        if end > len(data):
            break
        yield _jpeg_segment(kind, data[start:end])
        position = end
        if kind == 0xDA:
            following = _MARKER.search(data, end)
            if following is None:
                break
            position = following.start()
            yield data[end:position]
    raise ValueError("the JPEG has no end")


def _jpeg_segment(kind: int, segment: bytes) -> bytes:
    body = segment[4:]
    if kind == 0xE0 and body.startswith(b"JFIF\x00"):
        # Version and density, then a thumbnail of 0 x 0.
        return b"\xff\xe0\x00\x10" + body[:12] + b"\x00\x00"
    profile = kind == 0xE2 and body.startswith(b"ICC_PROFILE\x00")
    colours = kind == 0xEE and body.startswith(b"Adobe")
    application_or_comment = 0xE0 <= kind <= 0xEF or kind == 0xFE
    return segment if profile or colours or not application_or_comment else b""


def png(data: bytes) -> bytes:
    """A PNG without EXIF, texts and times."""
    kept, position = [data[:8]], 8
    while position < len(data):
        length = _number(data, position, ">I")
        kind = data[position + 4 : position + 8]
        end = position + 12 + length
        if end > len(data):
            break
        if kind in _PNG_KEPT:
            kept.append(data[position:end])
        if kind == b"IEND":
            return b"".join(kept)
        position = end
    raise ValueError("the PNG has no end")


def webp(data: bytes) -> bytes:
    """A WebP without EXIF and XMP."""
    end = 8 + _number(data, 4, "<I")
    if data[8:12] != b"WEBP" or end > len(data):
        raise ValueError("the WebP has no end")
    kept, position = [], 12
    while position + 8 <= end:
        kind, length = data[position : position + 4], _number(data, position + 4, "<I")
        following = position + 8 + length + length % 2
        chunk = data[position:following]
        if kind == b"VP8X":
            # Two bits announce EXIF and XMP.
            chunk = chunk[:8] + bytes([chunk[8] & ~0x0C]) + chunk[9:]
        if kind in _WEBP_KEPT:
            kept.append(chunk)
        position = following
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def gif(data: bytes) -> bytes:
    """A GIF without comments and foreign extensions such as XMP; a loop stays a loop."""
    position = 13 + _table(data, 10)
    kept = [data[:position]]
    while position < len(data):
        kind = data[position]
        if kind == 0x3B:
            return b"".join([*kept, b";"])
        if kind == 0x21:
            end = _after_blocks(data, position + 2)
            if _gif_extension_counts(data[position:end]):
                kept.append(data[position:end])
        elif kind == 0x2C:
            end = _after_blocks(data, position + 10 + _table(data, position + 9) + 1)
            kept.append(data[position:end])
        else:
            break
        position = end
    raise ValueError("the GIF has no end")


def _gif_extension_counts(extension: bytes) -> bool:
    if extension[1] == 0xFF:
        return extension[3:14] in _GIF_KEPT
    return extension[1] == 0xF9


def _table(data: bytes, flags_at: int) -> int:
    """Bytes of the colour table announced at ``flags_at``."""
    if flags_at >= len(data):
        raise ValueError("the GIF is cut off")
    flags = data[flags_at]
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(data: bytes, position: int) -> int:
    while position < len(data) and data[position]:
        position += data[position] + 1
    if position >= len(data):
        raise ValueError("the GIF is cut off")
    return position + 1


def _number(data: bytes, position: int, form: str) -> int:
    try:
        return int(struct.unpack_from(form, data, position)[0])
    except struct.error as error:
        raise ValueError("the file is cut off") from error
