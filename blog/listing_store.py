"""Keeps and reads the lists of public posts (see ``models/listed.py`` for why they are stored).

Whatever may change a post's place calls :func:`sync` or :func:`sync_many`; readers get rows and counts
from here and nowhere else. :func:`rebuild` makes everything anew and is always safe to run.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from blog.category_tree import category_parents, with_ancestors
from core.sites import shared_root
from core.visibility import public_pages

if TYPE_CHECKING:
    from blog.models import BlogPage, ListedCount, ListedPost

UNNUMBERED = 1_000_000
BATCH = 500
#: What a post's own row says about its places; who saves any of these alone has the lists brought up to date.
FIELDS = frozenset(
    {"live", "expire_at", "date", "featured", "unlisted", "series", "series_id", "series_position"}
)


def _model(name: str) -> Any:
    return apps.get_model("blog", name)


def sync(post: "BlogPage") -> None:
    """Bring the lists up to date with one post, whatever its state is now."""
    sync_many([post.pk])


def sync_many(post_ids: Iterable[int]) -> None:
    """Bring the lists up to date with these posts."""
    ids = sorted(set(post_ids))
    batches = [ids[start : start + BATCH] for start in range(0, len(ids), BATCH)]
    with transaction.atomic():
        # All locks before the first read, so that nobody waits for a list while somebody waits for a post.
        for batch in batches:
            _lock(batch)
        # Many posts stand in the same lists, and each of these is counted once.
        _recount(set().union(*map(_sync_batch, batches)))


def _lock(post_ids: list[int]) -> None:
    """Wait until nobody else is changing these posts, and keep others waiting until this is through.

    Otherwise one who publishes a post and one who restricts it would each not see what the other does, and
    the post would stay listed. SQLite has one writer at a time anyway.
    """
    if connection.features.has_select_for_update:
        posts = Page.objects.select_for_update(no_key=True).filter(pk__in=post_ids)
        list(posts.order_by("pk").values_list("pk", flat=True))


def _sync_batch(post_ids: list[int]) -> set[tuple[int, str, int]]:
    """Write the rows of these posts; returns the lists that may be longer or shorter now: blog, kind, key."""
    listed_post = _model("ListedPost")
    wanted = {_identity(row): row for row in _rows(post_ids)}
    touched = set()
    stale = []
    for row in listed_post.objects.filter(post_id__in=post_ids):
        twin = wanted.get(_identity(row))
        if twin is not None and _same(row, twin):
            wanted.pop(_identity(row))
        else:
            stale.append(row.pk)
            touched.add((row.blog_id, row.kind, row.key))
    touched.update((row.blog_id, row.kind, row.key) for row in wanted.values())
    listed_post.objects.filter(pk__in=stale).delete()
    listed_post.objects.bulk_create(wanted.values())
    return touched


def remove(post_ids: Iterable[int]) -> None:
    """Take posts that are about to be deleted out of every list."""
    with transaction.atomic():
        rows = _model("ListedPost").objects.filter(post_id__in=list(post_ids))
        touched = set(rows.values_list("blog_id", "kind", "key"))
        rows.delete()
        _recount(touched)


def _identity(row: "ListedPost") -> tuple:
    return row.post_id, row.kind, row.key


def _same(row: "ListedPost", other: "ListedPost") -> bool:
    names = ("blog_id", "date", "expires_at", "position")
    return all(getattr(row, name) == getattr(other, name) for name in names)


def _rows(post_ids: list[int]) -> Iterator["ListedPost"]:
    """The rows these posts should have now."""
    listed_post, blog_index = _model("ListedPost"), _model("BlogIndexPage")
    posts = list(
        _model("BlogPage")
        .objects.listed()
        .filter(pk__in=post_ids)
        .defer("body")
        .prefetch_related("tagged_posts", "post_authors", "post_categories")
    )
    above = category_parents() if any(post.post_categories.all() for post in posts) else {}
    parents = {post.path[: -post.steplen] for post in posts}
    blogs = dict(blog_index.objects.filter(path__in=parents).values_list("path", "pk"))
    for post in posts:
        blog_id = blogs.get(post.path[: -post.steplen])
        if blog_id is None:
            continue
        for kind, key, position in _places(post, above):
            yield listed_post(
                blog_id=blog_id,
                kind=kind,
                key=key,
                position=position,
                date=post.date,
                expires_at=post.expire_at,
                post=post,
            )


def _places(post: "BlogPage", above: Mapping[int, int | None]) -> Iterator[tuple[str, int, int]]:
    """The lists a public post stands in: kind, key, position. ``above`` is ``category_parents()``."""
    # The site's own zone: an editor's account may have another, and is active while they publish.
    local = timezone.localtime(post.date, timezone.get_default_timezone())
    yield "all", 0, 0
    yield "month", local.year * 100 + local.month, 0
    if post.featured:
        yield "featured", 0, 0
    if post.series_id:
        yield "series", post.series_id, post.series_position or UNNUMBERED
    for key in {entry.tag_id for entry in post.tagged_posts.all()}:
        yield "tag", key, 0
    for key in {entry.author_id for entry in post.post_authors.all()}:
        yield "author", key, 0
    # A category shows the posts of those below it: a row in each, so that reading stays one look at an index.
    for key in with_ancestors((entry.category_id for entry in post.post_categories.all()), above):
        yield "category", key, 0


def _recount(lists: set[tuple[int, str, int]]) -> None:
    """Set the stored sizes of these lists from their rows.

    The count row is locked before its list is counted, always in the same order, so that two editors who
    publish at once neither miss each other's post nor wait for each other for ever.
    """
    listed_post, listed_count = _model("ListedPost"), _model("ListedCount")
    for blog_id, kind, key in sorted(lists):
        entry, _created = listed_count.objects.select_for_update().get_or_create(
            blog_id=blog_id, kind=kind, key=key
        )
        count = listed_post.objects.filter(blog_id=blog_id, kind=kind, key=key).count()
        if count == 0:
            entry.delete()
        elif count != entry.count:
            entry.count = count
            entry.save(update_fields=["count"])


def sync_list(kind: str, key: int) -> None:
    """Bring the lists up to date with every post that stands in this one."""
    sync_many(post_ids(kind, key))


def post_ids(kind: str, key: int) -> list[int]:
    """The posts that have a row in a list, in any blog."""
    return list(_model("ListedPost").objects.filter(kind=kind, key=key).values_list("post_id", flat=True))


def forget(kind: str, key: int) -> None:
    """Drop a list whose tag, category, author or series is gone."""
    _model("ListedPost").objects.filter(kind=kind, key=key).delete()
    _model("ListedCount").objects.filter(kind=kind, key=key).delete()


def rebuild() -> int:
    """Make every list anew from the posts; return the number of rows."""
    listed_post, listed_count = _model("ListedPost"), _model("ListedCount")
    with transaction.atomic():
        listed_post.objects.all().delete()
        listed_count.objects.all().delete()
        ids = list(_model("BlogPage").objects.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(ids), BATCH):
            listed_post.objects.bulk_create(_rows(ids[start : start + BATCH]))
        sizes = listed_post.objects.values("blog_id", "kind", "key").annotate(count=Count("pk")).order_by()
        listed_count.objects.bulk_create(listed_count(**size) for size in sizes)
    return listed_post.objects.count()


def current(rows: QuerySet["ListedPost"]) -> QuerySet["ListedPost"]:
    """Those rows whose post has not expired, swept or not."""
    return rows.filter(Q(expires_at__isnull=True) | Q(expires_at__gt=timezone.now()))


def entries(kind: str, key: int = 0, blog_id: int | None = None) -> QuerySet["ListedPost"]:
    """Rows of one list, newest first (a series: in its own order)."""
    rows = current(_model("ListedPost").objects.filter(kind=kind, key=key))
    if blog_id is not None:
        rows = rows.filter(blog_id=blog_id)
    if kind == "series":
        return rows.order_by("position", "date", "post_id")
    return rows.order_by("-date", "-post_id")


def overdue(kind: str, blog_id: int) -> Counter[int]:
    """How many rows of each list have expired since the last sweep, by key.

    Only the expiry is asked of the database: they are few, and any other condition would tempt it to walk
    the whole list instead of the small index of expiring rows.
    """
    rows = _model("ListedPost").objects.filter(expires_at__lte=timezone.now())
    return Counter(
        row_key
        for row_blog, row_kind, row_key in rows.values_list("blog_id", "kind", "key").order_by()
        if (row_blog, row_kind) == (blog_id, kind)
    )


def sizes(kind: str, blog_id: int, keys: tuple[int, int] | None = None) -> dict[int, int]:
    """Size of every non-empty list of a kind in a blog, by key; expired posts are not counted.

    ``keys`` limits the answer to keys between two, both included.
    """
    rows = _model("ListedCount").objects.filter(kind=kind, blog_id=blog_id)
    if keys is not None:
        rows = rows.filter(key__gte=keys[0], key__lte=keys[1])
    counts = dict(rows.values_list("key", "count"))
    gone = overdue(kind, blog_id) if counts else Counter()
    return {key: count - gone[key] for key, count in counts.items() if count > gone[key]}


def has_any(kind: str, blog_id: int) -> bool:
    """Whether a blog has any list of a kind; one whose last post has just expired may still count."""
    return _model("ListedCount").objects.filter(kind=kind, blog_id=blog_id).exists()


def cut(rows: QuerySet["ListedPost"], start: int, stop: int, total: int) -> list[int]:
    """Post ids of rows ``start`` to ``stop`` of a list of ``total``, reached from its nearer end."""
    if start > total // 2:
        return list(rows.reverse().values_list("post_id", flat=True)[total - stop : total - start])[::-1]
    return list(rows.values_list("post_id", flat=True)[start:stop])


def newest_dates(kind: str, blog_ids: Iterable[int]) -> QuerySet["ListedCount"]:
    """Non-empty lists of a kind as tuples of blog id, key and the newest post's date, by blog and key.

    One look at the index for each list instead of a walk over all posts.
    """
    rows = current(
        _model("ListedPost").objects.filter(blog_id=OuterRef("blog_id"), kind=kind, key=OuterRef("key"))
    )
    newest = rows.order_by("-date", "-post_id").values("date")[:1]
    lists = _model("ListedCount").objects.filter(kind=kind, blog_id__in=list(blog_ids))
    return (
        lists.annotate(newest=Subquery(newest))
        .filter(newest__isnull=False)
        .order_by("blog_id", "key")
        .values_list("blog_id", "key", "newest")
    )


def of_site(rows: QuerySet["ListedPost"], request: HttpRequest | None) -> QuerySet["ListedPost"]:
    """Those rows that belong to the request's site; a database with one site needs no look at the tree."""
    root = shared_root(request)
    if root is None:
        return rows
    return rows.filter(
        blog_id__in=_model("BlogIndexPage").objects.descendant_of(root).order_by().values("pk")
    )


def public_blogs(root: Any = None) -> QuerySet[Any]:
    """The blogs everybody may open, those below ``root`` if given, in the order of the tree.

    Blogs are few and pages many: asked in one statement, SQLite looks at every page of the site for them.
    """
    blogs = _model("BlogIndexPage")
    ids = list(blogs.objects.order_by().values_list("pk", flat=True))
    found = public_pages(blogs.objects.filter(pk__in=ids))
    return (found if root is None else found.filter(path__startswith=root.path)).order_by("path")


def first_blog(request: HttpRequest | None = None) -> Any:
    """The first public blog of the site, remembered on the request; None when there is none."""
    if request is not None and hasattr(request, "_first_blog"):
        return request._first_blog
    blog = public_blogs(shared_root(request)).first()
    if request is not None:
        request._first_blog = blog  # type: ignore[attr-defined] # kept for the request's life
    return blog
