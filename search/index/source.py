"""A page as it stands in the database: all that decides what the index has of it, and nothing more.

Two of these are compared, or their digests, to know whether a page has to be written again.
"""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

#: To be raised when the same page is to be read in another way, so that every page is written anew.
VERSION = 1
#: Signs of a fingerprint, and of either digest it is made of.
FINGERPRINT, HALF = 64, 32


@dataclass(frozen=True)
class Name:
    """A tag, category, author or series of a page: its kind, its id and what it is called."""

    kind: str
    key: int
    text: str


@dataclass(frozen=True)
class Body:
    """The stored form of a stream, the block that reads it, and the words of shared texts it shows, by place."""

    block: Any = field(compare=False)
    raw: list[dict]
    shared: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """What a page is indexed from. ``texts`` are rich texts, ``notes`` words readers do not see as text."""

    page_id: int
    kind: str
    language: str
    title: str
    path: str
    access: str
    summary: str = ""
    date: datetime | None = None
    expires_at: datetime | None = None
    names: tuple[Name, ...] = ()
    texts: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def facets(self) -> frozenset[tuple[str, int]]:
        """Everything results can be narrowed to: kind and key."""
        found = {(name.kind, name.key) for name in self.names}
        if self.date is not None and self.kind == "post":
            # The site's own zone, as in the lists: an editor's account may have another, and is active meanwhile.
            found.add(("year", timezone.localtime(self.date, timezone.get_default_timezone()).year))
        return frozenset(found)

    @property
    def fingerprint(self) -> str:
        """64 signs: one half for the words, one for where the page stands and who may read it."""
        return self.words_digest + self.place_digest

    @property
    def words_digest(self) -> str:
        """Changes with anything that is found or shown as text."""
        return _digest(
            VERSION,
            self.language,
            self.title,
            self.summary,
            [name.text for name in self.names],
            self.texts,
            [(body.raw, body.shared) for body in self.bodies],
            self.notes,
        )

    @property
    def place_digest(self) -> str:
        """Changes with everything else."""
        return _digest(self.kind, self.path, self.access, self.date, self.expires_at, sorted(self.facets))


def _digest(*values: Any) -> str:
    text = json.dumps(values, default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:HALF]
