"""Posts with everything a card shows, loaded in four queries however many there are.

Ids come from the list store, which knows what is public; this only fetches.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import Prefetch

from core.media.batch import attach_renditions

#: Fields a card has no use for; bodies are the bulk of a post.
LEFT_OUT = ("body",)


def load_cards(
    post_ids: Iterable[int],
    *,
    with_tags: bool = True,
    with_renditions: bool = True,
    with_authors: bool = True,
) -> dict[int, Any]:
    """Posts by id, with cover and (unless left out) tags, renditions, and authors with their portraits."""
    ids = set(post_ids)
    if not ids:
        return {}
    posts = (
        apps.get_model("blog", "BlogPage").objects.filter(pk__in=ids).defer(*LEFT_OUT).select_related("cover")
    )
    if with_authors:
        posts = posts.prefetch_related(author_prefetch())
    if with_tags:
        tagged = apps.get_model("blog", "TaggedPost").objects.select_related("tag").order_by("pk")
        posts = posts.prefetch_related(Prefetch("tagged_posts", tagged))
    found = {post.pk: post for post in posts}
    if with_renditions:
        attach_renditions(card_images(found.values()))
    return found


def author_prefetch() -> Prefetch:
    """Bylines with people and portraits, in one query."""
    entries = apps.get_model("blog", "PostAuthor").objects.select_related("author__portrait")
    return Prefetch("post_authors", entries.order_by("sort_order", "pk"))


def card_images(posts: Iterable[Any]) -> list[Any]:
    """The picture objects the cards of these posts show."""
    images = []
    for post in posts:
        images.append(post.cover)
        images.extend(entry.author.portrait for entry in post.post_authors.all())
    return [image for image in images if image is not None]


def in_order(found: dict[int, Any], ids: Iterable[int]) -> list[Any]:
    """The found posts in the order of ``ids``."""
    return [found[pk] for pk in ids if pk in found]
