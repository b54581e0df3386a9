"""VitePress and VuePress: places of files are addresses, and texts take in other files."""

from porting.readers.markdown.vitepress.config import Config
from porting.readers.markdown.vitepress.reader import VitePress

__all__ = ["Config", "VitePress"]
