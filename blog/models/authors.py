"""People whose names stand above posts. They need no account."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import model_from_serializable_data
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from blog.panels import PublicAddressPanel
from core.fields import StreamField
from core.link_blocks import SocialLinksBlock

from .former_slugs import FormerSlug, SlugHistoryMixin


class Author(SlugHistoryMixin, index.Indexed, models.Model):
    """A writer with a page of their own."""

    slug_kind = FormerSlug.Kind.AUTHOR

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        unique=True,
        allow_unicode=True,
        help_text=_("The last part of the address."),
    )
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    bio = RichTextField(_("about"), blank=True, features=["bold", "italic", "link"])
    portrait = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    links = StreamField(SocialLinksBlock(required=False), blank=True, verbose_name=_("profiles elsewhere"))

    panels = [
        TitleFieldPanel("name", placeholder=_("Name")),
        FieldPanel("slug"),
        PublicAddressPanel("author"),
        FieldPanel("job_title", help_text=_("Shown beside the name above and below a post.")),
        FieldPanel("bio", help_text=_("Two or three sentences, shown below posts and on the author's page.")),
        FieldPanel("portrait"),
        FieldPanel("links"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("job_title"),
        index.SearchField("bio"),
    ]

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class BylineEntry(Orderable):
    """One name in a byline, in order. A subclass says of which page, and has the field ``author``."""

    panels = [FieldPanel("author")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return str(self.author)

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """Read an entry of a draft; None when its author was deleted since, which nothing can protect there."""
        if check_fks and not Author._base_manager.filter(pk=data["author"]).exists():
            return None
        return model_from_serializable_data(cls, data, check_fks=check_fks, strict_fks=strict_fks)


class PostAuthor(BylineEntry):
    """One name in a post's byline, in order."""

    page = ParentalKey("blog.BlogPage", on_delete=models.CASCADE, related_name="post_authors")
    author = models.ForeignKey(
        Author, verbose_name=_("author"), on_delete=models.PROTECT, related_name="post_authors"
    )

    class Meta(BylineEntry.Meta):
        verbose_name = _("author of the post")
        verbose_name_plural = _("authors of the post")
