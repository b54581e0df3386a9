"""A blog as WordPress takes it in: one WXR file, the uploads beside it, and the redirects it has no place for."""

from .write import export

__all__ = ["export"]
