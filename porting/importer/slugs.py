"""Slugs: kept as they were as far as the site allows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from django.utils.text import slugify

from blog.routes import is_reserved_slug

MAX = 255
_FORBIDDEN = re.compile(r"[^\w-]+")


def tidy(text: str, limit: int = MAX) -> str:
    """``text`` with only what a slug may hold: letters of any script, digits, ``-`` and ``_``. May be empty."""
    last = unicodedata.normalize("NFC", text).strip().strip("/").rpartition("/")[2]
    return _FORBIDDEN.sub("-", last).strip("-")[:limit].strip("-")


def wish(slug: str, title: str, fallback: str = "post") -> str:
    """The slug something should have: its own, else one made of its title, never empty."""
    return tidy(slug) or slugify(title, allow_unicode=True)[:MAX].strip("-") or fallback


def free(wanted: str, taken: Container[str], limit: int = MAX, in_blog: bool = False) -> str:
    """``wanted``, or it with the first number that makes it free. In a blog its lists' names are not free."""
    candidate, number = wanted[:limit], 1
    while candidate in taken or (in_blog and is_reserved_slug(candidate)):
        number += 1
        ending = f"-{number}"
        candidate = wanted[: limit - len(ending)] + ending
    return candidate
