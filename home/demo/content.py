"""Reads the demo's content from the YAML files beside this module."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"
MORNING = time(8, 0, tzinfo=UTC)


@dataclass(frozen=True)
class PostContent:
    """One post as it was written; ``state`` may hold private (a password), unlisted, scheduled or draft."""

    slug: str
    title: str
    summary: str
    date: date | str
    authors: list[str]
    categories: list[str]
    tags: list[str]
    body: list[Any]
    updated: date | None = None
    series: dict[str, Any] = field(default_factory=dict)
    state: dict[str, Any] = field(default_factory=dict)
    featured: bool = False
    seo_title: str = ""
    search_description: str = ""

    def published_at(self, now: datetime) -> datetime:
        """The moment of publication: a fixed day, never after now, or so many days from now."""
        if isinstance(self.date, str):
            days = int("".join(character for character in self.date if character.isdigit()))
            return datetime.combine(now.date() + timedelta(days=days), MORNING)
        return min(datetime.combine(self.date, MORNING), now)

    def updated_at(self, now: datetime) -> datetime | None:
        """The moment of the last meaningful change, if there was one."""
        return min(datetime.combine(self.updated, MORNING), now) if self.updated else None


@dataclass(frozen=True)
class PageContent:
    """The front page or a plain page as it was written."""

    slug: str
    title: str
    summary: str
    body: list[Any]
    seo_title: str = ""


def read(name: str) -> Any:
    """The contents of one data file, such as ``tags``."""
    return yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def posts() -> tuple[PostContent, ...]:
    """Every post, oldest first, those with a date relative to now last."""
    found = [
        PostContent(slug=path.stem, **read(f"posts/{path.stem}")) for path in (DATA / "posts").glob("*.yaml")
    ]
    return tuple(sorted(found, key=lambda post: (str(post.date), post.slug)))


def page(slug: str) -> PageContent:
    """One of the pages that are not posts."""
    return PageContent(slug=slug, **read(f"pages/{slug}"))


def page_slugs() -> list[str]:
    """The plain pages below the front page."""
    return ["about", "accessibility"]
