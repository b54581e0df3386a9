"""Instructions."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.base import STRUCTURE, ContentBlock
from core.blocks.insets import FlowBlock
from core.blocks.tabs import TabsBlock


class StepFlow(FlowBlock):
    """What a step is made of: what other parts are, and commands for several systems."""

    tabs = TabsBlock()


class StepBlock(blocks.StructBlock):
    """One step."""

    title = blocks.CharBlock(label=_("What to do"), max_length=250)
    body = StepFlow(label=_("How"), required=False)

    class Meta:
        icon = "order"
        label = _("Step")
        label_format = "{title}"


class StepsBlock(ContentBlock, blocks.StructBlock):
    """Numbered steps that are followed in order."""

    steps = blocks.ListBlock(StepBlock(), label=_("Steps"))

    class Meta:
        icon = "list-ol"
        group = STRUCTURE
        label = _("Steps")
        description = _("Instructions to follow in order. Each step can have text, code and pictures.")
        preview_value = {
            "steps": [
                {
                    "title": _("Open the page"),
                    "body": [("paragraph", "<p>Find it in the menu on the left.</p>")],
                },
                {"title": _("Press Publish"), "body": [("paragraph", "<p>Your words are out.</p>")]},
            ]
        }
