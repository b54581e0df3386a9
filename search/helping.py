"""What may help somebody whose search found nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process
from wagtail.models import Site

from blog import addresses, listing_store
from blog.cards import in_order
from blog.models import Author, BlogPage, Category, ListedCount, Series, Tag
from search.log.popular import most_opened
from search.query import Query, fold
from search.viewer import Viewer

MOST_SUBJECTS = 6
MOST_POSTS = 5
#: Pages opened most that are looked at: some are no posts, or closed by now.
MOST_OPENED = 50
# Of so many names of each kind those with most posts are looked at.
_LOOKED_AT = 2000
#: Out of 100: one wrong letter in a word of five still is near.
NEAR = 78
# The newest posts of all sites of this installation, of which those of the reader's site are shown.
_NEWEST_LOOKED_AT = 50
_MODELS: dict[str, tuple[Any, str]] = {
    "category": (Category, "name"),
    "tag": (Tag, "name"),
    "author": (Author, "name"),
    "series": (Series, "title"),
}


@dataclass(frozen=True)
class Near:
    """A category, tag, author or series with a name like what was typed."""

    kind: str
    label: str
    name: str
    url: str


@dataclass(frozen=True)
class Help:
    """Where else to look: ``posts`` are those readers opened most lately, then the featured and the newest."""

    near: list[Near] = field(default_factory=list)
    posts: list[BlogPage] = field(default_factory=list)


def help_with(query: Query, viewer: Viewer, request: HttpRequest) -> Help:
    """Only what everybody may see, in at most twelve queries."""
    blogs = {blog.pk: blog.get_url(request) or "" for blog in listing_store.public_blogs(viewer.root)}
    if not blogs:
        return Help()
    site = Site.find_for_request(request)
    return Help(_near(query, blogs), posts_of(blogs, most_opened(site, MOST_OPENED) if site else []))


def posts_of(blogs: Iterable[int], opened: Sequence[int] = ()) -> list[BlogPage]:
    """Posts of these blogs: of the pages ``opened`` the first, then featured ones, then the newest.

    At most four queries at any size.
    """
    allowed = set(blogs)
    if not allowed:
        return []
    ids: dict[int, None] = {}
    if opened:
        listed = set(
            listing_store.entries("all")
            .filter(post__in=opened, blog__in=allowed)
            .values_list("post_id", flat=True)
        )
        ids |= dict.fromkeys(pk for pk in opened if pk in listed)
    for kind in ("featured", "all"):
        # Chosen here and not by the database, which would sort all posts of all blogs to find the newest of some.
        rows = listing_store.entries(kind).values_list("post_id", "blog_id")[:_NEWEST_LOOKED_AT]
        ids |= dict.fromkeys(post_id for post_id, blog_id in rows if blog_id in allowed)
    chosen = list(ids)[:MOST_POSTS]
    return in_order(BlogPage.objects.defer("body").in_bulk(chosen), chosen)


def _near(query: Query, blogs: dict[int, str]) -> list[Near]:
    labels = {"category": _("Category"), "tag": _("Tag"), "author": _("Author"), "series": _("Series")}
    named = named_subjects(blogs)
    typed = [fold(query.text), *(fold(word) for word in query.words if len(word) > 2)]
    scores: dict[int, float] = {}
    for text in typed:
        for _name, score, place in process.extract(
            text,
            [fold(name) for _kind, name, _slug, _blog in named],
            scorer=likeness,
            score_cutoff=NEAR,
            limit=MOST_SUBJECTS,
        ):
            scores[place] = max(score, scores.get(place, 0))
    best = sorted(scores, key=lambda place: -scores[place])[:MOST_SUBJECTS]
    return [
        Near(kind, labels[kind], name, addresses.subject_path(blogs[blog], kind, slug))
        for kind, name, slug, blog in (named[place] for place in best)
    ]


def likeness(typed: str, name: str, **options: Any) -> float:
    """How much a name, or one of its words, is like what was typed: 0 to 100."""
    return max(fuzz.ratio(typed, text) for text in (name, *name.split()))


def named_subjects(blogs: dict[int, str]) -> list[tuple[str, str, str, int]]:
    """Kind, name, slug and blog of what has public posts; one query for the lists, one for each kind's names."""
    sizes = ListedCount.objects.filter(kind__in=_MODELS, blog_id__in=list(blogs), count__gt=0).order_by(
        "-count"
    )
    places: dict[str, dict[int, int]] = {kind: {} for kind in _MODELS}
    for kind, key, blog_id in sizes.values_list("kind", "key", "blog_id")[: _LOOKED_AT * len(_MODELS)]:
        if len(places[kind]) < _LOOKED_AT:
            places[kind].setdefault(key, blog_id)
    named = []
    for kind, (model, name) in _MODELS.items():
        rows = model.objects.filter(pk__in=list(places[kind])).values_list("pk", name, "slug")
        named += [(kind, text, slug, places[kind][pk]) for pk, text, slug in rows]
    return named
