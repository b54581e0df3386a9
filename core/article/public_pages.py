"""Which pages an article may link to: the site's one rule, under the name articles use."""

from core.visibility import public_pages

__all__ = ["public_pages"]
