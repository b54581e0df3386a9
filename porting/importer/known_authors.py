"""Who is here already, by name and slug: one look at the database, however many authors a source has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from blog.models import Author

#: Room that is left at the end of a slug for a number.
_ENDING = 5
_LIMIT = 120
_NUMBERED = re.compile(r"(.*)-([1-9][0-9]*)", re.DOTALL)


class KnownAuthors:
    """The authors of the site. Slugs that clash are numbered: ``ada``, ``ada-2``, ``ada-3``."""

    def __init__(self, authors: Iterable[Author]) -> None:
        self.by_slug: dict[str, Author] = {}
        self._by_name: dict[str, Author] = {}
        self._numbered: dict[tuple[str, str], int] = {}  # the lowest number of a name below a slug
        self._free: dict[str, int] = {}  # the first number that may be free
        for author in authors:
            self.add(author)

    def add(self, author: Author) -> None:
        """Take one more in."""
        name = _folded(author.name)
        self.by_slug[author.slug] = author
        self._by_name.setdefault(name, author)
        numbered = _NUMBERED.fullmatch(author.slug)
        if numbered is not None:
            key, number = (name, numbered[1]), int(numbered[2])
            self._numbered[key] = min(number, self._numbered.get(key, number))

    def namesake(self, name: str) -> Author | None:
        """The first author of that name, whatever the slug."""
        return self._by_name.get(_folded(name))

    def find(self, name: str, wanted: str) -> Author | None:
        """The author of that name with the slug ``wanted``, or with it and a number that clashes led to."""
        there = self.by_slug.get(wanted)
        if there is None or _folded(there.name) == _folded(name):
            return there
        stem = _stem(wanted)
        number = self._numbered.get((_folded(name), stem), 0)
        return self.by_slug[f"{stem}-{number}"] if 1 < number < self._first_free(stem) else None

    def free(self, wanted: str) -> str:
        """``wanted``, or it with the first number that makes it free."""
        return f"{_stem(wanted)}-{self._first_free(_stem(wanted))}" if wanted in self.by_slug else wanted

    def _first_free(self, stem: str) -> int:
        number = self._free.get(stem, 2)
        while f"{stem}-{number}" in self.by_slug:
            number += 1
        self._free[stem] = number
        return number


def _stem(wanted: str) -> str:
    return wanted[: _LIMIT - _ENDING]


def _folded(name: str) -> str:
    return name.strip().casefold()
