"""Lists whose points are more than a few words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from core.blocks.base import STRUCTURE, ContentBlock
from core.blocks.flow import BEGINNING, PlainFlow


class ItemListBlock(ContentBlock, blocks.StructBlock):
    """A list whose points hold code, pictures or tables. ``inside`` is what a point may be made of."""

    ordered = blocks.BooleanBlock(label=_("Numbered"), required=False, default=False)
    start = blocks.IntegerBlock(
        label=_("First number"),
        required=False,
        default=1,
        help_text=_("For numbered lists that go on from 1."),
    )

    def __init__(self, inside: blocks.StreamBlock, **kwargs: object) -> None:
        items = blocks.ListBlock(inside, label=_("Points"))
        super().__init__([("items", items)], **kwargs)

    class Meta:
        icon = "list-ul"
        group = STRUCTURE
        label = _("List with blocks")
        description = _(
            "A list whose points hold code, pictures or tables. For points of a few words a list in the text does."
        )
        form_layout = BlockGroup(children=["ordered", "items"], settings=["start"])
        preview_value = {
            "ordered": True,
            "start": 1,
            "items": [
                [("paragraph", "<p>Open a terminal and ask for the version.</p>")],
                [("paragraph", "<p>Read what it says.</p>")],
            ],
        }


class ItemFlow(PlainFlow):
    """What a point is made of; one list may stand inside another."""

    list = ItemListBlock(PlainFlow(label=_("Point"), default=BEGINNING))


class NoteFlow(PlainFlow):
    """What a note is made of."""

    list = ItemListBlock(ItemFlow(label=_("Point"), default=BEGINNING))
