"""From the dialect of ``docs/import-dialect.md`` to blocks. Nothing is lost silently.

``to_blocks(html, context)`` gives blocks exactly as a StreamField stores them, with ids that depend only on the
content's order, so that two conversions can be compared. What fits no block is kept in an ``html`` block; what could
not be kept is in ``problems``.
"""

from porting.convert.context import Block, Conversion, ConvertContext, LinkTarget
from porting.convert.conversion import to_blocks

__all__ = ["Block", "Conversion", "ConvertContext", "LinkTarget", "to_blocks"]
