"""What the parts of steps, tabs and accordions are made of."""

from __future__ import annotations

from core.blocks.admonition import AdmonitionBlock
from core.blocks.gallery import GalleryBlock
from core.blocks.list import NoteFlow


class FlowBlock(NoteFlow):
    """Text, code, pictures, lists, tables and notes."""

    gallery = GalleryBlock()
    admonition = AdmonitionBlock()
