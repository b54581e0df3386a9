"""Listings of posts: what is listed, how it is headed, which page of it.

Knows no model: it asks the blog it is given, and the list store.
"""

from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog import addresses, listing_store
from blog.cards import in_order, load_cards
from core.pagination import numbered_path, page_slice


@dataclass(frozen=True)
class Subject:
    """What a list is of: all, category, tag, author, series, year or month; ``value`` is the object or first day."""

    kind: str
    value: Any = None

    @property
    def key(self) -> int:
        """The key of the subject's rows in the list store."""
        if self.kind == "month":
            return self.value.year * 100 + self.value.month
        return self.value.pk if self.kind in addresses.SECTIONS else 0


@dataclass
class Listing:
    """One page of a list of posts. Addresses are rooted paths; ``posts`` are ready for cards."""

    kind: str
    subject: Any
    heading: str
    description: str
    url: str
    number: int
    pages: int
    total: int
    posts: list
    #: Number of the first post on this page, from 1.
    start: int = 1
    featured: list = field(default_factory=list)
    feed_urls: dict[str, str] = field(default_factory=dict)

    @property
    def page_url(self) -> str:
        """The path of this very page of the list."""
        return numbered_path(self.url, self.number)

    @property
    def previous_url(self) -> str:
        """The path of the page before, or an empty string."""
        return numbered_path(self.url, self.number - 1) if self.number > 1 else ""

    @property
    def next_url(self) -> str:
        """The path of the page after, or an empty string."""
        return numbered_path(self.url, self.number + 1) if self.number < self.pages else ""


def build_listing(blog: Any, subject: Subject, blog_url: str, number: int, per_page: int) -> Listing:
    """Load one page of a list.

    Raises Http404 when the page does not exist, and when a category, tag, author, series or period has no public
    post: its name may belong to something readers are not to know of.
    """
    total = list_size(blog.pk, subject)
    cut = page_slice(total, per_page, number)
    if total == 0 and subject.kind != "all":
        page_slice(0, per_page, 0)  # the same answer as a page that does not exist
    ids = listing_store.cut(list_rows(blog.pk, subject), cut.start, cut.stop, total)
    featured = blog.featured_ids() if subject.kind == "all" and number == 1 else []
    cards = load_cards([*ids, *featured])
    url = subject_url(subject, blog_url)
    return Listing(
        kind=subject.kind,
        subject=subject.value,
        heading=heading(subject, total, blog),
        description=describe(subject),
        url=url,
        number=cut.number,
        pages=cut.pages,
        total=total,
        posts=in_order(cards, ids),
        start=cut.start + 1,
        featured=in_order(cards, featured),
        feed_urls=addresses.feed_paths(url) if subject.kind not in ("year", "month") else {},
    )


def list_rows(blog_id: int, subject: Subject) -> QuerySet:
    """The stored rows of a list, in reading order."""
    if subject.kind == "year":
        return listing_store.entries("all", 0, blog_id).filter(in_year(subject.value.year))
    return listing_store.entries(subject.kind, subject.key, blog_id)


def list_size(blog_id: int, subject: Subject) -> int:
    """How many public posts a list has now."""
    if subject.kind == "year":
        first = subject.value.year * 100
        return sum(listing_store.sizes("month", blog_id, (first + 1, first + 12)).values())
    key = subject.key
    return listing_store.sizes(subject.kind, blog_id, (key, key)).get(key, 0)


def in_year(year: int) -> Q:
    """The rows dated in a year of the site's time zone. Nothing comes before the first year or after the last."""
    zone = timezone.get_default_timezone()
    begun = Q(date__gte=datetime(year, 1, 1, tzinfo=zone)) if year > MINYEAR else Q()
    return begun & Q(date__lt=datetime(year + 1, 1, 1, tzinfo=zone)) if year < MAXYEAR else begun


def subject_url(subject: Subject, blog_url: str) -> str:
    """The rooted path of the list's first page."""
    if subject.kind in addresses.SECTIONS:
        return addresses.subject_path(blog_url, subject.kind, subject.value.slug)
    if subject.kind in ("year", "month"):
        return addresses.period_path(
            blog_url, subject.value.year, subject.value.month if subject.kind == "month" else None
        )
    return blog_url


def heading(subject: Subject, total: int, blog: Any) -> str:
    """The list's heading in the reader's language, with the right plural."""
    if subject.kind == "tag":
        text = ngettext(
            "%(count)d post tagged with “%(name)s”", "%(count)d posts tagged with “%(name)s”", total
        )
        return text % {"count": total, "name": subject.value.name}
    if subject.kind in addresses.SECTIONS:
        return str(subject.value)
    if subject.kind == "year":
        return _("Posts from %(period)s") % {"period": subject.value.year}
    if subject.kind == "month":
        return _("Posts from %(period)s") % {"period": date_format(subject.value, "YEAR_MONTH_FORMAT")}
    return str(blog.title)


def describe(subject: Subject) -> str:
    """The subject's own description as plain text, where it has one."""
    return str(getattr(subject.value, "description", "") or "")
