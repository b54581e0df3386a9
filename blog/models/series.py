"""Posts that belong together and are read in order."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.search import index

from blog.panels import PublicAddressPanel

from .former_slugs import FormerSlug, SlugHistoryMixin


class Series(SlugHistoryMixin, index.Indexed, models.Model):
    """A numbered run of posts with a page of its own."""

    slug_kind = FormerSlug.Kind.SERIES

    title = models.CharField(_("title"), max_length=160)
    slug = models.SlugField(
        _("slug"),
        max_length=160,
        unique=True,
        allow_unicode=True,
        help_text=_("The last part of the address."),
    )
    description = models.TextField(_("description"), blank=True)
    cover = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("cover"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        TitleFieldPanel("title", placeholder=_("Title")),
        FieldPanel("slug"),
        PublicAddressPanel("series"),
        FieldPanel("description", help_text=_("What readers will find in it, in one or two sentences.")),
        FieldPanel("cover"),
    ]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("description"),
    ]

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title
