"""Somebody else's words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup, StructValue

from core.article.links import is_safe_href
from core.blocks.base import PROSE, TEXT, ContentBlock, RichTextBlock


class QuoteValue(StructValue):
    """A quotation as the template shows it."""

    @property
    def source(self) -> str:
        """The address of the source, if there is one that is safe to link."""
        url = self.get("source_url") or ""
        return url if is_safe_href(url) else ""


class QuoteBlock(ContentBlock, blocks.StructBlock):
    """A quotation with its source."""

    text = RichTextBlock(label=_("Quotation"), features=PROSE, help_text=_("Without quotation marks."))
    attribution = blocks.CharBlock(label=_("Who said it"), required=False, max_length=250)
    role = blocks.CharBlock(
        label=_("Who that is"),
        required=False,
        max_length=250,
        help_text=_("For example: librarian in Ghent."),
    )
    source_url = blocks.URLBlock(
        label=_("Where it can be read"),
        required=False,
        help_text=_("The full address of the source, starting with https://."),
    )

    class Meta:
        icon = "openquote"
        group = TEXT
        label = _("Quotation")
        description = _("Somebody else's words, with who said them and where.")
        value_class = QuoteValue
        form_layout = BlockGroup(children=["text", "attribution", "role"], settings=["source_url"])
        preview_value = {
            "text": "<p>A page is finished when nothing on it asks to be explained.</p>",
            "attribution": _("Ines Albrecht"),
            "role": _("editor"),
            "source_url": "",
        }

    def get_searchable_content(self, value: Any) -> list[str]:
        """The words, not the address they come from."""
        said = self.child_blocks["text"].get_searchable_content(value["text"])
        return [str(text) for text in (*said, value["attribution"], value["role"]) if text]
