"""The home page and plain pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.models import Page
from wagtail.search import index

from blog.models.authors import BylineEntry
from core.article.anchors import fill_anchors
from core.blocks import ArticleBody
from core.fields import StreamField
from core.page_access import PublicPageMixin
from core.page_forms import DatedPageForm, PublicPageForm
from home.blocks import HomeBody
from home.reading import body_context, plain_page_context
from home.routing import answer, deepest_page


class BodyPage(PublicPageMixin, Page):
    """What home page and plain pages have in common. A subclass has the fields ``summary`` and ``body``."""

    social_image = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("social image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    base_form_class = DatedPageForm
    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]
    promote_panels = [*Page.promote_panels, FieldPanel("social_image")]
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("body")]

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Save, with an anchor for every heading."""
        fill_anchors(self.body)
        return super().save(*args, **kwargs)


class HomePage(BodyPage):
    """The site's front page, made of blocks."""

    summary = models.TextField(
        _("summary"), blank=True, max_length=500, help_text=_("One or two sentences for search engines.")
    )
    body = StreamField(HomeBody(required=False), blank=True, verbose_name=_("body"))

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["home.StandardPage", "blog.BlogIndexPage"]
    page_description = _("The site's front page.")

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def route(self, request, path_components):
        """Find the page of an address below this one; see ``home/routing.py``."""
        found = deepest_page(self, path_components) if path_components else None
        if found is None:
            return super().route(request, path_components)
        page, rest = found
        return answer(page, request, rest)

    def get_context(self, request, *args, **kwargs):
        """The rendered body and the page's metadata."""
        return {**super().get_context(request, *args, **kwargs), **body_context(self, request)}


class StandardPage(BodyPage):
    """A page of its own, such as 'About'."""

    summary = models.TextField(
        _("summary"),
        blank=True,
        max_length=500,
        help_text=_("One or two sentences for lists and search engines."),
    )
    date = models.DateTimeField(
        _("publication date"),
        null=True,
        blank=True,
        help_text=_("Given to search engines; readers don't see it. May be left empty."),
    )
    body = StreamField(ArticleBody(required=False), blank=True, verbose_name=_("body"))

    base_form_class = PublicPageForm
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage", "blog.BlogIndexPage"]
    page_description = _("A plain page, such as “About”.")

    promote_panels = [
        *BodyPage.promote_panels,
        MultiFieldPanel(
            [
                MultipleChooserPanel(
                    "page_authors", chooser_field_name="author", heading=_("Authors"), label=_("Author")
                ),
                FieldPanel("date"),
            ],
            heading=_("Who wrote it, and when"),
            help_text=_("For search engines and for whoever shares the page; not shown on it."),
        ),
    ]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    @property
    def authors(self) -> list:
        """Who wrote the page, in order."""
        return [entry.author for entry in self.page_authors.all()]

    def get_context(self, request, *args, **kwargs):
        """The rendered body, the page's metadata and what readers wrote below it."""
        return {**super().get_context(request, *args, **kwargs), **plain_page_context(self, request)}


class PageAuthor(BylineEntry):
    """One of the people who wrote a plain page, in order."""

    page = ParentalKey(StandardPage, on_delete=models.CASCADE, related_name="page_authors")
    author = models.ForeignKey(
        "blog.Author", verbose_name=_("author"), on_delete=models.PROTECT, related_name="page_authors"
    )

    class Meta(BylineEntry.Meta):
        verbose_name = _("author of the page")
        verbose_name_plural = _("authors of the page")
