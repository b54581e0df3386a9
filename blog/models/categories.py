"""Categories: the few parts a blog is divided into, which may have parts of their own."""

from functools import partial

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from blog import listing_store
from blog.category_tree import category_parents, with_ancestors
from blog.panels import PublicAddressPanel
from core.whole_changes import now_and_committed

from .former_slugs import FormerSlug, SlugHistoryMixin


class Category(SlugHistoryMixin, index.Indexed, models.Model):
    """A part of a blog with a page of its own. A category's list holds the posts of those below it as well."""

    slug_kind = FormerSlug.Kind.CATEGORY

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(
        _("slug"),
        max_length=200,
        unique=True,
        allow_unicode=True,
        help_text=_("The last part of the address."),
    )
    description = models.TextField(
        _("description"),
        blank=True,
        help_text=_("One or two sentences, shown on the category's page and given to search engines."),
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="children",
        help_text=_("The larger category this one belongs to. Its page shows the posts of this one too."),
    )

    panels = [
        TitleFieldPanel("name", placeholder=_("Name")),
        FieldPanel("slug"),
        PublicAddressPanel("category"),
        FieldPanel("parent"),
        FieldPanel("description"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("description"),
    ]

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def read_with(cls) -> models.QuerySet:
        """Categories with those above them, as far as anybody nests them."""
        return super().read_with().select_related("parent__parent__parent")

    @property
    def ancestors(self) -> list["Category"]:
        """The categories this one is part of, the largest first."""
        found: list[Category] = []
        above = self.parent
        while above is not None and above not in [self, *found]:
            found.insert(0, above)
            above = above.parent
        return found

    def clean(self) -> None:
        """Refuse a parent that is this category or one below it."""
        super().clean()
        if self.pk and self.parent_id and self.pk in with_ancestors([self.parent_id], category_parents()):
            raise ValidationError({"parent": _("A category can't be part of itself or of one below it.")})

    @transaction.atomic
    def save(self, *args, **kwargs):
        """Save; a category that moved takes its posts along, into the lists above it."""
        before = Category._base_manager.filter(pk=self.pk).values_list("parent_id", flat=True).first()
        is_new = self._state.adding
        result = super().save(*args, **kwargs)
        if not is_new and before != self.parent_id:
            now_and_committed(partial(listing_store.sync_list, "category", self.pk))
        return result


class PostCategory(Orderable):
    """One of a post's categories, in order; the first is the one it is mainly about."""

    page = ParentalKey("blog.BlogPage", on_delete=models.CASCADE, related_name="post_categories")
    category = models.ForeignKey(
        Category, verbose_name=_("category"), on_delete=models.CASCADE, related_name="post_categories"
    )

    panels = [FieldPanel("category")]

    class Meta(Orderable.Meta):
        verbose_name = _("category of the post")
        verbose_name_plural = _("categories of the post")

    def __str__(self) -> str:
        return str(self.category)
