"""The sitemap's sections of posts, categories, tags, authors, series and archives.

All through the list store, which holds public posts only; nothing here decides who may see what.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Site

from blog import addresses, listing_store
from blog.models import BlogIndexPage
from core.media.batch import attach
from core.media.offered import offered
from core.models import Rendition, SiteImage
from core.seo.images import SOCIAL
from core.seo.sitemap import SitemapEntry
from core.visibility import public_pages


class BlogSection:
    """What all sections here share: the site's public blogs."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def blogs(self) -> dict[int, BlogIndexPage]:
        """The site's public blogs by id."""
        kept = getattr(self.request, "_sitemap_blogs", None)
        if kept is None:
            site = Site.find_for_request(self.request)
            blogs = BlogIndexPage.objects.descendant_of(site.root_page, inclusive=True)
            kept = {blog.pk: blog for blog in public_pages(blogs).order_by("path")}
            # The index of the sitemap asks every section.
            self.request._sitemap_blogs = kept  # type: ignore[attr-defined] # kept for the request's life
        return kept

    @cached_property
    def urls(self) -> dict[int, str]:
        """The blogs' paths by id."""
        return {pk: blog.get_url(self.request) for pk, blog in self.blogs.items()}


class PostSection(BlogSection):
    """Public, listed posts, oldest first, so that a full file stays as it is when posts are added."""

    def rows(self) -> QuerySet:
        """The posts' rows in the list of all posts."""
        ids = list(self.blogs)
        rows = listing_store.entries("all", blog_id=ids[0] if len(ids) == 1 else None)
        return (rows if len(ids) == 1 else rows.filter(blog_id__in=ids)).order_by("date", "post_id")

    def count(self) -> int:
        """How many posts there are; counted in an index."""
        return self.rows().count()

    def entries(self, start: int, stop: int) -> Iterable[SitemapEntry]:
        """Some of them, without those first published elsewhere: their canonical address is not ours."""
        rows = self.rows()[start:stop].values(
            "blog_id", "date", "post__slug", "post__updated", "post__cover_id", "post__canonical_url"
        )
        own = [row for row in rows if not row["post__canonical_url"]]
        covers = _cover_urls({row["post__cover_id"] for row in own if row["post__cover_id"]})
        return [
            SitemapEntry(
                f"{self.urls[row['blog_id']]}{row['post__slug']}/",
                max(row["date"], row["post__updated"] or row["date"]),
                covers.get(row["post__cover_id"], []),
            )
            for row in own
        ]


def _cover_urls(image_ids: set[int]) -> dict[int, list[str]]:
    """Addresses of covers in the size made for sharing; originals are not public."""
    if not image_ids:
        return {}
    renditions = Rendition.objects.filter(image_id__in=image_ids, filter_spec=SOCIAL)
    urls = {rendition.image_id: [rendition.url] for rendition in renditions}
    for image in SiteImage.objects.filter(pk__in=image_ids - urls.keys()):
        attach(image, [])
        urls[image.pk] = [size.url for size in offered(image, [SOCIAL]).values()]
    return urls


class SubjectSection(BlogSection):
    """Categories, tags, authors or series with public posts."""

    def __init__(self, request: HttpRequest, kind: str) -> None:
        super().__init__(request)
        self.kind = kind

    def count(self) -> int:
        """How many there are, counted once for each blog they have posts in."""
        return listing_store.newest_dates(self.kind, self.blogs).count()

    def entries(self, start: int, stop: int) -> Iterable[SitemapEntry]:
        """Some of them, changed when their newest post came."""
        rows = list(listing_store.newest_dates(self.kind, self.blogs)[start:stop])
        if not rows:
            return []
        any_blog: Any = next(iter(self.blogs.values()))
        slugs = {
            found.pk: found.slug
            for found in any_blog.subjects(self.kind, {key for _blog, key, _date in rows})
        }
        return [
            SitemapEntry(addresses.subject_path(self.urls[blog_id], self.kind, slugs[key]), newest)
            for blog_id, key, newest in rows
            if key in slugs
        ]


class ArchiveSection(BlogSection):
    """Overviews, years and months of every blog that has posts."""

    @cached_property
    def all_entries(self) -> list[SitemapEntry]:
        """All of them; there are few."""
        months: dict[int, dict[int, datetime]] = defaultdict(dict)
        for blog_id, key, newest in listing_store.newest_dates("month", self.blogs):
            months[blog_id][key] = newest
        return [entry for pk, found in months.items() for entry in _archive(self.urls[pk], found)]

    def count(self) -> int:
        """How many there are."""
        return len(self.all_entries)

    def entries(self, start: int, stop: int) -> Iterable[SitemapEntry]:
        """Some of them."""
        return self.all_entries[start:stop]


def _archive(blog_url: str, months: dict[int, datetime]) -> Iterable[SitemapEntry]:
    yield SitemapEntry(addresses.archive_path(blog_url), max(months.values()))
    for kind in addresses.SECTIONS:
        yield SitemapEntry(addresses.section_path(blog_url, kind), max(months.values()))
    for year in sorted({key // 100 for key in months}):
        mine = {key: newest for key, newest in months.items() if key // 100 == year}
        yield SitemapEntry(addresses.period_path(blog_url, year), max(mine.values()))
        for key, newest in sorted(mine.items()):
            yield SitemapEntry(addresses.period_path(blog_url, year, key % 100), newest)
