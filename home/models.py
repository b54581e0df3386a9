"""The home page and plain pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from blog.post_blocks import EXTRA, cards_by_block
from core.article.anchors import fill_anchors
from core.article.render import Surroundings, render_article
from core.article.walk import stored
from core.blocks import ArticleBody
from core.fields import StreamField
from core.page_access import PublicPageMixin
from core.page_forms import PublicPageForm
from core.seo.pages import page_metadata
from home.blocks import HomeBody
from home.routing import answer, deepest_page


class HomePage(PublicPageMixin, Page):
    """The site's front page, made of blocks."""

    summary = models.TextField(
        _("summary"), blank=True, max_length=500, help_text=_("One or two sentences for search engines.")
    )
    social_image = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("social image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(HomeBody(required=False), blank=True, verbose_name=_("body"))

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["home.StandardPage", "blog.BlogIndexPage"]
    page_description = _("The site's front page.")

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]
    promote_panels = [*Page.promote_panels, FieldPanel("social_image")]
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("body")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def save(self, *args, **kwargs):
        """Save, with an anchor for every heading."""
        fill_anchors(self.body)
        return super().save(*args, **kwargs)

    def route(self, request, path_components):
        """Find the page of an address below this one; see ``home/routing.py``."""
        found = deepest_page(self, path_components) if path_components else None
        if found is None:
            return super().route(request, path_components)
        page, rest = found
        return answer(page, request, rest)

    def get_context(self, request, *args, **kwargs):
        """The rendered body and the page's metadata."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, **body_context(self, request)}


class StandardPage(PublicPageMixin, Page):
    """A page of its own, such as 'About'."""

    summary = models.TextField(
        _("summary"),
        blank=True,
        max_length=500,
        help_text=_("One or two sentences for lists and search engines."),
    )
    social_image = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("social image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(ArticleBody(required=False), blank=True, verbose_name=_("body"))

    base_form_class = PublicPageForm
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage", "blog.BlogIndexPage"]
    page_description = _("A plain page, such as “About”.")

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]
    promote_panels = [*Page.promote_panels, FieldPanel("social_image")]
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("body")]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def save(self, *args, **kwargs):
        """Save, with an anchor for every heading."""
        fill_anchors(self.body)
        return super().save(*args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        """The rendered body and the page's metadata."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, **body_context(self, request)}


def body_context(page, request) -> dict:
    """What home page and plain pages have in common: a body rendered once, and metadata."""
    raw = stored(page.body)
    around = Surroundings(raw, extras={EXTRA: cards_by_block(raw, request)})
    return {
        "article": render_article(page.body, request=request, page=page, around=around),
        "meta": page_metadata(page, request),
    }
