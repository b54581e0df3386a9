"""Addresses inside a blog, as paths below the blog's own. Pure: knows no model."""

SECTIONS = {"category": "categories", "tag": "tags", "author": "authors", "series": "series"}
FEEDS = {"rss": "rss.xml", "atom": "atom.xml", "json": "feed.json"}
FEED_TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}


def section_path(blog_url: str, kind: str) -> str:
    """The index of all categories, tags, authors or series, such as ``/blog/tags/``."""
    return f"{blog_url}{SECTIONS[kind]}/"


def subject_path(blog_url: str, kind: str, slug: str) -> str:
    """The page of one category, tag, author or series, such as ``/blog/tags/django/``."""
    return f"{section_path(blog_url, kind)}{slug}/"


def archive_path(blog_url: str) -> str:
    """The overview of years and months."""
    return f"{blog_url}archive/"


def period_path(blog_url: str, year: int, month: int | None = None) -> str:
    """The posts of a year or a month, such as ``/blog/2026/`` and ``/blog/2026/11/``."""
    return f"{blog_url}{year:04d}/" if month is None else f"{blog_url}{year:04d}/{month:02d}/"


def feed_paths(list_url: str) -> dict[str, str]:
    """The three feeds of the list at ``list_url``, by format."""
    return {name: f"{list_url}{file}" for name, file in FEEDS.items()}
