"""A heading with an address that lasts."""

from __future__ import annotations

from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from core.article.anchors import MAX_LENGTH
from core.article.rendering import current_rendering
from core.blocks.base import TEXT, ChoiceBlock, ContentBlock, SettingCharBlock


class HeadingBlock(ContentBlock, blocks.StructBlock):
    """Starts a section; part of the table of contents."""

    text = blocks.CharBlock(label=_("Heading"), max_length=255)
    level = ChoiceBlock(
        label=_("Size"),
        choices=[
            ("2", _("Section")),
            ("3", _("Subsection")),
            ("4", _("Part of a subsection")),
            ("5", _("Smaller part")),
            ("6", _("Smallest part")),
        ],
        default="2",
        help_text=_("Readers with a screen reader find their way by these: do not skip one."),
    )
    anchor = SettingCharBlock(
        label=_("Link name"),
        required=False,
        max_length=MAX_LENGTH,
        help_text=_(
            "The last part of links to this section. It is filled in when you save and stays when you change the "
            "heading, so that links from elsewhere keep working."
        ),
    )

    class Meta:
        icon = "title"
        group = TEXT
        label = _("Heading")
        description = _("Starts a section and appears in the table of contents. Links to it keep working.")
        form_layout = BlockGroup(children=["text"], settings=["level", "anchor"])
        label_format = "{text}"
        preview_value = {"text": _("How we got here"), "level": "2", "anchor": "how-we-got-here"}

    def clean(self, value: Any) -> Any:
        """Return the cleaned heading; whatever was typed as its link name becomes one that works."""
        value = super().clean(value)
        value["anchor"] = slugify(value.get("anchor") or "", allow_unicode=True)
        return value

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        context = super().get_context(value, parent_context=parent_context)
        rendering = current_rendering()
        if rendering:
            level = context["level"] = rendering.heading_level(int(value.get("level") or 2))
            context["anchor"] = rendering.add_heading(level.size, value["text"], value.get("anchor") or "")
            context["heading_links"] = rendering.heading_links
        return context
