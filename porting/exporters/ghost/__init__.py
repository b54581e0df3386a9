"""A blog as Ghost 5 takes it in: its tables as one JSON, the pictures, and the redirects beside them."""

from .write import export

__all__ = ["export"]
