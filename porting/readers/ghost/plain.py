"""Pieces of HTML as plain text."""

from __future__ import annotations

import re
from html import unescape

TAG = re.compile(r"<[^>]*>")


def plain_text(value: object) -> str:
    """The words of a piece of HTML, with single spaces between them; empty for anything but text."""
    if not isinstance(value, str):
        return ""
    return " ".join(unescape(TAG.sub(" ", value)).split()) if "<" in value or "&" in value else value.strip()


def has_words(value: object) -> bool:
    """Whether a piece of HTML says anything."""
    return bool(plain_text(value))
