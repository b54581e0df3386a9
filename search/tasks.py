"""Work on the search index that need not hold up whoever caused it."""

import logging
import time
from collections.abc import Collection, Iterable

from django_tasks import task
from django_tasks.backends.immediate import ImmediateBackend
from wagtail.search.backends import get_search_backends

from blog.models import BlogPage
from search.index.following import follow, write
from search.index.waiting import waiting
from search.index.writing import batches

BATCH = 200
#: The words of so many pages are written while whoever saved them waits: about two seconds.
AT_ONCE = 200
#: So many that wait are written before somebody looks at the clock again.
WAITING = 50
logger = logging.getLogger(__name__)


@task()
def reindex_pages(
    page_ids: list[int],
    named_ids: list[int] | None = None,
    placed_ids: list[int] | None = None,
    at_once: int | None = None,
) -> None:
    """Write these pages into the index as they are now; those that are gone are taken out.

    ``named_ids`` are posts that are to be written into the index editors search by as well. Neither fails because
    the other does. ``placed_ids`` and ``at_once`` are those of :func:`search.index.following.follow`.
    """
    later = follow(page_ids, placed_ids or (), at_once=at_once)
    refresh_admin_search(set(named_ids or ()).difference(later))


def hand_over(changed: Collection[int], placed: Collection[int], named: Collection[int]) -> None:
    """Have pages written: all of them by the worker, or some of them now where there is none."""
    at_once = AT_ONCE if isinstance(reindex_pages.get_backend(), ImmediateBackend) else None
    reindex_pages.enqueue(sorted(changed), sorted(named), sorted(placed), at_once)


def write_waiting(seconds: float) -> int:
    """Write pages whose words wait, newest first, for about so long. Returns how many wait after that."""
    end = time.monotonic() + seconds
    left = waiting()
    while left and time.monotonic() < end:
        batch, left = left[:WAITING], left[WAITING:]
        write(batch)
        refresh_admin_search(batch)
    return len(left)


def refresh_admin_search(post_ids: Collection[int]) -> None:
    """Have editors find these posts by what they say now. Never raises."""
    try:
        update_admin_search(post_ids)
    except Exception:
        # Nobody waits for the answer.
        logger.exception("The search in the admin could not follow %s pages.", len(post_ids))


def update_admin_search(post_ids: Iterable[int]) -> None:
    """Wagtail's own index: it writes a post when its row is saved, and its tags and people are saved after it."""
    for batch in batches(post_ids, BATCH):
        posts = BlogPage.objects.filter(pk__in=batch)
        _write_posts(
            posts.select_related("series").prefetch_related("tagged_posts__tag", "post_authors__author")
        )


def _write_posts(posts: Iterable[BlogPage]) -> None:
    """Write posts into the index of every backend that follows changes, in one go."""
    objects = list(posts)
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(BlogPage, objects)
