"""Which posts stand around or inside a page, found in one query.

Each question ("the next newer post", "the three latest with a tag") becomes a branch of one UNION over the
list store, so that a page may ask as many as it likes. Knows no model.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.fields import CharField, IntegerField
from django.http import HttpRequest

from blog import listing_store

LONGEST_SERIES = 500
POSTS_A_TAG = 20
PICKED_LIMIT = 12


@dataclass(frozen=True)
class Hit:
    """A post an answer names; ``place`` orders chosen posts and parts of a series."""

    post_id: int
    place: int
    date: datetime


@dataclass
class Questions:
    """Collects branches; :meth:`ask` sends them all at once.

    ``request`` tells the site, where a question is not about one blog.
    """

    request: HttpRequest | None = None
    branches: dict[str, QuerySet] = field(default_factory=dict)

    def add(self, name: str, rows: QuerySet, limit: int, place: Any = None) -> None:
        """Ask for the first ``limit`` rows of an ordered queryset of the list store."""
        model = apps.get_model("blog", "ListedPost")
        branch = model.objects.order_by().filter(pk__in=Subquery(rows.values("pk")[:limit]))
        self.branches[name] = branch.annotate(
            branch=Value(name, output_field=CharField()),
            place=place if place is not None else F("position"),
        ).values_list("branch", "post_id", "place", "date")

    def ask(self) -> dict[str, list[Hit]]:
        """The answers by name; a branch that found nothing is absent."""
        answers: dict[str, list[Hit]] = defaultdict(list)
        branches = list(self.branches.values())
        if branches:
            for name, post_id, place, date in branches[0].union(*branches[1:], all=True):
                answers[name].append(Hit(post_id, place, date))
        return answers


def newest_first(hits: list[Hit]) -> list[int]:
    """Post ids, newest first, as in every list."""
    return [hit.post_id for hit in sorted(hits, key=lambda hit: (hit.date, hit.post_id), reverse=True)]


def by_place(hits: list[Hit]) -> list[int]:
    """Post ids in the order editors gave them."""
    return [hit.post_id for hit in sorted(hits, key=lambda hit: (hit.place, hit.date, hit.post_id))]


def ask_neighbours(questions: Questions, blog_id: int, date: datetime, post_id: int) -> None:
    """The posts just newer and just older in the blog."""
    rows = listing_store.entries("all", 0, blog_id)
    newer = Q(date__gt=date) | Q(date=date, post_id__gt=post_id)
    older = Q(date__lt=date) | Q(date=date, post_id__lt=post_id)
    # The plain bounds let the index find the place; the exact condition breaks ties.
    questions.add("newer", rows.filter(newer, date__gte=date).order_by("date", "post_id"), 1)
    questions.add("older", rows.filter(older, date__lte=date), 1)


def ask_series(questions: Questions, blog_id: int, series_id: int) -> None:
    """All parts of a series."""
    questions.add("series", listing_store.entries("series", series_id, blog_id), LONGEST_SERIES)


def ask_related(
    questions: Questions, blog_id: int, post_id: int, tag_ids: list[int], draft: list[int] | None = None
) -> None:
    """Posts the editors chose to go with this one, and the newest ones of each of its tags.

    ``draft`` are the ids a draft has in place of those that are stored, in order.
    """
    if draft is None:
        link = apps.get_model("blog", "RelatedPost")
        chosen = link.objects.filter(page_id=post_id)
        ids = chosen.values("post_id")
        place = Subquery(
            chosen.filter(post_id=OuterRef("post_id")).values("sort_order")[:1], output_field=IntegerField()
        )
    else:
        ids = draft
        places = [When(post_id=pk, then=Value(number)) for number, pk in enumerate(draft)]
        place = Case(*places, default=Value(0), output_field=IntegerField())
    questions.add("chosen", listing_store.entries("all").filter(post_id__in=ids), PICKED_LIMIT, place=place)
    for tag_id in tag_ids:
        questions.add(f"tag:{tag_id}", listing_store.entries("tag", tag_id, blog_id), POSTS_A_TAG)


def ask_block(questions: Questions, name: str, value: dict[str, Any]) -> None:
    """The posts a 'posts' block shows; ``value`` is the block's stored form."""
    limit = value.get("count") or 3
    if value.get("source") == "picked":
        picked = picked_ids(value)
        rows = listing_store.entries("all").filter(post_id__in=picked)
        questions.add(name, listing_store.of_site(rows, questions.request), len(picked))
        return
    rows = listing_store.entries("featured" if value.get("source") == "featured" else "all")
    if slug := value.get("tag"):
        tag = apps.get_model("blog", "Tag").objects.filter(slug=slug).values("pk")
        tagged = apps.get_model("blog", "ListedPost").objects.filter(kind="tag", key__in=tag)
        if value.get("source") == "featured":
            rows = rows.filter(post_id__in=tagged.values("post_id"))
        else:
            rows = listing_store.current(tagged).order_by("-date", "-post_id")
    questions.add(name, listing_store.of_site(rows, questions.request), limit)


def picked_ids(value: dict[str, Any]) -> list[int]:
    """Ids of the chosen posts in a stored 'posts' block, in order; older blocks hold them bare."""
    items = value.get("posts") or []
    ids = [item.get("value") if isinstance(item, dict) else item for item in items]
    return [int(pk) for pk in ids if pk]


def block_ids(value: dict[str, Any], hits: list[Hit]) -> list[int]:
    """The ids a 'posts' block shows, in its order."""
    if value.get("source") == "picked":
        found = {hit.post_id for hit in hits}
        return [pk for pk in picked_ids(value) if pk in found]
    return newest_first(hits)
