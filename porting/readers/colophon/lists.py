"""Authors, tags, categories, series and old addresses of our own export."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from django.utils import timezone

from blog.addresses import archive_path, feed_paths, period_path, section_path, subject_path
from porting.document import SourceAuthor, SourceBlog, SourcePost, SourceRedirect, SourceTerm, State
from porting.readers.colophon.fields import Folder


def read_authors(rows: dict[str, Any], folder: Folder) -> dict[str, SourceAuthor]:
    """``authors.yml``."""
    return {str(key): _author(str(key), row, folder) for key, row in rows.items()}


def _author(key: str, row: dict[str, Any], folder: Folder) -> SourceAuthor:
    ours = row.get("colophon") or {}
    private = folder.media_address(ours["portrait"]) if ours.get("portrait") else ""
    return SourceAuthor(
        key=key,
        name=str(row.get("name", key)),
        slug=key,
        job_title=str(row.get("title", "")),
        bio=ours.get("bio", ""),
        portrait=row.get("image_url", "") or private,
        links=[(platform, address) for platform, address in ours.get("links", [])],
    )


def read_terms(rows: dict[str, Any], label: str) -> dict[str, SourceTerm]:
    """``tags.yml`` or ``categories.yml``."""
    return {
        str(key): SourceTerm(
            str(key),
            str(row.get(label, key)),
            str(key),
            row.get("description", ""),
            str(row.get("parent", "")),
        )
        for key, row in rows.items()
    }


def read_series(rows: dict[str, Any], folder: Folder) -> dict[str, SourceTerm]:
    """``series.yml``."""
    found = read_terms(rows, "name")
    for key, row in rows.items():
        private = (row.get("colophon") or {}).get("cover")
        found[str(key)].cover = folder.media_address(private) if private else str(row.get("image", ""))
    return found


def read_redirects(text: str, folder: Folder) -> list[SourceRedirect]:
    """``redirects.csv``. Those to posts are among the posts' aliases as well, and do no harm twice."""
    rows = csv.DictReader(StringIO(text))
    return [
        SourceRedirect(row["from"], folder.target(row["to"]) or _whole(row["to"], folder)) for row in rows
    ]


def own_lists(blog: SourceBlog, folder: Folder) -> Iterator[SourceRedirect]:
    """Addresses of the blog's own lists and feeds, for when it comes back at another address."""
    front = folder.blog_path
    terms = {"category": blog.categories, "tag": blog.tags, "author": blog.authors, "series": blog.series}
    lists = [subject_path(front, kind, key) for kind, found in terms.items() for key in found]
    days = {timezone.localtime(post.date) for post in blog.posts if post.date and _is_listed(post)}
    periods = {period_path(front, day.year, month) for day in days for month in (None, day.month)}
    feeds = [address for above in (front, *lists) for address in feed_paths(above).values()]
    overviews = [archive_path(front), *(section_path(front, kind) for kind in terms)]
    for address in (*overviews, *lists, *sorted(periods), *feeds):
        yield SourceRedirect(address, folder.target(address))
    yield SourceRedirect(front, "blog:")


def _is_listed(post: SourcePost) -> bool:
    is_over = post.expires is not None and post.expires <= timezone.now()
    return post.kind == "post" and post.state is State.PUBLISHED and not post.unlisted and not is_over


def _whole(address: str, folder: Folder) -> str:
    return folder.base_url + address if address.startswith("/") else address
