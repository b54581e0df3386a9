"""One picture."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup, StructValue

from core.blocks.base import (
    INLINE,
    MEDIA,
    ChoiceBlock,
    ContentBlock,
    ImageBlock,
    RichTextBlock,
    first_picture,
)

#: A file this much wider than the column it stands in, in CSS pixels, shows more when it is opened large.
LARGER_THAN = {"text": 820, "wide": 1200}


class PictureValue(StructValue):
    """A picture as the template shows it."""

    @property
    def can_be_enlarged(self) -> bool:
        """Whether opening the picture shows more of it than the page does."""
        image, least = self.get("image"), LARGER_THAN.get(self.get("width") or "text")
        return bool(image and least and image.width >= least)


class PictureBlock(ContentBlock, blocks.StructBlock):
    """A picture with a description for those who cannot see it, a caption and one of three widths."""

    image = ImageBlock(label=_("Picture"))
    caption = RichTextBlock(
        label=_("Caption"),
        features=INLINE,
        required=False,
        help_text=_("Shown below the picture: what to notice, or who made it."),
    )
    width = ChoiceBlock(
        label=_("Width"),
        choices=[
            ("text", _("As wide as the text")),
            ("wide", _("Wider than the text")),
            ("full", _("Full width")),
        ],
        default="text",
    )

    class Meta:
        icon = "image"
        group = MEDIA
        label = _("Picture")
        description = _("A picture with its description and a caption, in one of three widths.")
        value_class = PictureValue
        form_layout = BlockGroup(children=["image", "caption"], settings=["width"])

    def layout_class(self, value: Any) -> str:
        width = value.get("width")
        return f"is-{width}" if width in {"wide", "full"} else ""

    def get_preview_value(self) -> Any:
        return self.normalize(
            {"image": first_picture(), "caption": _("A caption says what to notice."), "width": "text"}
        )
