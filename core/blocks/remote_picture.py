"""A picture that is still elsewhere."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup, StructValue

from core.article.links import host_of, safe_or_empty
from core.blocks.base import (
    INLINE,
    MEDIA,
    ChoiceBlock,
    ContentBlock,
    LinkAddressBlock,
    RichTextBlock,
    SettingCharBlock,
)
from core.blocks.image import WIDTHS, width_class


class RemotePictureValue(StructValue):
    """A missing picture as the template shows it."""

    @property
    def href(self) -> str:
        """Where the frame leads: the link the picture had, otherwise the picture on its own site."""
        address = safe_or_empty(self.get("url"))
        return safe_or_empty(self.get("link")) or (address if "//" in address else "")

    @property
    def host(self) -> str:
        """The site that has the picture or, when that is not known, the picture's address there."""
        address = self.get("url") or ""
        return host_of(address) or address


class RemotePictureBlock(ContentBlock, blocks.StructBlock):
    """A picture this site has no copy of. Readers get a frame with a link; nothing is loaded from elsewhere."""

    url = SettingCharBlock(
        label=_("Address of the picture"),
        max_length=2000,
        help_text=_("Where the picture was. Better: upload it and use a picture block."),
    )
    alt_text = blocks.CharBlock(
        label=_("Alt text"),
        required=False,
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    caption = RichTextBlock(label=_("Caption"), features=INLINE, required=False)
    width = ChoiceBlock(label=_("Width"), choices=WIDTHS, default="text")
    link = LinkAddressBlock(label=_("Leads to"), help_text=_("An address the picture was a link to."))

    class Meta:
        icon = "warning"
        group = MEDIA
        label = _("Picture elsewhere")
        description = _("A picture that could not be copied here. Shows a frame with a link to it.")
        value_class = RemotePictureValue
        form_layout = BlockGroup(children=["url", "alt_text", "caption"], settings=["width", "link"])
        label_format = "{alt_text}"
        preview_value = {
            "url": "https://example.org/press.jpg",
            "alt_text": _("A printing press"),
            "caption": _("Gutenberg's press, as it was rebuilt in Mainz."),
            "width": "text",
            "link": "",
        }

    def layout_class(self, value: Any) -> str:
        return width_class(value)

    def get_searchable_content(self, value: Any) -> list[str]:
        """The caption: the rest is an address and a description of what is not there."""
        return self.child_blocks["caption"].get_searchable_content(value["caption"])


def remote_picture(url: str, alt_text: str = "", width: str = "text") -> RemotePictureValue:
    """A picture elsewhere outside a stream, for the same template."""
    block = RemotePictureBlock()
    return block.to_python({"url": url, "alt_text": alt_text, "width": width})
