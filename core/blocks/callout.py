"""Text written once and shown in many posts."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.rich_text import get_text_for_indexing

from core.article.rich_text import ArticleRichText
from core.blocks.base import NOTES, ContentBlock, SnippetChooserBlock


class CalloutBlock(ContentBlock, SnippetChooserBlock):
    """A shared callout; every post that shows it follows when it is edited."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("core.SharedCallout", **kwargs)

    class Meta:
        icon = "snippet"
        group = NOTES
        label = _("Shared callout")
        description = _(
            "A note kept in one place and shown in many posts. Edit it once, and all of them change."
        )

    def get_preview_value(self) -> Any:
        existing = self.model_class.objects.filter(live=True).first()
        return existing or self.model_class(
            title=_("New here?"), kind="info", body=_("Our guide for first readers explains where to begin.")
        )

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        context = super().get_context(value, parent_context=parent_context)
        context["body"] = ArticleRichText(value.body) if value else ""
        return context

    def get_searchable_content(self, value: Any) -> list[str]:
        """The callout's title and words: readers see them in the post."""
        return [value.title, get_text_for_indexing(value.body)] if value else []
