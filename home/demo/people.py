"""Stores the demo's contributors, categories, tags, series and shared callouts."""

from __future__ import annotations

from collections.abc import Mapping

from blog.models import Author, Category, Series, Tag
from core.models import SharedCallout

from . import content
from .markdown import block_html


def load_authors(images: Mapping[str, int]) -> dict[str, Author]:
    """Every contributor by slug."""
    return {person["slug"]: _author(person, images) for person in content.read("people")}


def _author(person: dict, images: Mapping[str, int]) -> Author:
    links = [{"type": "profile", "value": link} for link in person["links"]]
    author, _created = Author.objects.get_or_create(
        slug=person["slug"],
        defaults={
            "name": person["name"],
            "job_title": person["job_title"],
            "bio": block_html(person["bio"], _no_pages),
            "portrait_id": images[person["slug"]],
            "links": links,
        },
    )
    return author


def load_categories() -> dict[str, Category]:
    """Every category by slug."""
    found: dict[str, Category] = {}
    for category in content.read("categories"):
        above = found[category["parent"]] if "parent" in category else None
        words = {"name": category["name"], "description": category["description"], "parent": above}
        found[category["slug"]], _created = Category.objects.get_or_create(
            slug=category["slug"], defaults=words
        )
    return found


def load_tags() -> dict[str, Tag]:
    """Every tag by slug."""
    return {
        tag["slug"]: Tag.objects.get_or_create(
            slug=tag["slug"], defaults={"name": tag["name"], "description": tag["description"]}
        )[0]
        for tag in content.read("tags")
    }


def load_series(images: Mapping[str, int]) -> dict[str, Series]:
    """Every series by slug."""
    found = {}
    for series in content.read("series"):
        words = {"title": series["title"], "description": series["description"].strip()}
        defaults = {**words, "cover_id": images[series["cover"]]}
        found[series["slug"]], _created = Series.objects.get_or_create(slug=series["slug"], defaults=defaults)
    return found


def load_callouts() -> dict[str, int]:
    """Every shared callout's primary key by name, published."""
    keys = {}
    for callout in content.read("callouts"):
        found = SharedCallout.objects.filter(title=callout["title"]).first()
        if found is None:
            body = block_html(callout["body"], _no_pages)
            found = SharedCallout.objects.create(title=callout["title"], kind=callout["kind"], body=body)
            found.save_revision().publish()
        keys[callout["key"]] = found.pk
    return keys


def _no_pages(name: str) -> int:
    """These texts are stored before there are pages, so they cannot link to any."""
    raise KeyError(name)
