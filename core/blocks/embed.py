"""Videos, posts and players from elsewhere."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructValue
from wagtail.embeds.blocks import EmbedBlock as WagtailEmbedBlock
from wagtail.embeds.blocks import EmbedValue

from core.article.embeds import EmbedView, remember, view_of
from core.article.rendering import current_rendering
from core.blocks.base import MEDIA, ContentBlock
from core.security.csp import allow_frame, allow_media


class EmbedAddressBlock(WagtailEmbedBlock):
    """The address of something elsewhere. The provider is asked when the page is saved, never while it is read."""

    def clean(self, value: EmbedValue | None) -> Any:
        """Return the cleaned address; one the provider knows nothing about is shown as a card."""
        cleaned = blocks.URLBlock.clean(self, value)
        if cleaned is not None:
            remember(cleaned.url)
        return cleaned

    def get_searchable_content(self, value: Any) -> list[str]:
        return []


class EmbedStructValue(StructValue):
    """An embed as the template shows it."""

    @property
    def view(self) -> EmbedView | None:
        """What is known about the address."""
        rendering, address = current_rendering(), self.get("url")
        if not address:
            return None
        row = rendering.references.embeds.get(address.url) if rendering else None
        view = view_of(address.url, row)
        if rendering and rendering.request:
            if view.frame:
                allow_frame(rendering.request, view.frame)
            if view.plays:
                allow_media(rendering.request, view.url)
        return view


class EmbedBlock(ContentBlock, blocks.StructBlock):
    """Something from elsewhere, or a card with the link to it."""

    url = EmbedAddressBlock(
        label=_("Address"),
        help_text=_(
            "The address of the page with the video or post, as you see it in the browser, or of a film or recording."
        ),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=500)

    class Meta:
        icon = "media"
        group = MEDIA
        label = _("Video or other embed")
        description = _("A video, a post or a player from another site. Paste its address.")
        value_class = EmbedStructValue
        preview_value = {
            "url": "https://wagtail.org/",
            "caption": _("A link becomes a card when it cannot be played."),
        }
