"""The head of a Markdown file: every field of a post under the names Docusaurus and Hugo know, the rest under ours."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import yaml

from porting.document import SourcePost, State

#: What is kept of a post and may stand in its head: Docusaurus gives the head of a public post to its readers.
_OURS = (
    "cover_decorative",
    "cover_alt_inherited",
    "restrictions",
    "expired",
    "related",
    "show_in_menus",
    "first_published",
    "last_published",
)


def is_public(post: SourcePost) -> bool:
    """Whether everybody may read it, if only by its address."""
    return post.state is State.PUBLISHED


def front_matter(post: SourcePost, path: str, pictures: dict[str, str]) -> dict[str, Any]:
    """Names and values of the head. ``pictures`` has the new addresses of the post's own pictures."""
    cover = post.cover
    values: dict[str, Any] = {
        "title": post.title,
        "slug": post.slug,
        "url": path,
        "date": None if "undated" in post.kept else post.date,
        "lastmod": post.updated,
        "last_update": {"date": post.updated} if post.updated else None,
        "description": post.summary,
        "authors": post.authors,
        "categories": post.categories,
        "tags": post.tags,
        "series": post.series,
        "series_position": post.series_position,
        "image": pictures.get(cover.url) if cover else None,
        "image_alt": cover.alt if cover else None,
        "draft": not is_public(post) or None,
        "unlisted": post.unlisted or None,
        "build": {"list": "never"} if post.unlisted else None,  # the same for Hugo
        "featured": post.featured or None,
        "publishDate": post.kept.get("go_live"),
        "expiryDate": post.expires,
        "canonical_url": post.canonical_url,
        "aliases": post.aliases,
        "seo_title": post.seo_title,
        "seo_description": post.seo_description,
        "language": post.language,
        "colophon": _ours(post, pictures),
    }
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _ours(post: SourcePost, pictures: dict[str, str]) -> dict[str, Any]:
    """What other systems have no name for."""
    social = post.social_image
    values = {
        "id": post.source_id,
        "state": post.state.value,
        "password": post.password,
        "social_image": pictures.get(social.url) if social else None,
        "parent": post.parent,
        "menu_order": post.menu_order or None,
        "comments_open": None if post.comments_open else False,
    } | {name: post.kept.get(name) for name in _OURS}
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def document(head: dict[str, Any], body: str) -> str:
    """A Markdown file."""
    return f"---\n{to_yaml(head)}---\n\n{body}"


def to_yaml(values: Any) -> str:
    """YAML in the order given, written by a library: titles hold anything."""
    return yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)


class _Dumper(yaml.SafeDumper):
    """Writes moments with their zone in the form every system reads, and no references between values."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _moment(dumper: yaml.SafeDumper, value: datetime) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", value.isoformat())


_Dumper.add_representer(datetime, _moment)
