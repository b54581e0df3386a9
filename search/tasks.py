"""Work on the search index that need not hold up whoever caused it."""

import logging
from collections.abc import Iterable

from django_tasks import task
from wagtail.search.backends import get_search_backends

from blog.models import BlogPage
from search.index.following import follow
from search.index.writing import batches

BATCH = 200
logger = logging.getLogger(__name__)


@task()
def reindex_pages(page_ids: list[int], named_ids: list[int] | None = None) -> None:
    """Write these pages into the index as they are now; those that are gone are taken out.

    ``named_ids`` are posts that are to be written into the index editors search by as well. Neither fails because
    the other does.
    """
    follow(page_ids)
    try:
        update_admin_search(named_ids or [])
    except Exception:
        # Nobody waits for the answer.
        logger.exception("The search in the admin could not follow %s pages.", len(named_ids or []))


def update_admin_search(post_ids: Iterable[int]) -> None:
    """Wagtail's own index: it writes a post when its row is saved, and its tags and people are saved after it."""
    for batch in batches(post_ids, BATCH):
        posts = BlogPage.objects.filter(pk__in=batch)
        write(posts.select_related("series").prefetch_related("tagged_posts__tag", "post_authors__author"))


def write(posts: Iterable[BlogPage]) -> None:
    """Write posts into the index of every backend that follows changes, in one go."""
    objects = list(posts)
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(BlogPage, objects)
