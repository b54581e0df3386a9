"""HTML that came from elsewhere and fits no other block."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.blocks import BlockGroup

from core.article.kept_html import KeptHtml, clean_html
from core.article.plain_text import rich_text_words
from core.blocks.base import STRUCTURE, ContentBlock, RichTextBlock

MAX_CHARACTERS = 500_000


class SourceBlock(RichTextBlock):
    """Rich text edited as HTML: its links and pictures are found like those of any text."""

    def to_python(self, value: str | None) -> KeptHtml:
        return KeptHtml(value)

    def normalize(self, value: Any) -> KeptHtml:
        return KeptHtml(super().normalize(value).source)

    @cached_property
    def field(self) -> forms.CharField:
        return forms.CharField(
            widget=AdminAutoHeightTextInput(attrs={"rows": 4, "spellcheck": "false"}),
            max_length=MAX_CHARACTERS,
            strip=False,
            **self.field_options,
        )

    def value_from_form(self, value: str) -> KeptHtml:
        return KeptHtml(clean_html(super().value_from_form(value).source))

    def get_searchable_content(self, value: KeptHtml) -> list[str]:
        return [rich_text_words(value.source)]


class HtmlBlock(ContentBlock, blocks.StructBlock):
    """A piece of an imported post that has no block of its own, kept for somebody to look at."""

    html = SourceBlock(label=_("HTML"), help_text=_("Scripts, styles and forms are removed when you save."))
    reason = blocks.CharBlock(
        label=_("Why it is here"),
        required=False,
        max_length=250,
        help_text=_("For editors only: what it was on the old site."),
    )
    reviewed = blocks.BooleanBlock(
        label=_("Looks right"),
        required=False,
        default=False,
        help_text=_(
            "Tick it when you have looked at this piece, and it leaves the list of pieces to review."
        ),
    )

    class Meta:
        icon = "code"
        group = STRUCTURE
        label = _("Imported piece")
        description = _("HTML from another system that fits no other block. Cleaned, and listed for review.")
        form_layout = BlockGroup(children=["html", "reason", "reviewed"])
        label_format = "{reason}"
        preview_value = {
            "html": "<dl><dt>Recto</dt><dd>The right-hand page</dd><dt>Verso</dt><dd>The left-hand page</dd></dl>",
            "reason": "",
            "reviewed": True,
        }

    def layout_class(self, value: Any) -> str:
        return "rich-text"

    def get_searchable_content(self, value: Any) -> list[str]:
        """The words readers see, not the remarks for editors."""
        return self.child_blocks["html"].get_searchable_content(value["html"])
