"""The blocks that may stand inside other blocks: what a list item, a note, a step or a tab is made of."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.base import PROSE
from core.blocks.code import CodeBlock
from core.blocks.divider import DividerBlock
from core.blocks.embed import EmbedBlock
from core.blocks.heading import HeadingBlock
from core.blocks.html import HtmlBlock
from core.blocks.image import PictureBlock
from core.blocks.paragraph import ParagraphBlock
from core.blocks.quote import QuoteBlock
from core.blocks.remote_picture import RemotePictureBlock
from core.blocks.table import TableBlock

#: What most notes and points of lists begin with, so that one can type at once.
BEGINNING = [("paragraph", "")]


class PlainFlow(blocks.StreamBlock):
    """Blocks that hold no other blocks, as they may stand inside any that does."""

    paragraph = ParagraphBlock(features=PROSE)
    heading = HeadingBlock()
    quote = QuoteBlock()
    code = CodeBlock()
    divider = DividerBlock()
    image = PictureBlock()
    remote_picture = RemotePictureBlock()
    embed = EmbedBlock()
    table = TableBlock()
    html = HtmlBlock()

    class Meta:
        icon = "doc-full"
        label = _("Content")
