"""A blog: the page its posts live under and its lists are read at."""

from collections.abc import Iterable

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from blog import listing_store
from blog.listings import Subject, list_rows
from blog.routes import BlogRoutesMixin
from core.models import SiteSettings
from core.page_access import PublicPageMixin
from core.page_forms import PublicPageForm

from .authors import Author
from .categories import Category
from .series import Series
from .tags import Tag

SUBJECT_MODELS = {"category": Category, "tag": Tag, "author": Author, "series": Series}
FEATURED_LIMIT = 3


class BlogIndexPage(PublicPageMixin, BlogRoutesMixin, RoutablePageMixin, Page):
    """A blog. A site may have several; each has its own lists, archive and feeds."""

    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("Shown at the top of the blog's first page."),
    )
    posts_per_page = models.PositiveSmallIntegerField(
        _("posts per page"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
        help_text=_("Leave empty to follow the site settings."),
    )

    base_form_class = PublicPageForm
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["blog.BlogPage"]
    page_description = _("A blog with its own lists, archive and feeds.")

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    settings_panels = [*Page.settings_panels, FieldPanel("posts_per_page")]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = _("blog")
        verbose_name_plural = _("blogs")

    def page_size(self, request: HttpRequest) -> int:
        """Posts on one page of a list."""
        return self.posts_per_page or SiteSettings.for_request(request).posts_per_page

    def featured_ids(self) -> list[int]:
        """Ids of the newest featured posts."""
        rows = listing_store.entries("featured", 0, self.pk)
        return list(rows.values_list("post_id", flat=True)[:FEATURED_LIMIT])

    def find_subject(self, kind: str, slug: str):
        """The category, tag, author or series with this slug, or the one that used to have it, or None."""
        return SUBJECT_MODELS[kind].find_by_slug(slug)

    def has_posts(self, subject: Subject) -> bool:
        """Whether a list of this blog has any public post."""
        return list_rows(self.pk, subject).exists()

    def subjects(self, kind: str, ids: Iterable[int]) -> list:
        """Categories, tags, authors or series by id, in alphabetical order."""
        found = SUBJECT_MODELS[kind]._base_manager.filter(pk__in=list(ids))
        if kind == "author":
            found = found.select_related("portrait").prefetch_related("portrait__renditions")
        elif kind == "series":
            found = found.select_related("cover").prefetch_related("cover__renditions")
        return list(found.order_by(SUBJECT_MODELS[kind]._meta.ordering[0]))

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """What every page below the blog shows; each route adds its own list."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, "blog": self, "has_categories": listing_store.has_any("category", self.pk)}

    def get_route_paths(self) -> list[str]:
        """Every list's path, so that moving the blog leaves a redirect for each of them."""
        from blog.route_paths import route_paths

        return route_paths(self)
