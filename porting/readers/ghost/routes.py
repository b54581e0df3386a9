"""Old addresses of posts: the permalink of the settings, or the collections of ``routes.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from porting.document import SourcePost

from .site import Site

PLAIN = "/:slug/"
WORD = re.compile(r":(\w+)|\{(\w+)\}")
CLAUSE = re.compile(r"(\w+):(-?)(\[[^\]]*\]|'[^']*'|[^+,()]+)")


@dataclass
class Routes:
    """How addresses are made. ``collections`` are pairs of a filter and a permalink, tried in order."""

    collections: list[tuple[str, str]] = field(default_factory=lambda: [("", PLAIN)])
    tag: str = "/tag/{slug}/"
    author: str = "/author/{slug}/"
    lists: list[str] = field(default_factory=list)  # front pages of collections and channels

    def post(self, post: SourcePost, site: Site) -> str:
        """The address of a post or page on the old host; empty when no collection takes it."""
        if post.kind == "page":
            return site.address(f"/{post.slug}/")
        for rule, pattern in self.collections:
            if accepts(rule, post):
                return site.address(filled(pattern, post, site))
        return ""

    def term(self, pattern: str, slug: str, site: Site) -> str:
        """The address of a tag's or author's list; empty when the site had none."""
        return site.address(pattern.replace("{slug}", slug).replace(":slug", slug)) if pattern else ""


def routes_of(site: Site, configuration: Any, permalink: str) -> Routes:
    """The routes by what is known: ``routes.yaml``, the settings, what the importer was told, Ghost's own."""
    found = Routes(collections=[("", site.permalink or permalink or PLAIN)])
    if not isinstance(configuration, dict):
        return found
    collections = configuration.get("collections")
    if isinstance(collections, dict) and collections:
        rules = [row if isinstance(row, dict) else {} for row in collections.values()]
        found.collections = [
            (str(row.get("filter") or ""), str(row.get("permalink") or PLAIN)) for row in rules
        ]
        found.lists = [str(address) for address in collections if str(address) != "/"]
    taxonomies = configuration.get("taxonomies")
    if isinstance(taxonomies, dict):
        found.tag = str(taxonomies.get("tag") or "")
        found.author = str(taxonomies.get("author") or "")
    return found


def filled(pattern: str, post: SourcePost, site: Site) -> str:
    """A permalink with a post's own words in it. Dates are those of the old blog's time zone."""
    date = post.date.astimezone(site.zone) if post.date else None
    words = {
        "slug": post.slug,
        "id": post.source_id,
        "year": f"{date:%Y}" if date else "",
        "month": f"{date:%m}" if date else "",
        "day": f"{date:%d}" if date else "",
        "author": post.authors[0] if post.authors else "",
        "primary_author": post.authors[0] if post.authors else "",
        "primary_tag": post.tags[0] if post.tags else "all",
    }
    return WORD.sub(lambda found: words.get(found[1] or found[2], ""), pattern)


def accepts(rule: str, post: SourcePost) -> bool:
    """Whether a collection's filter takes a post: clauses joined by ``+`` (and) and ``,`` (or)."""
    if not rule.strip():
        return True
    tests = {
        "tag": post.tags + post.kept.get("internal_tags", []),  # type: ignore[operator]
        "tags": post.tags + post.kept.get("internal_tags", []),  # type: ignore[operator]
        "primary_tag": post.tags[:1],
        "author": post.authors,
        "authors": post.authors,
        "primary_author": post.authors[:1],
        "featured": ["true" if post.featured else "false"],
    }
    outside_lists = re.split(r",(?![^\[]*\])", rule)
    return any(all(_clause(part, tests) for part in one.split("+")) for one in outside_lists)


def _clause(part: str, tests: dict[str, list[str]]) -> bool:
    found = CLAUSE.search(part)
    if not found:
        return False
    wanted = {word.strip(" '\"") for word in found[3].strip("[]").split(",")}
    return bool(wanted & set(tests.get(found[1], []))) is not bool(found[2])
