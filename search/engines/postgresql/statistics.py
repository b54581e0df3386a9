"""How many documents there are and how long they are on average: what every score is measured by."""

from dataclasses import dataclass

from django.core.cache import cache
from django.db import connection

_KEY = "search-postgresql-lengths"
#: Seconds. Averages of many documents change slowly, and every document is looked at for them.
_KEPT = 60
#: With fewer documents than this, looking at all of them costs nothing.
_MANY = 1000


@dataclass(frozen=True)
class Lengths:
    """``documents`` there are; ``title`` and ``body``: average number of words, at least 1."""

    documents: int
    title: float
    body: float


def lengths() -> Lengths:
    """Of the whole index, at most a minute old."""
    known = cache.get(_KEY)
    if known is None:
        known = _measured()
        if known.documents >= _MANY:
            cache.set(_KEY, known, _KEPT)
    return known


def forget() -> None:
    """Measure again when asked next."""
    cache.delete(_KEY)


def _measured() -> Lengths:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), avg(title_length), avg(body_length) FROM search_length")
        documents, title, body = cursor.fetchone()
    return Lengths(documents, max(float(title or 0), 1.0), max(float(body or 0), 1.0))
