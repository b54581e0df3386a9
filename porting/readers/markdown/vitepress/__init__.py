"""VitePress and VuePress: places of files are addresses, and texts take in other files."""

from porting.readers.markdown.vitepress.reader import Config, VitePress

__all__ = ["Config", "VitePress"]
