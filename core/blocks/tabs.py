"""The same thing for different readers."""

from __future__ import annotations

from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from core.article.rendering import current_rendering
from core.blocks.base import STRUCTURE, AtLeastTwoBlock, ContentBlock, SettingCharBlock
from core.blocks.insets import FlowBlock


class TabBlock(blocks.StructBlock):
    """One tab."""

    label = blocks.CharBlock(label=_("Name"), max_length=80, help_text=_("For example: macOS"))
    body = FlowBlock(label=_("Content"))

    class Meta:
        icon = "doc-full"
        label = _("Tab")
        label_format = "{label}"


class TabsBlock(ContentBlock, blocks.StructBlock):
    """Alternatives of which a reader needs one."""

    group = SettingCharBlock(
        label=_("Remember the choice as"),
        required=False,
        max_length=40,
        help_text=_(
            "One word, for example: system. All tabs of this site with the same word follow the reader's choice."
        ),
    )
    tabs = AtLeastTwoBlock(TabBlock(), label=_("Tabs"), max_num=8)

    class Meta:
        icon = "form"
        group = STRUCTURE
        label = _("Tabs")
        description = _("Alternatives side by side, such as commands for Windows, macOS and Linux.")
        form_layout = BlockGroup(children=["tabs"], settings=["group"])
        preview_value = {
            "group": "",
            "tabs": [
                {"label": "macOS", "body": [("paragraph", "<p>Press Command and S.</p>")]},
                {"label": "Windows", "body": [("paragraph", "<p>Press Ctrl and S.</p>")]},
            ],
        }

    def clean(self, value: Any) -> Any:
        """Return the cleaned tabs; the group's name is reduced to a plain word."""
        value = super().clean(value)
        value["group"] = slugify(value.get("group") or "", allow_unicode=True)
        return value

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        context = super().get_context(value, parent_context=parent_context)
        rendering = current_rendering()
        if rendering:
            context["panels"] = [(rendering.unique_id("tab"), tab) for tab in value["tabs"]]
        return context
