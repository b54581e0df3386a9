"""Who searches, and where."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Viewer:
    """Who searches below which page: nothing is found that this viewer may not open.

    ``passed`` are the ids of the restrictions whose password was given in this session.
    """

    root: Any
    user: Any = None
    passed: frozenset[int] = field(default_factory=frozenset)
