"""Authors and tags as rows of Ghost's tables."""

from __future__ import annotations

from typing import Any

from porting.document import SourceAuthor, SourcePost, SourceTerm
from porting.exporters.collect import OwnBlog
from porting.exporters.ghost.addresses import GhostAddresses
from porting.exporters.ghost.posts import ghost_id
from porting.readers.ghost.plain import plain_text
from porting.readers.ghost.terms import ACCOUNTS

Row = dict[str, Any]
#: Ghost wants a mail address of everybody. One below ``.invalid`` never reaches anyone (RFC 2606).
NO_MAIL = "invalid"
BIOGRAPHY = 200


def user_row(author: SourceAuthor, addresses: GhostAddresses) -> Row:
    """A row of ``users``."""
    return {
        "id": ghost_id("user", author.key),
        "name": author.name[:191],
        "slug": author.slug or author.key,
        "email": author.email or f"{author.slug or author.key}@example.{NO_MAIL}",
        "profile_image": addresses.of(author.portrait) or None,
        "bio": plain_text(author.bio)[:BIOGRAPHY] or None,
        "status": "active",
        "visibility": "public",
        **accounts(author),
    }


def accounts(author: SourceAuthor) -> Row:
    """Pages elsewhere in Ghost's columns: of an account only the name, one page as the website."""
    row: Row = {}
    for _, address in author.links:
        column, rest = _account(address)
        if column not in row:
            row[column] = rest
        else:
            row.setdefault("website", address)
    return row


def _account(address: str) -> tuple[str, str]:
    for column, host in ACCOUNTS:
        if column not in {"website", "mastodon"} and address.startswith(host):
            rest = address.removeprefix(host).strip("/")
            return column, f"@{rest.lstrip('@')}" if column == "twitter" else rest
    return "website", address


def tag_rows(blog: OwnBlog) -> list[Row]:
    """Rows of ``tags``: categories are tags in Ghost, the first tag of a post is its main one."""
    rows: dict[str, Row] = {}
    for term in [*blog.categories.values(), *blog.tags.values()]:
        rows.setdefault(tag_slug(term), tag_row(term))
    return list(rows.values())


def tag_row(term: SourceTerm) -> Row:
    """A row of ``tags``."""
    return {
        "id": ghost_id("tag", tag_slug(term)),
        "name": term.name[:191],
        "slug": tag_slug(term),
        "description": plain_text(term.description)[:500] or None,
        "visibility": "public",
    }


def tag_slug(term: SourceTerm) -> str:
    """The slug of a tag or category."""
    return term.slug or term.key


def linked(post: SourcePost, blog: OwnBlog) -> tuple[list[Row], list[Row]]:
    """Rows of ``posts_tags`` and ``posts_authors``, in order."""
    terms = [blog.categories[key] for key in post.categories if key in blog.categories]
    terms += [blog.tags[key] for key in post.tags if key in blog.tags]
    tags = [ghost_id("tag", slug) for slug in dict.fromkeys(tag_slug(term) for term in terms)]
    authors = [ghost_id("user", key) for key in post.authors if key in blog.authors]
    return _rows(post, "tag_id", tags), _rows(post, "author_id", authors)


def _rows(post: SourcePost, column: str, keys: list[str]) -> list[Row]:
    number = ghost_id("post", post.source_id)
    return [
        {"id": ghost_id(column, f"{number}-{key}"), "post_id": number, column: key, "sort_order": at}
        for at, key in enumerate(keys)
    ]
