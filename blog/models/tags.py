"""Tags with a permalink and a description of their own."""

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.search import index

from blog.panels import PublicAddressPanel

from .former_slugs import FormerSlug, SlugHistoryMixin

NAMELESS = "tag"


class Tag(SlugHistoryMixin, index.Indexed, TagBase):
    """A subject posts share, described for readers on its own page."""

    slug_kind = FormerSlug.Kind.TAG

    description = models.TextField(
        _("description"),
        blank=True,
        help_text=_("One or two sentences, shown on the tag's page and given to search engines."),
    )

    panels = [
        TitleFieldPanel("name", placeholder=_("Name")),
        FieldPanel("slug"),
        PublicAddressPanel("tag"),
        FieldPanel("description"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("description"),
    ]

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]

    def slugify(self, tag: str, i: int | None = None) -> str:
        """The slug of a tag typed into a post; a name without letters, such as "🎉", needs one as well."""
        base = slugify(tag, allow_unicode=True) or NAMELESS
        return base if i is None else f"{base}_{i}"


class TaggedPost(ItemBase):
    """Ties a tag to a post."""

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="tagged_posts")
    content_object = ParentalKey("blog.BlogPage", on_delete=models.CASCADE, related_name="tagged_posts")

    class Meta:
        verbose_name = _("tagged post")
        verbose_name_plural = _("tagged posts")
        unique_together = [("tag", "content_object")]
