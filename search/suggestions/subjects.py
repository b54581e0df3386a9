"""Categories, tags, authors and series whose name has a word that begins as what was typed."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Length
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import ngettext

from blog import addresses, listing_store
from blog.models import Author, Category, ListedCount, ListedPost, Series, Tag
from search.query import fold
from search.suggestions.kinds import Suggestion
from search.viewer import Viewer

MAX_OF_A_KIND = 3
_SUBJECTS: tuple[tuple[str, Any, str], ...] = (
    ("category", Category, "name"),
    ("tag", Tag, "name"),
    ("author", Author, "name"),
    ("series", Series, "title"),
)


class ByteLength(Func):
    """How many bytes a text has; more than it has characters when some of them are beyond ASCII."""

    function = "OCTET_LENGTH"
    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """SQLite knows the function only since 3.43."""
        return self.as_sql(compiler, connection, template="LENGTH(CAST(%(expressions)s AS BLOB))", **extra)


@dataclass(frozen=True, order=True)
class _Subject:
    """Sorted as they are offered: names that begin so first, then those with more posts."""

    place: int
    begins_later: bool
    fewer: int
    name: str
    kind: str
    slug: str
    blog_id: int


def matching_subjects(typed: str, viewer: Viewer, request: HttpRequest) -> Iterator[Suggestion]:
    """At most three of each kind, those of blogs everybody may open, with the number of their public posts."""
    urls = {blog.pk: blog.get_url(request) or "" for blog in listing_store.public_blogs(viewer.root)}
    wanted = fold(typed)
    if not urls or not wanted:
        return
    found = sorted(_matching(wanted, list(urls)))
    shown: dict[str, int] = {}
    for subject in found:
        shown[subject.kind] = shown.get(subject.kind, 0) + 1
        if shown[subject.kind] <= MAX_OF_A_KIND:
            yield Suggestion(
                title=subject.name,
                url=addresses.subject_path(urls[subject.blog_id], subject.kind, subject.slug),
                kind=subject.kind,
                detail=posts_text(-subject.fewer),
            )


def posts_text(count: int) -> str:
    """ "1 post", "12 posts"."""
    return ngettext("%(count)s post", "%(count)s posts", count) % {"count": count}


def _matching(wanted: str, blog_ids: list[int]) -> Iterator[_Subject]:
    """Those with a public post whose name has a word that begins so, told without case and accents."""
    begins = re.compile(rf"(?<!\w){re.escape(wanted)}")
    expired = _expired_posts()
    for place, key, name, slug, blog_id, count in _candidates(wanted, blog_ids):
        kind = _SUBJECTS[place][0]
        left = count - expired[blog_id, kind, key]
        match = begins.search(fold(name))
        if match and left > 0:
            yield _Subject(place, match.start() > 0, -left, name, kind, slug, blog_id)


def _candidates(wanted: str, blog_ids: list[int]) -> QuerySet[Any, Any]:
    """Rows of place, id, name, slug, blog and number of posts, of all kinds in one query.

    Databases compare ASCII without case and know nothing of accents: names beyond ASCII are all looked at.
    """
    parts = []
    for place, (kind, model, name) in enumerate(_SUBJECTS):
        sizes = ListedCount.objects.filter(kind=kind, key=OuterRef("pk"), blog_id__in=blog_ids)
        largest = sizes.order_by("-count", "blog_id")
        rows = model.objects.annotate(bytes=ByteLength(name), letters=Length(name))
        rows = rows.filter(Q(**{f"{name}__icontains": wanted}) | Q(bytes__gt=F("letters")))
        rows = rows.annotate(blog=Subquery(largest.values("blog_id")[:1])).filter(blog__isnull=False)
        size = Subquery(largest.values("count")[:1])
        parts.append(rows.order_by().values_list(Value(place), "pk", name, "slug", "blog", size))
    return parts[0].union(*parts[1:], all=True)


def _expired_posts() -> Counter[tuple[int, str, int]]:
    """How many posts of each list have expired since the lists were last swept; few, if any."""
    rows = ListedPost.objects.filter(expires_at__lte=timezone.now())
    return Counter(rows.order_by().values_list("blog_id", "kind", "key"))
