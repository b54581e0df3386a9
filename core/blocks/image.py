"""One picture."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup, StructValue

from core.article.links import safe_or_empty
from core.blocks.base import (
    INLINE,
    MEDIA,
    ChoiceBlock,
    ContentBlock,
    ImageBlock,
    LinkAddressBlock,
    RichTextBlock,
    first_picture,
)

WIDTHS = [
    ("text", _("As wide as the text")),
    ("wide", _("Wider than the text")),
    ("full", _("Full width")),
]
#: A file this much wider than the column it stands in, in CSS pixels, shows more when it is opened large.
LARGER_THAN = {"text": 820, "wide": 1200}


class PictureValue(StructValue):
    """A picture as the template shows it."""

    @property
    def can_be_enlarged(self) -> bool:
        """Whether opening the picture shows more of it than the page does."""
        image, least = self.get("image"), LARGER_THAN.get(self.get("width") or "text")
        return bool(image and least and image.width >= least and not self.href)

    @property
    def href(self) -> str:
        """Where the picture leads; empty when that is nowhere, or nowhere safe."""
        return safe_or_empty(self.get("link"))


def width_class(value: Any) -> str:
    """The class that lets a picture reach out of the column of text."""
    width = value.get("width")
    return f"is-{width}" if width in {"wide", "full"} else ""


class PictureBlock(ContentBlock, blocks.StructBlock):
    """A picture with a description for those who cannot see it, a caption and one of three widths."""

    image = ImageBlock(label=_("Picture"))
    caption = RichTextBlock(
        label=_("Caption"),
        features=INLINE,
        required=False,
        help_text=_("Shown below the picture: what to notice, or who made it."),
    )
    width = ChoiceBlock(label=_("Width"), choices=WIDTHS, default="text")
    link = LinkAddressBlock(
        label=_("Leads to"),
        help_text=_(
            "An address the picture is a link to. Leave it empty to let readers open the picture large."
        ),
    )

    class Meta:
        icon = "image"
        group = MEDIA
        label = _("Picture")
        description = _("A picture with its description and a caption, in one of three widths.")
        value_class = PictureValue
        form_layout = BlockGroup(children=["image", "caption"], settings=["width", "link"])

    def layout_class(self, value: Any) -> str:
        return width_class(value)

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        context = super().get_context(value, parent_context)
        rendering = context["rendering"]
        context["eager"] = bool(value.get("image") and rendering and rendering.take_first_picture())
        return context

    def get_preview_value(self) -> Any:
        return self.normalize(
            {
                "image": first_picture(),
                "caption": _("A caption says what to notice."),
                "width": "text",
                "link": "",
            }
        )
