"""A sentence of the post itself, set large."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.base import TEXT, ContentBlock


class PullQuoteBlock(ContentBlock, blocks.StructBlock):
    """A sentence worth stopping at."""

    text = blocks.TextBlock(label=_("Sentence"), max_length=300)

    class Meta:
        icon = "openquote"
        group = TEXT
        label = _("Pull quote")
        description = _("One sentence of your own post, set large to catch the eye.")
        preview_value = {"text": _("Good tools get out of the way of good sentences.")}
