"""Blogs kept as Markdown files: what all systems share, and plain files without a system."""

from porting.readers.markdown.plain import MarkdownReader

__all__ = ["MarkdownReader"]
