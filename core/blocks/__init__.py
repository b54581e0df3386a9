"""The blocks posts and pages are written with: one file a block, one line in the list below."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.accordion import AccordionBlock
from core.blocks.admonition import AdmonitionBlock
from core.blocks.base import ContentBlock
from core.blocks.button import ButtonBlock
from core.blocks.callout import CalloutBlock
from core.blocks.code import CodeBlock
from core.blocks.divider import DividerBlock
from core.blocks.download import DownloadBlock
from core.blocks.embed import EmbedBlock
from core.blocks.faq import FaqBlock, faq_items
from core.blocks.flow import BEGINNING
from core.blocks.footnotes import FootnotesBlock
from core.blocks.gallery import GalleryBlock
from core.blocks.heading import HeadingBlock
from core.blocks.html import HtmlBlock
from core.blocks.image import PictureBlock
from core.blocks.list import ItemFlow, ItemListBlock
from core.blocks.paragraph import ParagraphBlock
from core.blocks.pull_quote import PullQuoteBlock
from core.blocks.quote import QuoteBlock
from core.blocks.remote_picture import RemotePictureBlock
from core.blocks.steps import StepsBlock
from core.blocks.table import TableBlock
from core.blocks.tabs import TabsBlock

__all__ = ["ArticleBody", "ContentBlock", "faq_items"]


class ArticleBody(blocks.StreamBlock):
    """Everything an article can be made of. A child's name is the name of its template and stylesheet."""

    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    quote = QuoteBlock()
    pull_quote = PullQuoteBlock()
    code = CodeBlock()
    divider = DividerBlock()
    image = PictureBlock()
    remote_picture = RemotePictureBlock()
    gallery = GalleryBlock()
    embed = EmbedBlock()
    list = ItemListBlock(ItemFlow(label=_("Point"), default=BEGINNING))
    steps = StepsBlock()
    table = TableBlock()
    tabs = TabsBlock()
    accordion = AccordionBlock()
    faq = FaqBlock()
    admonition = AdmonitionBlock()
    callout = CalloutBlock()
    footnotes = FootnotesBlock()
    button = ButtonBlock()
    download = DownloadBlock()
    html = HtmlBlock()

    class Meta:
        label = _("Content")
        required = False
