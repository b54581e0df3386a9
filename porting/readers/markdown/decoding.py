"""Bytes of a text file as text, whatever wrote them."""

from __future__ import annotations

import codecs

from django.utils.translation import gettext as _

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> tuple[str, str]:
    """The text with plain line ends, and a sentence about its encoding, empty when it was UTF-8 as it should be."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _plain(data.decode(encoding, errors="replace")), ""
    try:
        return _plain(data.decode("utf-8")), ""
    except UnicodeDecodeError as error:
        at = data.count(b"\n", 0, error.start) + 1
    text = data.decode("cp1252", errors="replace")
    said = _("Line %(line)d is not valid UTF-8; the file was read as Windows-1252, please check its letters.")
    return _plain(text), said % {"line": at}


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
