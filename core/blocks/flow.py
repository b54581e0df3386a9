"""The small set of blocks that may stand inside steps and tabs."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.admonition import AdmonitionBlock
from core.blocks.base import PROSE
from core.blocks.code import CodeBlock
from core.blocks.image import PictureBlock
from core.blocks.paragraph import ParagraphBlock


class FlowBlock(blocks.StreamBlock):
    """Text, code, pictures and notes."""

    paragraph = ParagraphBlock(features=PROSE)
    code = CodeBlock()
    image = PictureBlock()
    admonition = AdmonitionBlock()

    class Meta:
        icon = "doc-full"
        label = _("Content")
