"""What a post's page shows around the text. Knows no model: it asks the post it is given."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest

from blog.cards import author_prefetch, card_images, in_order, load_cards
from blog.comments import comments_context
from blog.post_blocks import EXTRA, ask_blocks, ids_by_block, posts_blocks
from blog.schema import post_metadata
from blog.selections import (
    Questions,
    ask_neighbours,
    ask_related,
    ask_series,
    by_place,
    newest_first,
)
from blog.subjects import subjects_of
from core.article.render import Surroundings, render_article
from core.article.walk import stored
from core.models import SiteSettings
from core.navigation import navigation_from, navigation_page_ids

RELATED_LIMIT = 3
#: How many parts before and after a post its series box names; a longer series is read on its own page.
PARTS_AROUND = 8


@dataclass(frozen=True)
class SeriesNav:
    """Where a post stands in its series; ``position`` counts public parts from 1.

    ``posts`` are the parts around it, all of them unless the series is long; ``first`` is the first one's number.
    """

    series: Any
    position: int
    total: int
    previous: Any
    next: Any
    posts: list
    first: int = 1


@dataclass(frozen=True)
class Around:
    """The post's id and those of the posts its page names; ``series`` holds all public parts."""

    post_id: int
    newer: list[int]
    older: list[int]
    series: list[int]
    related: list[int]
    blocks: dict[str, list[int]]

    def all_ids(self) -> set[int]:
        """Every id whose card is shown, once."""
        return {*self.newer, *self.older, *self.near, *self.related, *sum(self.blocks.values(), [])}

    @property
    def near(self) -> list[int]:
        """The parts of the series around the post; empty when it is not among the public ones."""
        if self.post_id not in self.series:
            return []
        place = self.series.index(self.post_id)
        return self.series[max(0, place - PARTS_AROUND) : place + PARTS_AROUND + 1]


def post_context(post: Any, request: HttpRequest) -> dict[str, Any]:
    """Everything ``blog/blog_page.html`` shows, in a number of queries that does not depend on the post."""
    blog = post.get_parent().specific
    categories, tags = subjects_of(post)
    raw = stored(post.body)
    around = find_around(post, blog.pk, [tag.pk for tag in tags], posts_blocks(raw), request)
    cards = load_cards(around.all_ids(), with_tags=False, with_renditions=False, with_authors=False)
    # A draft brings its own byline.
    own = [] if getattr(post, "_cluster_related_objects", None) else [post]
    prefetch_related_objects([*own, *cards.values()], author_prefetch())
    authors = post.authors
    surroundings = Surroundings(
        raw,
        # The post itself too: whether everybody may read it comes with the answer.
        pages=navigation_page_ids(request) | ({post.pk} - {None}),
        images=[*page_images(post, authors, request), *card_images(cards.values())],
        extras={EXTRA: {key: in_order(cards, ids) for key, ids in around.blocks.items()}},
        picture_above=bool(post.cover or post.cover_frame),
    )
    context: dict[str, Any] = {
        "blog": blog,
        "article": render_article(post.body, request=request, page=post, around=surroundings),
        "authors": authors,
        "categories": categories,
        "tags": tags,
        **comments_context(post.pk),
        "series_nav": series_nav(post, around, cards),
        "newer_post": next(iter(in_order(cards, around.newer)), None),
        "older_post": next(iter(in_order(cards, around.older)), None),
        "related_posts": in_order(cards, around.related),
        "is_public": post.pk in surroundings.found_pages,
    }
    request._navigation = navigation_from(request, surroundings.found_pages)  # type: ignore[attr-defined] # the request's own
    context["meta"] = post_metadata(post, request, context)
    return context


def find_around(
    post: Any, blog_id: int, tag_ids: list[int], blocks: dict[str, dict], request: HttpRequest
) -> Around:
    """The public posts around this one: neighbours by date, its series, related posts, 'posts' blocks."""
    questions = Questions(request)
    ask_neighbours(questions, blog_id, post.date, post.pk or 0)
    if post.series_id:
        ask_series(questions, blog_id, post.series_id)
    ask_related(questions, blog_id, post.pk or 0, tag_ids, _draft_links(post))
    ask_blocks(questions, blocks)
    answers = questions.ask()
    return Around(
        post_id=post.pk or 0,
        newer=newest_first(answers["newer"]),
        older=newest_first(answers["older"]),
        series=by_place(answers["series"]),
        related=related_ids(post, answers),
        blocks=ids_by_block(answers, blocks),
    )


def _draft_links(post: Any) -> list[int] | None:
    """The related posts of a draft; None for a post whose own are stored."""
    if not getattr(post, "_cluster_related_objects", None):
        return None
    return [link.post_id for link in post.related_links.all()]


def related_ids(post: Any, answers: dict[str, list]) -> list[int]:
    """Posts to read next: all the editors chose, filled up to three with those that share most.

    A shared tag counts two, a shared series one; of equals the newer comes first.
    """
    chosen = [pk for pk in by_place(answers["chosen"]) if pk != post.pk]
    shared: Counter[int] = Counter()
    dates = {}
    for name, hits in answers.items():
        weight = 2 if name.startswith("tag:") else 1 if name == "series" else 0
        for hit in hits if weight else ():
            shared[hit.post_id] += weight
            dates[hit.post_id] = hit.date
    for pk in [post.pk, *chosen]:
        shared.pop(pk, None)
    ranked = sorted(shared, key=lambda pk: (shared[pk], dates[pk], pk), reverse=True)
    return [*chosen, *ranked][: max(RELATED_LIMIT, len(chosen))]


def series_nav(post: Any, around: Around, cards: dict[int, Any]) -> SeriesNav | None:
    """The post's place in its series; None when it is in none, or not among the public parts."""
    parts = in_order(cards, around.near)
    place = next((index for index, part in enumerate(parts) if part.pk == post.pk), None)
    if place is None:
        return None
    position = around.series.index(post.pk) + 1
    return SeriesNav(
        series=post.series,
        position=position,
        total=len(around.series),
        previous=parts[place - 1] if place else None,
        next=parts[place + 1] if place + 1 < len(parts) else None,
        posts=parts,
        first=position - place,
    )


def page_images(post: Any, authors: list, request: HttpRequest) -> list[Any]:
    """Picture objects the page itself shows: cover, social image, portraits, the site's logo."""
    portraits = [author.portrait for author in authors]
    images = [post.cover, post.social_image, *portraits, SiteSettings.for_request(request).logo]
    return [image for image in images if image is not None]
