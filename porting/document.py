"""A blog between two systems: what every reader fills and the importer writes.

Readers know their format and nothing of this site; the importer knows this site and no format. Bodies are HTML
in the dialect of ``docs/import-dialect.md``, so that there is one way from HTML to blocks.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """Who may see a post, in the source's own words as far as they agree."""

    PUBLISHED = "published"
    DRAFT = "draft"
    PENDING = "pending"
    SCHEDULED = "scheduled"
    PRIVATE = "private"
    PASSWORD = "password"  # noqa: S105 - a state, not a secret
    MEMBERS = "members"
    TRASH = "trash"


class CommentState(StrEnum):
    """Whether a comment may be shown."""

    APPROVED = "approved"
    PENDING = "pending"
    SPAM = "spam"
    TRASH = "trash"


@dataclass(frozen=True)
class Problem:
    """Something that could not be moved as it was, in the reader's words.

    ``source`` is the id of the post or the path of the file it is about, ``kind`` one word that says what is
    concerned (``image``, ``embed``, ``date``, ``shortcode``, ``unreadable`` ...), ``detail`` a sentence.
    """

    source: str
    kind: str
    detail: str


@dataclass
class Picture:
    """A picture by its address in the source: an absolute URL, a path on the old site, or a path in the package."""

    url: str
    alt: str = ""
    caption: str = ""
    decorative: bool = False


@dataclass
class SourceAuthor:
    """Somebody who writes. ``key`` is what posts call them by."""

    key: str
    name: str
    slug: str = ""
    email: str = ""
    job_title: str = ""
    bio: str = ""  # HTML
    portrait: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)  # (platform or label, address)


@dataclass
class SourceTerm:
    """A tag, category or series. ``key`` is what posts call it by; ``parent`` is the key of the one above.

    ``cover`` is the address of a series' picture.
    """

    key: str
    name: str
    slug: str = ""
    description: str = ""
    parent: str = ""
    cover: str = ""


@dataclass
class SourceComment:
    """A comment. No mail or network address is kept."""

    source_id: str
    author_name: str
    html: str
    date: datetime | None = None
    parent_id: str = ""
    author_url: str = ""
    state: CommentState = CommentState.APPROVED
    kind: str = "comment"  # comment, pingback or trackback


@dataclass
class SourceMedia:
    """A file of the source: where it was on the old site, and what is known about it."""

    url: str
    source_id: str = ""
    path: str = ""  # in the package, when it is there
    alt: str = ""
    title: str = ""
    caption: str = ""
    addresses: list[str] = field(default_factory=list)  # its own page on the old site


@dataclass
class SourcePost:
    """A post or page.

    ``source_id`` is stable in its blog, so that a second import finds the first one's work. ``addresses`` are those
    the post itself had, the permalink first: absolute URLs or paths on the old site; ``aliases`` are others that
    led to it. ``media_base`` is the folder of the package that relative addresses in ``html`` start from.
    Dates have a time zone. ``kept`` holds fields that have no place here; they are listed in the report.
    """

    source_id: str
    title: str
    html: str = ""
    kind: str = "post"  # post or page
    slug: str = ""
    state: State = State.PUBLISHED
    date: datetime | None = None
    updated: datetime | None = None
    password: str = ""
    members_only: bool = (
        False  # never for the public, whatever its state: a draft stays so once it is published
    )
    unlisted: bool = False
    featured: bool = False
    authors: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    series: str = ""
    series_position: int | None = None
    summary: str = ""
    cover: Picture | None = None
    social_image: Picture | None = None
    seo_title: str = ""
    seo_description: str = ""
    canonical_url: str = ""
    language: str = ""
    parent: str = ""  # source_id of the page above, for pages
    menu_order: int = 0
    go_live: datetime | None = None  # of a scheduled post, where that is not its date
    expires: datetime | None = None
    comments: list[SourceComment] = field(default_factory=list)
    comments_open: bool = True
    addresses: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    media_base: str = ""
    source_path: str = ""
    constructs: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    kept: dict[str, object] = field(default_factory=dict)


@dataclass
class SourceRedirect:
    """An address of the old site that is no post: where it leads.

    ``target`` is an address, or ``post:<source_id>``, ``tag:<key>``, ``category:<key>``, ``author:<key>``,
    ``series:<key>``, ``media:<url>``, ``blog:`` (its front page), ``feed:``, ``feed:<one of these lists>``
    (``feed:tag:<key>``), ``archive:2024`` or ``archive:2024/05``; of our own exports also ``feed-atom:`` and
    ``feed-json:`` for those two kinds of feed, and ``overview:tags`` for the list of all tags.
    """

    address: str
    target: str


@dataclass
class SourceBlog:
    """Everything a reader found. ``key`` tells this blog from others imported into the same site.

    ``settings`` has what programs kept with posts for themselves, by the field's name, as the report shows it:
    ``values``, each a ``value`` with the ids of its ``posts``, and how many posts had what is ``secret`` or
    ``not shown``.
    """

    key: str
    format: str
    title: str = ""
    description: str = ""
    language: str = ""
    hosts: set[str] = field(default_factory=set)  # without "www.", of the old site
    base_path: str = ""  # the old blog's own path on its host, such as "/blog"
    authors: dict[str, SourceAuthor] = field(default_factory=dict)
    tags: dict[str, SourceTerm] = field(default_factory=dict)
    categories: dict[str, SourceTerm] = field(default_factory=dict)
    series: dict[str, SourceTerm] = field(default_factory=dict)
    posts: list[SourcePost] = field(default_factory=list)
    media: dict[str, SourceMedia] = field(default_factory=dict)  # by url
    media_roots: list[str] = field(
        default_factory=list
    )  # folders of the package that stand for "/" of the old site
    redirects: list[SourceRedirect] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    settings: dict[str, dict[str, Any]] = field(default_factory=dict)
