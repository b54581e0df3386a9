"""The block editor: its comments, and what each block is here."""

from porting.readers.wordpress.gutenberg.grammar import Block, has_blocks, parse_blocks
from porting.readers.wordpress.gutenberg.rendering import BlockRenderer

__all__ = ["Block", "BlockRenderer", "has_blocks", "parse_blocks"]
