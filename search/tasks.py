"""Work on the search index that need not hold up whoever caused it."""

from collections.abc import Iterable

from django_tasks import task
from wagtail.search.backends import get_search_backends

from blog.models import BlogPage

BATCH = 200


@task()
def reindex_posts(post_ids: list[int]) -> None:
    """Write these posts into every search index as they are now; posts that are gone are passed over."""
    for start in range(0, len(post_ids), BATCH):
        posts = BlogPage.objects.filter(pk__in=post_ids[start : start + BATCH])
        write(posts.select_related("series").prefetch_related("tagged_posts__tag", "post_authors__author"))


def write(posts: Iterable[BlogPage]) -> None:
    """Write posts into the index of every backend that follows changes, in one go."""
    objects = list(posts)
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(BlogPage, objects)
