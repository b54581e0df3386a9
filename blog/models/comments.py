"""What readers wrote below a page."""

from django.db import models
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from blog.comment_text import CommentTextField


class Comment(models.Model):
    """A reader's comment on a page of any kind. No mail or network address is kept.

    ``source_key`` and ``source_id`` name where an imported one came from, so that no import makes it twice.
    """

    class State(models.TextChoices):
        """Only an approved comment is ever shown."""

        APPROVED = "approved", _("Approved")
        PENDING = "pending", _("Waiting")
        SPAM = "spam", _("Spam")
        TRASH = "trash", _("Trash")

    class Kind(models.TextChoices):
        """Pingbacks and trackbacks are notices of other sites that link to the page."""

        COMMENT = "comment", _("Comment")
        PINGBACK = "pingback", _("Pingback")
        TRACKBACK = "trackback", _("Trackback")

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="comments_received",
        db_index=False,
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("answer to"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="replies",
    )
    author_name = models.CharField(_("name"), max_length=255, blank=True)
    author_url = models.CharField(_("website"), max_length=500, blank=True)
    text = CommentTextField(_("text"), blank=True)
    created = models.DateTimeField(_("written"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.PENDING)
    kind = models.CharField(_("kind"), max_length=9, choices=Kind.choices, default=Kind.COMMENT)
    source_key = models.CharField(max_length=100, blank=True, editable=False)
    source_id = models.CharField(max_length=255, blank=True, editable=False)

    panels = [
        FieldPanel("state"),
        FieldPanel("author_name"),
        FieldPanel("author_url"),
        FieldPanel("text"),
        FieldPanel("page", read_only=True),
        FieldPanel("created", read_only=True),
    ]

    #: A page is not in use because somebody wrote below it.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["-created", "-pk"]
        indexes = [
            # Finds what a page shows, and the page's own rows when it is deleted.
            models.Index(fields=["page", "state", "created"], name="comments_of_page"),
            models.Index(fields=["state", "-created"], name="comments_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source_key", "source_id"],
                condition=~models.Q(source_id=""),
                name="one_comment_a_source",
            ),
        ]

    def __str__(self) -> str:
        return str(_("%(name)s on “%(page)s”") % {"name": self.name, "page": self.page.title})

    @property
    def name(self) -> str:
        """Who wrote it, as shown to readers."""
        return self.author_name or str(_("Anonymous"))

    @property
    def html(self) -> SafeString:
        """The text for a template."""
        return mark_safe(self.text)  # noqa: S308 - cleaned on its way into the database

    @property
    def website(self) -> str:
        """The writer's address on the web, or an empty string when it is no such thing."""
        return self.author_url if self.author_url.startswith(("https://", "http://")) else ""
