"""Text that opens when it is wanted."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from core.blocks.base import STRUCTURE, ContentBlock
from core.blocks.insets import FlowBlock


class AccordionItemBlock(blocks.StructBlock):
    """One part."""

    title = blocks.CharBlock(label=_("Title"), max_length=250)
    body = FlowBlock(label=_("Content"))
    open = blocks.BooleanBlock(label=_("Open at first"), required=False, default=False)

    class Meta:
        icon = "collapse-down"
        label = _("Part")
        label_format = "{title}"
        form_layout = BlockGroup(children=["title", "body"], settings=["open"])


class AccordionBlock(ContentBlock, blocks.StructBlock):
    """Parts of which readers see the titles first."""

    items = blocks.ListBlock(AccordionItemBlock(), label=_("Parts"))

    class Meta:
        icon = "collapse-down"
        group = STRUCTURE
        label = _("Accordion")
        description = _(
            "Details most readers can skip: only the titles show. Parts hold text, code and pictures."
        )
        preview_value = {
            "items": [
                {
                    "title": _("What you need"),
                    "body": [("paragraph", "<p>An hour and a cup of tea.</p>")],
                    "open": True,
                },
                {
                    "title": _("What can go wrong"),
                    "body": [("paragraph", "<p>The tea gets cold.</p>")],
                    "open": False,
                },
            ]
        }
