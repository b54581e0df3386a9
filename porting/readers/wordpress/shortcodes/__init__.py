"""Shortcodes: what WordPress and its plugins put in their place, as far as it can be known."""

from porting.readers.wordpress.shortcodes.expanding import expand, take_code, unwrapped

__all__ = ["expand", "take_code", "unwrapped"]
