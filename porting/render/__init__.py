"""From blocks to the dialect of ``docs/import-dialect.md``: the way back of ``porting.convert``.

``to_dialect(blocks, context)`` takes blocks as a StreamField stores them. What it writes, ``to_blocks`` reads back
as the same blocks.
"""

from porting.render.context import RenderContext
from porting.render.rendering import to_dialect

__all__ = ["RenderContext", "to_dialect"]
