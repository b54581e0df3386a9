"""Text that is written once and shown in many posts."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin
from wagtail.search import index


class SharedCallout(
    PreviewableMixin, LockableMixin, DraftStateMixin, RevisionMixin, index.Indexed, models.Model
):
    """A note edited in one place; every post that shows it follows."""

    class Kind(models.TextChoices):
        NOTE = "note", _("Note")
        TIP = "tip", _("Tip")
        INFO = "info", _("Info")
        WARNING = "warning", _("Warning")
        DANGER = "danger", _("Danger")

    title = models.CharField(_("title"), max_length=120)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.NOTE)
    body = RichTextField(
        _("text"), features=["bold", "italic", "link", "document-link", "ol", "ul", "code"], blank=True
    )
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="shared_callout")

    panels = [
        FieldPanel("title", help_text=_("The line above the text; it is also how you find it again.")),
        FieldPanel("kind"),
        FieldPanel(
            "body", help_text=_("Publish a change here, and every post that shows it changes with it.")
        ),
        PublishingPanel(),
    ]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title"), index.SearchField("body")]

    class Meta:
        verbose_name = _("shared callout")
        verbose_name_plural = _("shared callouts")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    @property
    def revisions(self):
        """This callout's saved versions, as Wagtail's revision mixin expects."""
        return self._revisions

    def get_preview_template(self, request, mode_name: str) -> str:
        """The template the editor's preview panel shows."""
        return "core/shared_callout_preview.html"
