"""Ghost's JSON exports, from 0.7 to 6, alone or in a zip with their pictures."""

from .reader import GhostReader

__all__ = ["GhostReader"]
