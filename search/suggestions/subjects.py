"""Categories, tags, authors and series whose name has a word that begins as what was typed."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import connection
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import ngettext

from blog import addresses
from blog.models import Author, Category, ListedCount, ListedPost, Series, Tag
from search.query import fold
from search.readable import Addresses, open_to_all
from search.statements import rows, stored, table
from search.suggestions.kinds import Suggestion
from search.viewer import Viewer

MAX_OF_A_KIND = 3
_SUBJECTS: tuple[tuple[str, Any, str], ...] = (
    ("category", Category, "name"),
    ("tag", Tag, "name"),
    ("author", Author, "name"),
    ("series", Series, "title"),
)


@dataclass(frozen=True, order=True)
class _Subject:
    """Sorted as they are offered: names that begin so first, then those with more posts."""

    place: int
    begins_later: bool
    fewer: int
    name: str
    kind: str
    slug: str
    key: int
    blog_id: int


def matching_subjects(typed: str, viewer: Viewer, request: HttpRequest) -> Iterator[Suggestion]:
    """At most three of each kind, those of blogs everybody may open, with the number of their public posts."""
    found = list(_matching(fold(typed)))
    if not found:
        return
    of = Addresses(request).of
    blogs = open_to_all({subject.blog_id for subject in found}, viewer.root.path)
    urls = {pk: of(url_path) for pk, url_path in blogs.items()}
    expired = _expired_posts()
    shown: dict[str, set[str]] = defaultdict(set)
    for subject in sorted(found):
        count = -subject.fewer - expired[subject.blog_id, subject.kind, subject.key]
        known = shown[subject.kind]
        if subject.blog_id not in urls or count < 1 or subject.slug in known or len(known) >= MAX_OF_A_KIND:
            continue
        known.add(subject.slug)
        url = addresses.subject_path(urls[subject.blog_id], subject.kind, subject.slug)
        yield Suggestion(title=subject.name, url=url, kind=subject.kind, detail=posts_text(count))


def posts_text(count: int) -> str:
    """ "1 post", "12 posts"."""
    return ngettext("%(count)s post", "%(count)s posts", count) % {"count": count}


def _matching(wanted: str) -> Iterator[_Subject]:
    """Those with a public post whose name has a word that begins so, told without case and accents."""
    begins = re.compile(rf"(?<!\w){re.escape(wanted)}")
    pattern = "%" + re.sub(r"([\\%_])", r"\\\1", wanted) + "%"
    for place, key, name, slug, blog_id, count in rows(_statement(), [pattern] * len(_SUBJECTS)):
        match = begins.search(fold(name))
        if match:
            yield _Subject(place, match.start() > 0, -count, name, _SUBJECTS[place][0], slug, key, blog_id)


@lru_cache(maxsize=1)
def _statement() -> str:
    """Asks for place, id, name, slug, blog and number of posts of every kind at once.

    Databases compare ASCII without case and know nothing of accents: names beyond ASCII, which have more bytes
    than characters, are all looked at.
    """
    is_sqlite = connection.vendor == "sqlite"
    like, size = ("LIKE", "LENGTH(CAST({} AS BLOB))") if is_sqlite else ("ILIKE", "OCTET_LENGTH({})")
    parts = []
    for place, (kind, model, field) in enumerate(_SUBJECTS):
        name = f"named.{field}"
        parts.append(
            f"SELECT {place}, named.id, {name}, named.slug, listed.blog_id, listed.count"  # noqa: S608 - our own names
            f" FROM {model._meta.db_table} AS named JOIN {ListedCount._meta.db_table} AS listed"
            f" ON listed.key = named.id AND listed.kind = '{kind}' AND listed.count > 0"
            f" WHERE {name} {like} %s ESCAPE '\\' OR {size.format(name)} > LENGTH({name})"
        )
    return " UNION ALL ".join(parts)


def _expired_posts() -> Counter[tuple[int, str, int]]:
    """How many posts of each list have expired since the lists were last swept; few, if any."""
    expired = f"SELECT blog_id, kind, key FROM {table(ListedPost)} WHERE expires_at <= %s"  # noqa: S608 - a name of ours
    return Counter(rows(expired, [stored(timezone.now())]))
