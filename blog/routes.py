"""The addresses below a blog, and what each of them answers.

Knows no model: the page class that takes this mixin brings the lookups.
"""

import re
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from wagtail.contrib.routable_page.models import re_path

from blog import addresses, feeds, indexes
from blog.listings import Listing, Subject, build_listing, subject_url
from blog.schema import index_metadata, listing_metadata
from core.pagination import numbered_path, page_number

KINDS = {section: kind for kind, section in addresses.SECTIONS.items()}
SECTION = r"(?P<section>categories|tags|authors|series)"
SLUG = r"(?P<slug>[\w-]+)"
PAGE = r"(?:page/(?P<page>[^/]+)/)?"
FEED = r"(?P<feed>rss\.xml|atom\.xml|feed\.json)"  # Wagtail adds a slash to the address, redirects do not
RESERVED = {*addresses.SECTIONS.values(), "archive", "page"}


def is_reserved_slug(slug: str) -> bool:
    """Whether a post with this slug would stand where one of the blog's own lists does."""
    return slug in RESERVED or re.fullmatch(r"[0-9]{4}", slug) is not None


class BlogRoutesMixin:
    """Lists, indexes, archive and feeds of a blog."""

    @re_path(rf"^{PAGE}$", name="posts")
    def posts_route(self, request: HttpRequest, page: str | None = None) -> HttpResponse:
        """All posts, newest first."""
        return self._list(request, Subject("all"), page, "blog/blog_index_page.html")

    @re_path(rf"^{SECTION}/$", name="section")
    def section_route(self, request: HttpRequest, section: str) -> HttpResponse:
        """All categories, tags, authors or series that have public posts."""
        kind = KINDS[section]
        context = indexes.section_context(self, kind, self.get_url(request))
        meta = index_metadata(self, request, kind)
        return self.render(
            request, template=f"blog/{section}_index.html", context_overrides={**context, "meta": meta}
        )

    @re_path(rf"^{SECTION}/{SLUG}/{PAGE}$", name="subject")
    def subject_route(
        self, request: HttpRequest, section: str, slug: str, page: str | None = None
    ) -> HttpResponse:
        """The posts of a category, with a tag, by an author, of a series."""
        kind = KINDS[section]
        found = self._subject(kind, slug)
        if found.value.slug != slug:
            return self._moved(request, found, numbered_path("", page_number(page)) if page else "")
        template = {"author": "blog/author.html", "series": "blog/series.html"}.get(kind, "blog/listing.html")
        return self._list(request, found, page, template)

    @re_path(rf"^{SECTION}/{SLUG}/{FEED}/?$", name="subject_feed")
    def subject_feed_route(self, request: HttpRequest, section: str, slug: str, feed: str) -> HttpResponse:
        """The newest posts of a category, with a tag, by an author, of a series, as a feed."""
        found = self._subject(KINDS[section], slug)
        if found.value.slug != slug:
            return self._moved(request, found, feed)
        return feeds.feed_response(self, request, found, feed)

    @re_path(rf"^{FEED}/?$", name="blog_feed")
    def feed_route(self, request: HttpRequest, feed: str) -> HttpResponse:
        """The blog's newest posts as a feed."""
        return feeds.feed_response(self, request, Subject("all"), feed)

    @re_path(r"^archive/$", name="archive")
    def archive_route(self, request: HttpRequest) -> HttpResponse:
        """Every year and month that has posts."""
        context = indexes.archive_context(self, self.get_url(request))
        meta = index_metadata(self, request, "archive")
        return self.render(request, template="blog/archive.html", context_overrides={**context, "meta": meta})

    @re_path(rf"^(?P<year>[0-9]{{4}})/(?:(?P<month>[0-9]{{2}})/)?{PAGE}$", name="period")
    def period_route(
        self, request: HttpRequest, year: str, month: str | None = None, page: str | None = None
    ) -> HttpResponse:
        """The posts of a year or month."""
        try:
            first = date(int(year), int(month or 1), 1)
        except ValueError as error:
            raise Http404("No such month.") from error
        return self._list(request, Subject("month" if month else "year", first), page, "blog/listing.html")

    def _subject(self, kind: str, slug: str) -> Subject:
        value = self.find_subject(kind, slug)
        if value is None:
            raise Http404("No such list.")
        return Subject(kind, value)

    def _moved(self, request: HttpRequest, subject: Subject, rest: str) -> HttpResponse:
        """Send readers on to the list's address, unless it has nothing they may see: nobody is told its name."""
        if subject.kind != "all" and not self.has_posts(subject):
            raise Http404("No such list.")
        return HttpResponsePermanentRedirect(subject_url(subject, self.get_url(request)) + rest)

    def _list(self, request: HttpRequest, subject: Subject, page: str | None, template: str) -> HttpResponse:
        number = 1 if page is None else page_number(page)
        blog_url = self.get_url(request)
        if page is not None and (number == 1 or page != str(number)):
            return self._moved(request, subject, numbered_path("", number))
        listing = build_listing(self, subject, blog_url, number, self.page_size(request))
        return self.render(request, template=template, context_overrides=self._context(request, listing))

    def _context(self, request: HttpRequest, listing: Listing) -> dict[str, Any]:
        return {
            "listing": listing,
            "featured_posts": listing.featured,
            "other_posts": [post for post in listing.posts if post not in listing.featured],
            "meta": listing_metadata(self, request, listing),
        }
