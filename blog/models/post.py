"""A blog post."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, Page
from wagtail.search import index

from blog import listing_store
from blog.blocks import PostBody
from blog.post_panels import post_edit_handler
from blog.querysets import BlogPageManager
from blog.reading import post_context
from blog.routes import is_reserved_slug
from core.article.anchors import fill_anchors
from core.article.reading_time import measure
from core.blocks.remote_picture import remote_picture
from core.fields import StreamField
from core.page_access import PublicPageMixin

CONTENT_FIELDS = ("title", "summary", "body", "cover_id")


class BlogPage(PublicPageMixin, Page):
    """A post: a body of blocks with a date, authors, categories, tags and perhaps a place in a series."""

    summary = models.TextField(
        _("summary"),
        blank=True,
        max_length=500,
        help_text=_("One or two sentences for cards, feeds and search results."),
    )
    cover = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("cover image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    cover_alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_(
            "What the cover shows, for people who cannot see it. Empty: the picture's own description."
        ),
    )
    cover_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("The cover says nothing that the text does not.")
    )
    cover_elsewhere = models.URLField(
        _("cover on another site"),
        blank=True,
        max_length=500,
        help_text=_(
            "Where the cover of this imported post still is. Choose a cover image above and this goes."
        ),
    )
    date = models.DateTimeField(
        _("publication date"),
        default=timezone.now,
        db_index=True,
        help_text=_("Shown to readers; orders the lists."),
    )
    updated = models.DateTimeField(_("updated"), null=True, blank=True, editable=False)
    minor_change = models.BooleanField(
        _("minor change"),
        default=False,
        help_text=_("Tick for typos and the like: the post's 'updated' date stays as it is."),
    )
    tags = ClusterTaggableManager(through="blog.TaggedPost", blank=True, verbose_name=_("tags"))
    series = models.ForeignKey(
        "blog.Series",
        verbose_name=_("series"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="posts",
    )
    series_position = models.PositiveSmallIntegerField(
        _("part"),
        null=True,
        blank=True,
        help_text=_("Its place in the series. Empty: after the numbered ones."),
    )
    featured = models.BooleanField(
        _("featured"), default=False, help_text=_("Shown first on the blog's front page.")
    )
    unlisted = models.BooleanField(
        _("unlisted"),
        default=False,
        help_text=_("Whoever has the address can read it; no list, feed, search or search engine shows it."),
    )
    canonical_url = models.URLField(
        _("canonical address"),
        blank=True,
        max_length=500,
        help_text=_("Only for a post first published elsewhere: its address there."),
    )
    social_image = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("social image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown when the post is shared. Empty: the cover."),
    )
    body = StreamField(PostBody(required=False), blank=True, verbose_name=_("body"))
    reading_minutes = models.PositiveSmallIntegerField(default=1, editable=False)
    word_count = models.PositiveIntegerField(default=0, editable=False)

    objects = BlogPageManager()

    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A post with text, pictures, code and more.")

    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        index.FilterField("date"),
        index.FilterField("unlisted"),
        index.RelatedFields("tags", [index.SearchField("name")]),
        index.RelatedFields(
            "post_categories", [index.RelatedFields("category", [index.SearchField("name")])]
        ),
        index.RelatedFields("series", [index.SearchField("title")]),
        index.RelatedFields("post_authors", [index.RelatedFields("author", [index.SearchField("name")])]),
    ]

    edit_handler = post_edit_handler()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")

    @property
    def blog(self):
        """The blog this post belongs to."""
        return self.get_parent().specific

    @property
    def categories(self) -> list:
        """The parts of the blog the post is in; the first is the one it is mainly about."""
        return list(dict.fromkeys(entry.category for entry in self.post_categories.all()))

    @property
    def authors(self) -> list:
        """The byline, in order."""
        return [entry.author for entry in self.post_authors.all()]

    @property
    def cover_frame(self):
        """A frame in place of a cover that is still on another site; None where there is a cover, or none at all."""
        address = "" if self.cover_id else self.cover_elsewhere
        return remote_picture(address, self.cover_alt, "wide") if address else None

    def clean(self) -> None:
        """Refuse a slug that would hide one of the blog's own pages."""
        super().clean()
        if is_reserved_slug(self.slug or ""):
            message = _(
                "A post can't have the address “%(slug)s”: the blog uses it for a list. Add a word to it."
            )
            raise ValidationError({"slug": message % {"slug": self.slug}})

    def save(self, *args, **kwargs):
        """Save, after settling what follows from the content, and bring the lists up to date."""
        fields = kwargs.get("update_fields")
        if fields is None:
            self._settle()
        with transaction.atomic():
            result = super().save(*args, **kwargs)
            if fields is None or not listing_store.FIELDS.isdisjoint(fields):
                listing_store.sync(self)
        return result

    def _settle(self) -> None:
        fill_anchors(self.body)
        if self.cover_id:
            self.cover_elsewhere = ""
        language = self.locale.language_code if self.locale_id else "en"
        measured = measure(self.body)
        self.reading_minutes = measured.minutes(language, more_images=1 if self.cover_id else 0)
        self.word_count = measured.words
        before = type(self).objects.filter(pk=self.pk).first() if self.pk else None
        was_published = before is not None and before.first_published_at and self.live
        if was_published and not self.minor_change and self._differs_from(before):
            self.updated = timezone.now()
        if self.live:
            self.minor_change = False

    def _differs_from(self, other: "BlogPage") -> bool:
        """Whether readers would notice a difference: in title, summary, cover or body."""
        return any(
            _comparable(getattr(self, name)) != _comparable(getattr(other, name)) for name in CONTENT_FIELDS
        )

    def with_content_json(self, content):
        """Take a revision's content, but keep what the live post alone knows: when it was updated."""
        page = super().with_content_json(content)
        page.updated = self.updated
        return page

    def get_context(self, request, *args, **kwargs):
        """Everything the post's template shows."""
        return {**super().get_context(request, *args, **kwargs), **post_context(self, request)}


class RelatedPost(Orderable):
    """A post the editors chose to show beside another."""

    page = ParentalKey(BlogPage, on_delete=models.CASCADE, related_name="related_links")
    post = models.ForeignKey(BlogPage, verbose_name=_("post"), on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("post")]

    class Meta(Orderable.Meta):
        verbose_name = _("related post")
        verbose_name_plural = _("related posts")

    def __str__(self) -> str:
        return str(self.post)


def _comparable(value):
    return value.get_prep_value() if hasattr(value, "get_prep_value") else value
