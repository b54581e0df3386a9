"""The sitemap's section of pages from the page tree, for page types without lists of their own."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from core.seo.sitemap import SitemapEntry
from core.visibility import public_pages


class PageSection:
    """Public pages of the given types below the site's front page, itself included."""

    def __init__(self, request: HttpRequest, models: Iterable[type[Page]]) -> None:
        self.request = request
        self.models = tuple(models)

    def pages(self) -> PageQuerySet:
        """The pages in the order of the tree, found by type: posts are the bulk of the tree and not among them."""
        site = Site.find_for_request(self.request)
        types = ContentType.objects.get_for_models(*self.models).values()
        below = Page.objects.filter(content_type__in=types).descendant_of(site.root_page, inclusive=True)
        return public_pages(below).order_by("path")

    def count(self) -> int:
        """How many there are."""
        return self.pages().count()

    def entries(self, start: int, stop: int) -> Iterable[SitemapEntry]:
        """Some of them."""
        return [
            SitemapEntry(page.get_url(self.request), page.last_published_at)
            for page in self.pages()[start:stop]
        ]
