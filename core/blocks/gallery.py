"""Several pictures together."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup, StructValue

from core.article.links import safe_or_empty
from core.blocks.base import (
    MEDIA,
    AtLeastTwoBlock,
    ContentBlock,
    ImageBlock,
    LinkAddressBlock,
    first_picture,
)


class GalleryPictureValue(StructValue):
    """A picture as the template shows it."""

    @property
    def is_shown_whole(self) -> bool:
        """Whether cropping it to the shape of the others would cut off too much: screenshots of phones, banners."""
        image = self.get("image")
        return bool(image) and not 1 <= image.width / image.height <= 2

    @property
    def href(self) -> str:
        """Where the picture leads; empty when that is nowhere, or nowhere safe."""
        return safe_or_empty(self.get("link"))


class GalleryPictureBlock(blocks.StructBlock):
    """One picture of a gallery."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=500)
    link = LinkAddressBlock(
        label=_("Leads to"),
        help_text=_(
            "An address the picture is a link to. Leave it empty to let readers open the picture large."
        ),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        value_class = GalleryPictureValue
        form_layout = BlockGroup(children=["image", "caption"], settings=["link"])
        label_format = "{caption}"


class GalleryBlock(ContentBlock, blocks.StructBlock):
    """Pictures side by side."""

    images = AtLeastTwoBlock(GalleryPictureBlock(), label=_("Pictures"), max_num=24)
    caption = blocks.CharBlock(
        label=_("Caption of the whole gallery"),
        required=False,
        max_length=500,
    )

    class Meta:
        icon = "grip"
        group = MEDIA
        label = _("Gallery")
        description = _("Two or more pictures side by side. Each opens in full when it is clicked.")

    def layout_class(self, value: Any) -> str:
        return "is-wide"

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        context = super().get_context(value, parent_context)
        rendering = context["rendering"]
        context["eager"] = bool(rendering and rendering.take_first_picture())
        return context

    def get_preview_value(self) -> Any:
        pictures = [
            {"image": first_picture(), "caption": caption, "link": ""}
            for caption in (_("Morning"), _("Evening"))
        ]
        return self.normalize({"images": pictures, "caption": _("One place, twice")})
