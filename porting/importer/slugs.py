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
    """``text`` with only what a slug may hold: letters of any script, digits, ``-`` and ``_``. May be empty.

    Signs that belong to a letter, such as the vowels of Hindi and Thai, may not stand in one: the letter stays whole.
    """
    last = unicodedata.normalize("NFC", text).strip().strip("/").rpartition("/")[2]
    last = "".join(sign for sign in last if sign.isascii() or not unicodedata.category(sign).startswith("M"))
    return _FORBIDDEN.sub("-", last).strip("-")[:limit].strip("-")


def wish(slug: str, title: str, fallback: str = "post") -> str:
    """The slug something should have: its own, else one made of its title, never empty."""
    return tidy(slug) or slugify(title, allow_unicode=True)[:MAX].strip("-") or fallback


class FreeSlugs:
    """Gives slugs that nobody has: neither among ``taken``, which may grow meanwhile, nor given to another.

    ``limit`` is the most letters a slug may have. In a blog the names of its lists are not free.
    """

    def __init__(self, taken: Container[str], limit: int = MAX, in_blog: bool = False) -> None:
        self._taken, self._limit, self._in_blog = taken, limit, in_blog
        self._given: set[str] = set()
        self._next: dict[str, int] = {}  # the first number that may make a slug free

    def take(self, wanted: str) -> str:
        """``wanted``, or it with the first number that makes it free."""
        wanted = wanted[: self._limit]
        number = self._next.get(wanted, 1)
        while not self._is_free(self._numbered(wanted, number)):
            number += 1
        self._next[wanted] = number + 1
        slug = self._numbered(wanted, number)
        self._given.add(slug)
        return slug

    def _numbered(self, wanted: str, number: int) -> str:
        ending = f"-{number}" if number > 1 else ""
        return wanted[: self._limit - len(ending)] + ending

    def _is_free(self, candidate: str) -> bool:
        if candidate in self._taken or candidate in self._given:
            return False
        return not (self._in_blog and is_reserved_slug(candidate))
